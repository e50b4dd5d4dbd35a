#include "screen/rules/told.hpp"

#include <algorithm>
#include <array>

#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

// One of the words that may stand in a place of a phrase, by its hash; or a mark for many.
enum class Mark : std::uint8_t { word, own, count, any, kin, child, job, human };
struct Choice {
    std::uint32_t hash = 0;
    Mark mark = Mark::word;
};
// A place of a phrase: choices `first` up to `end`.
struct Step {
    std::uint16_t first = 0, end = 0;
    bool optional = false;
};

template <class Use>
constexpr void for_parts(std::string_view text, char between, Use use) {
    for (std::size_t at = 0; at <= text.size();) {
        auto const end = std::min(text.find(between, at), text.size());
        use(text.substr(at, end - at));
        at = end + 1;
    }
}

constexpr Choice choice_of(std::string_view one) {
    if (!one.starts_with('@')) return {word_hash(one), Mark::word};
    return {0, one == "@own"     ? Mark::own
               : one == "@count" ? Mark::count
               : one == "@any"   ? Mark::any
               : one == "@kin"   ? Mark::kin
               : one == "@child" ? Mark::child
               : one == "@job"   ? Mark::job
                                 : Mark::human};
}

constexpr auto counts = [] {
    struct {
        std::size_t steps = 0, choices = 0;
    } all;
    for (auto const& told : told_phrases)
        for_parts(told.phrase, ' ', [&](std::string_view step) {
            ++all.steps;
            for_parts(step, '|', [&](std::string_view) { ++all.choices; });
        });
    return all;
}();

// All phrases, read by the compiler.
struct Phrases {
    std::array<Choice, counts.choices> choices{};
    std::array<Step, counts.steps> steps{};
    std::array<std::uint16_t, std::size(told_phrases) + 1> first_step{};
};
constexpr Phrases phrases = [] {
    Phrases all;
    std::uint16_t step_at = 0, choice_at = 0;
    for (std::size_t i = 0; i < std::size(told_phrases); ++i) {
        all.first_step[i] = step_at;
        for_parts(told_phrases[i].phrase, ' ', [&](std::string_view words) {
            auto& step = all.steps[step_at++];
            step.optional = words.starts_with('?');
            if (step.optional) words.remove_prefix(1);
            step.first = choice_at;
            for_parts(words, '|', [&](std::string_view one) { all.choices[choice_at++] = choice_of(one); });
            step.end = choice_at;
        });
    }
    all.first_step.back() = step_at;
    return all;
}();

constexpr std::uint32_t kin_first = 0, count_first = 1;  // no hash of a word that any phrase begins with

// What a phrase may begin with, and which phrase.
struct Opening {
    std::uint32_t hash = 0;
    std::uint16_t phrase = 0;
    std::uint64_t goes_on = 0, has_near = 0;
};

template <class Use>
constexpr void for_openings(std::size_t phrase, Use use) {
    auto const& step = phrases.steps[phrases.first_step[phrase]];
    for (auto at = step.first; at < step.end; ++at) {
        auto const& choice = phrases.choices[at];
        use(choice.mark == Mark::kin ? kin_first : choice.mark == Mark::count ? count_first : choice.hash);
    }
}

constexpr std::size_t opening_count = [] {
    std::size_t count = 0;
    for (std::size_t i = 0; i < std::size(told_phrases); ++i) for_openings(i, [&](std::uint32_t) { ++count; });
    return count;
}();

// Which words a phrase may go on with after its first, as bits of their hashes: most phrases need not be read at all.
constexpr std::uint64_t bit_of(std::uint32_t hash) { return std::uint64_t{1} << (hash >> 7 & 63U); }
constexpr auto goes_on_with = [] {
    std::array<std::uint64_t, std::size(told_phrases)> all{};
    for (std::size_t i = 0; i < std::size(told_phrases); ++i) {
        std::size_t const first = phrases.first_step[i], end = phrases.first_step[i + 1];
        bool ends = first + 1 < end;  // a phrase of one word goes on with anything
        auto const& opening = phrases.steps[first];
        for (auto choice = opening.first; choice < opening.end; ++choice)
            ends = ends && phrases.choices[choice].mark != Mark::any && phrases.choices[choice].mark != Mark::own;
        std::size_t at = first + 1;
        for (; ends && at < end; ++at) {
            auto const& step = phrases.steps[at];
            for (auto choice = step.first; choice < step.end; ++choice)
                all[i] |= phrases.choices[choice].mark == Mark::word ? bit_of(phrases.choices[choice].hash)
                                                                     : ~std::uint64_t{0};
            if (!step.optional) break;
        }
        if (!ends || at == end) all[i] = ~std::uint64_t{0};
    }
    return all;
}();

// One of which words a phrase has among the few after its first, as bits, where its second may be anything.
constexpr std::size_t near_words = 4;
constexpr auto has_near = [] {
    std::array<std::uint64_t, std::size(told_phrases)> all{};
    all.fill(~std::uint64_t{0});
    for (std::size_t i = 0; i < std::size(told_phrases); ++i) {
        auto const first = phrases.first_step[i], end = phrases.first_step[i + 1];
        // What stands for several words may push the others out of reach.
        auto const single = [](Choice const& choice) {
            return choice.mark == Mark::word || choice.mark == Mark::own || choice.mark == Mark::any;
        };
        for (auto at = first; at < end && at <= first + near_words; ++at) {
            auto const& step = phrases.steps[at];
            std::uint64_t bits = 0;
            bool words = at > first && !step.optional, all_single = true;
            for (auto choice = step.first; choice < step.end; ++choice) {
                words = words && phrases.choices[choice].mark == Mark::word;
                all_single = all_single && single(phrases.choices[choice]);
                bits |= bit_of(phrases.choices[choice].hash);
            }
            if (words) all[i] = bits;
            if (words || !all_single) break;
        }
    }
    return all;
}();

constexpr auto openings = [] {
    std::array<Opening, opening_count> all{};
    std::size_t filled = 0;
    for (std::uint16_t i = 0; i < std::size(told_phrases); ++i)
        for_openings(i, [&](std::uint32_t hash) { all[filled++] = {hash, i, goes_on_with[i], has_near[i]}; });
    std::ranges::sort(all, [](Opening const& a, Opening const& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.phrase < b.phrase;
    });
    return all;
}();

// All phrases that begin with the same word: openings `first` up to `end`, and what any of them may go on with.
struct Start {
    std::uint32_t hash = 0;
    std::uint16_t first = 0, end = 0;
    std::uint64_t goes_on = 0;
};
constexpr std::size_t start_count = [] {
    std::size_t count = 0;
    for (std::size_t i = 0; i < openings.size(); ++i) count += i == 0 || openings[i].hash != openings[i - 1].hash;
    return count;
}();
constexpr std::size_t doors = 8192;  // a power of two, well above the count of starts
static_assert(start_count * 4 < doors);
constexpr std::size_t door_of(std::uint32_t opening) { return (opening ^ opening >> 13) % doors; }

// By the hash of a first word: of most words one look tells that no phrase begins with them.
struct Starts {
    std::array<Start, start_count + 1> all{};   // the first is nothing
    std::array<std::uint16_t, doors> places{};  // in `all`
};
constexpr Starts starts = [] {
    Starts made;
    std::uint16_t last = 0;
    for (std::uint16_t i = 0; i < openings.size(); ++i) {
        if (i == 0 || openings[i].hash != openings[i - 1].hash) {
            made.all[++last] = {openings[i].hash, i, i, 0};
            auto door = door_of(openings[i].hash);
            while (made.places[door] != 0) door = (door + 1) % doors;
            made.places[door] = last;
        }
        made.all[last].end = static_cast<std::uint16_t>(i + 1);
        made.all[last].goes_on |= openings[i].goes_on;
    }
    return made;
}();

// Whether one does; now and then of a word that none begins with.
bool may_start(std::uint32_t opening) { return starts.places[door_of(opening)] != 0; }

Start const& start_of(std::uint32_t opening) {
    auto door = door_of(opening);
    while (starts.places[door] != 0 && starts.all[starts.places[door]].hash != opening) door = (door + 1) % doors;
    return starts.all[starts.places[door]];
}

class ToldReader {
public:
    ToldReader(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    // `last`: of what opens, a relative's several words or the one.
    void look_at(std::size_t i, std::size_t last, std::uint32_t opening) {
        auto const& start = start_of(opening);
        if (start.end == 0) return;
        auto const next = bit_of_next(last);
        if ((start.goes_on & next) == 0) return;
        bool known_not_own = false;
        std::uint64_t bits = 0;
        auto const near = [&] { return bits != 0 ? bits : bits = bits_of_near(last); };
        for (auto at = start.first; at < start.end; ++at) {
            if ((openings[at].goes_on & next) == 0 || (openings[at].has_near & near()) == 0) continue;
            // Of the writer's own: theirs to tell.
            if (!known_not_own && own(i)) return;
            known_not_own = true;
            try_phrase(i, openings[at].phrase);
        }
    }

    // The last token of what is told at `i`, phrases whole.
    std::size_t mention_end(std::size_t i) const {
        auto const mention = reader_.mention_from(i);
        if (mention >= reader_.mentions().size() || reader_.mentions()[mention].first != i) return i;
        return reader_.mentions()[mention].last;
    }

private:
    bool own(std::size_t i) const {
        return i > 0 && any_of(reader_.lower(i - 1), {"my", "our", "your", "i", "we", "ive", "im"});
    }
    // Of the word after `i`; all bits where that is no plain word.
    std::uint64_t bit_of_next(std::size_t i) const {
        auto const& next = reader_.at(i + 1);
        return next.shape == Shape::word ? bit_of(next.hash) : ~std::uint64_t{0};
    }

    // Of the few words after `i`; all bits where one of those is no plain word.
    std::uint64_t bits_of_near(std::size_t i) const {
        std::uint64_t bits = 0;
        for (auto at = i + 1; at <= i + near_words; ++at) {
            if (reader_.at(at).shape != Shape::word) return ~std::uint64_t{0};
            bits |= bit_of(reader_.at(at).hash);
        }
        return bits;
    }

    void try_phrase(std::size_t i, std::size_t phrase) {
        auto const last = end_of(phrase, i);
        if (last == none) return;
        auto const& told = told_phrases[phrase];
        bool const people =
            told.amid == Amid::anything ||
            ((reader_.told_before(i, 12) | reader_.told_after(last + 1, 8)) & (theme::human | theme::kin)) != 0 ||
            within(i, last);
        if (people) add(reader_, found_, i, last, told.what, told.confidence);
    }

    bool within(std::size_t first, std::size_t last) const {
        for (auto i = first; i <= last; ++i)
            if (reader_.tells(i, theme::kin | theme::human)) return true;
        return false;
    }

    static constexpr std::size_t none = ~std::size_t{0};

    // Where a phrase that begins at `i` ends; `none` when the text says something else. What may be missing is taken
    // where it stands: nothing is tried twice.
    std::size_t end_of(std::size_t phrase, std::size_t i) const {
        std::size_t last = none, next = i;
        for (auto at = phrases.first_step[phrase]; at < phrases.first_step[phrase + 1]; ++at) {
            auto const& step = phrases.steps[at];
            if (last != none && next != none) {
                while ((reader_.is_sign(next, '\'') && reader_.attached(next)) ||
                       (reader_.is_sign(next, '-') && reader_.attached(next)))
                    ++next;
                if (!follows(reader_, next)) next = none;
            }
            auto const matched = next == none ? none : step_end(step, next);
            if (matched == none) {
                if (!step.optional) return none;
                continue;
            }
            last = matched;
            next = matched + 1;
        }
        return last;
    }

    std::size_t step_end(Step const& step, std::size_t i) const {
        auto const& token = reader_.at(i);
        for (auto at = step.first; at < step.end; ++at) {
            auto const& choice = phrases.choices[at];
            if (choice.mark == Mark::word) {
                if (choice.hash == token.hash && token.shape != Shape::sign) return i;
            } else if (auto const last = mark_end(choice.mark, i); last != none) {
                return last;
            }
        }
        return none;
    }

    std::size_t mark_end(Mark mark, std::size_t i) const {
        if (mark == Mark::own) return any_of(reader_.lower(i), {"his", "her", "their"}) ? i : none;
        if (mark == Mark::count) {
            auto const count = number_at(reader_, i);
            return count >= 2 && count <= 16 ? i : none;
        }
        if (mark == Mark::any)
            return is_word(reader_, i) && !reader_.about(i, topic::common | topic::pronoun) &&
                           !reader_.tells(i, theme::be)
                       ? i
                       : none;
        auto const wanted = mark == Mark::kin     ? theme::kin
                            : mark == Mark::child ? theme::child
                            : mark == Mark::job   ? theme::occupation
                                                  : theme::human;
        if (mark == Mark::human && reader_.about(i, topic::pronoun)) return none;
        auto const mention = reader_.mention_from(i);
        if (mention >= reader_.mentions().size()) return none;
        auto const& told = reader_.mentions()[mention];
        return told.first == i && told.about(wanted) ? told.last : none;
    }

    Reader const& reader_;
    Candidates& found_;
};

}  // namespace

void find_told(Reader const& reader, Settings const&, Candidates& found) {
    ToldReader told(reader, found);
    auto const& tokens = reader.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto const& token = tokens[i];
        if (token.shape == Shape::sign) continue;
        if (may_start(token.hash)) told.look_at(i, i, token.hash);
        if (token.word == 0 && token.shape != Shape::number) continue;
        if (reader.tells(i, theme::kin)) told.look_at(i, told.mention_end(i), kin_first);
        if (number_at(reader, i) >= 2) told.look_at(i, i, count_first);
    }
}

}  // namespace kith::screen::rules
