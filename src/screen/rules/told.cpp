#include "screen/rules/told.hpp"

#include <algorithm>
#include <array>

#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::uint32_t kin_first = 0, count_first = 1;  // no hash of a word that any phrase begins with

// The first word or mark of a phrase, and which phrase.
struct Opening {
    std::uint32_t hash = 0;
    std::uint16_t phrase = 0;
};

constexpr std::uint32_t opening_hash(std::string_view word) {
    return word == "@kin" ? kin_first : word == "@count" ? count_first : word_hash(word);
}

template <class Use>
constexpr void for_openings(std::string_view phrase, Use use) {
    auto const first = phrase.substr(0, phrase.find(' '));
    for (std::size_t at = 0; at <= first.size();) {
        auto const end = std::min(first.find('|', at), first.size());
        use(opening_hash(first.substr(at, end - at)));
        at = end + 1;
    }
}

constexpr std::size_t opening_count = [] {
    std::size_t count = 0;
    for (auto const& told : told_phrases) for_openings(told.phrase, [&](std::uint32_t) { ++count; });
    return count;
}();

constexpr auto openings = [] {
    std::array<Opening, opening_count> all{};
    std::size_t filled = 0;
    for (std::uint16_t i = 0; i < std::size(told_phrases); ++i)
        for_openings(told_phrases[i].phrase, [&](std::uint32_t hash) { all[filled++] = {hash, i}; });
    std::ranges::sort(all, [](Opening const& a, Opening const& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.phrase < b.phrase;
    });
    return all;
}();

// Whether any phrase may begin with a word: of most words one look tells that none does.
constexpr std::size_t doors = 4096;  // a power of two
constexpr auto may_open = [] {
    std::array<bool, doors> open{};
    for (auto const& opening : openings) open[opening.hash % doors] = true;
    return open;
}();

class ToldReader {
public:
    ToldReader(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    void look_at(std::size_t i, std::uint32_t opening) {
        if (!may_open[opening % doors]) return;
        auto at = std::ranges::lower_bound(openings, opening, {}, &Opening::hash);
        for (; at != openings.end() && at->hash == opening; ++at) try_phrase(i, told_phrases[at->phrase]);
    }

private:
    void try_phrase(std::size_t i, Told const& told) {
        // Of the writer's own: theirs to tell.
        if (i > 0 && any_of(reader_.lower(i - 1), {"my", "our", "your", "i", "we", "ive", "im"})) return;
        auto const last = end_of(told.phrase, i);
        if (last == none) return;
        bool const people =
            ((reader_.told_before(i, 12) | reader_.told_after(last + 1, 8)) & (theme::human | theme::kin)) != 0 ||
            within(i, last);
        if (told.amid == Amid::people && !people) return;
        add(reader_, found_, i, last, told.what, told.confidence);
    }

    bool within(std::size_t first, std::size_t last) const {
        for (auto i = first; i <= last; ++i)
            if (reader_.tells(i, theme::kin | theme::human)) return true;
        return false;
    }

    static constexpr std::size_t none = ~std::size_t{0};

    // Where a phrase that begins at `i` ends; `none` when the text says something else. What may be missing is taken
    // where it stands: nothing is tried twice.
    std::size_t end_of(std::string_view phrase, std::size_t i) const {
        std::size_t last = none, next = i;
        for (std::size_t at = 0; at < phrase.size();) {
            auto const end = std::min(phrase.find(' ', at), phrase.size());
            auto step = phrase.substr(at, end - at);
            at = end + 1;
            bool const optional = step.starts_with('?');
            if (optional) step.remove_prefix(1);
            if (last != none && next != none) {
                while ((reader_.is_sign(next, '\'') && reader_.attached(next)) ||
                       (reader_.is_sign(next, '-') && reader_.attached(next)))
                    ++next;
                if (!follows(reader_, next)) next = none;
            }
            auto const matched = next == none ? none : step_end(step, next);
            if (matched == none) {
                if (!optional) return none;
                continue;
            }
            last = matched;
            next = matched + 1;
        }
        return last;
    }

    std::size_t step_end(std::string_view step, std::size_t i) const {
        auto const word = reader_.lower(i);
        for (std::size_t at = 0; at <= step.size();) {
            auto const end = std::min(step.find('|', at), step.size());
            auto const one = step.substr(at, end - at);
            at = end + 1;
            if (one.starts_with('@')) {
                if (auto const last = mark_end(one, i); last != none) return last;
            } else if (one == word) {
                return i;
            }
        }
        return none;
    }

    std::size_t mark_end(std::string_view mark, std::size_t i) const {
        if (mark == "@own") return any_of(reader_.lower(i), {"his", "her", "their"}) ? i : none;
        if (mark == "@count") {
            auto const count = number_at(reader_, i);
            return count >= 2 && count <= 16 ? i : none;
        }
        if (mark == "@any")
            return is_word(reader_, i) && !reader_.about(i, topic::common | topic::pronoun) &&
                           !reader_.tells(i, theme::be)
                       ? i
                       : none;
        auto const wanted = mark == "@kin"     ? theme::kin
                            : mark == "@child" ? theme::child
                            : mark == "@job"   ? theme::occupation
                                               : theme::human;
        if (mark == "@human" && reader_.about(i, topic::pronoun)) return none;
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
    for (std::size_t i = 0; i < reader.count(); ++i) {
        if (!is_word(reader, i)) continue;
        told.look_at(i, word_hash(reader.lower(i)));
        if (reader.tells(i, theme::kin)) told.look_at(i, kin_first);
        if (number_at(reader, i) >= 2) told.look_at(i, count_first);
    }
}

}  // namespace kith::screen::rules
