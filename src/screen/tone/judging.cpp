#include "screen/tone/judging.hpp"

#include <algorithm>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen::tone {

using namespace sort;

namespace {

constexpr std::size_t looks_back = 12, denied_within = 4, fond_within = 3;  // words
constexpr Sorts hurtful = insult | mocking | scornful | faulting | beast | slur | condition;
constexpr Sorts somebody_words = person | third | sort::you;

bool is_word(Heard const& word, std::initializer_list<std::string_view> of) {
    return std::ranges::any_of(of, [&](std::string_view one) { return hash_on(one) == word.hash; });
}

Target target_of(Sorts sorts) {
    if ((sorts & sort::you) != 0) return Target::you;
    if ((sorts & boss) != 0) return Target::boss;
    return Target::somebody;
}

// Whether words may stand inside "that lazy little lad".
bool may_stand_before_person(Heard const& word) {
    return (word.sorts & (filler | condition | scornful | faulting | mocking | insult | slur | determiner | fond)) !=
               0 ||
           is_word(word, {"my", "his", "her", "their", "your", "our", "s", "new", "young", "whole", "entire", "other"});
}

// A person in up to four words, from `at` on: one past the last, or 0.
std::size_t fit_person(std::vector<Heard> const& words, std::size_t at, std::size_t end) {
    for (std::size_t n = 0; n < person_words_max && at + n < end; ++n) {
        auto const& word = words[at + n];
        bool const possessive = is_word(word, {"his", "her", "their", "your", "its"}) && at + n + 1 < end &&
                                !words[at + n].clause_end && (words[at + n + 1].sorts & (person | condition)) != 0;
        if ((word.sorts & somebody_words) != 0 && !possessive) return at + n + 1;
        if (!may_stand_before_person(word)) return 0;
    }
    return 0;
}

}  // namespace

Sorts Judging::all_of(Sentence const& sentence) const {
    Sorts all = 0;
    for (std::size_t at = sentence.first; at < sentence.last; ++at) all |= words_[at].sorts;
    return all;
}

bool Judging::own_kin(std::size_t at) const {
    if ((words_[at].sorts & kin) == 0) return false;
    for (std::size_t n = 1; n <= 2 && at >= sentence_.first + n; ++n)
        if (is_word(words_[at - n], {"my", "our"})) return true;
    return false;
}

// The nearest before it that can be meant.
Target Judging::before(std::size_t at) const {
    bool be_between = false;
    for (std::size_t n = 1; n <= looks_back && at >= sentence_.first + n; ++n) {
        auto const place = at - n;
        auto const sorts = words_[place].sorts;
        bool const names_itself = (sorts & (insult | mocking | beast | slur)) != 0;
        if ((sorts & but) != 0 && be_between) break;
        if ((sorts & (i | me | we)) != 0 && !is_word(words_[place], {"my", "our"})) {
            bool const is = be_between || (sorts & be) != 0 || n == 1 ||
                            (place > sentence_.first && is_word(words_[place - 1], {"am", "are"}));
            if (is) return Target::self;
        } else if ((sorts & somebody_words) != 0 && !names_itself) {
            if (own_kin(place)) return Target::self;
            if (is_word(words_[place], {"its"})) return Target::thing;
            return target_of(sorts);
        } else if ((sorts & thing) != 0 && (be_between || n == 1)) {
            return Target::thing;
        } else if (is_word(words_[place], {"it", "this", "that", "thats", "its"}) && be_between) {
            return Target::thing;
        }
        be_between = be_between || (sorts & be) != 0;
    }
    return Target::nobody;
}

Target Judging::of_noun(std::size_t at) const {
    if (!words_[at].clause_end) {
        if (has(at + 1, thing) && !has(at + 1, person)) return Target::thing;
        if (at + 2 < sentence_.last && is_word(words_[at + 1], {"of"}) && is_word(words_[at + 2], {"a", "an"}))
            return Target::thing;
        if (has(at + 1, person)) return target_of(words_[at + 1].sorts);
    }
    return before(at);
}

Target Judging::of_adjective(std::size_t at) const {
    auto next = at + 1;
    bool ended = words_[at].clause_end;
    while (!ended && next < sentence_.last && (words_[next].sorts & (hurtful | filler)) != 0 &&
           (words_[next].sorts & (person | thing)) == 0) {
        ended = words_[next].clause_end;
        ++next;
    }
    if (!ended && next < sentence_.last) {
        if (has(next, person) && next > at) return own_kin(next) ? Target::self : target_of(words_[next].sorts);
        if (has(next, thing)) return Target::thing;
        // A word before a noun that is nobody ("a stupid look"), unless the sentence goes on otherwise.
        bool const goes_on = has(next, but | somebody_words | be | asks) ||
                             is_word(words_[next], {"to",  "at",     "as",     "with",      "when", "about", "really",
                                                    "tbh", "enough", "beyond", "in",        "for",  "like",  "on",
                                                    "too", "again",  "today",  "behaviour", "lol",  "i",     "even"});
        if (!goes_on && next == at + 1) return Target::thing;
    }
    return before(at);
}

bool Judging::quoted_or_reported(std::size_t at) const {
    if (words_[at].quoted) return true;
    for (std::size_t place = sentence_.first; place < at; ++place) {
        auto const sorts = words_[place].sorts;
        if ((sorts & (reports | thinks)) == 0) continue;
        bool mine = place == sentence_.first && (sorts & reports) != 0;
        for (std::size_t n = 1; n <= 2 && place >= sentence_.first + n; ++n)
            mine = mine || ((words_[place - n].sorts & i) != 0 && (words_[place - n].sorts & (be | determiner)) == 0);
        bool const calling =
            is_word(words_[place], {"called", "calls", "calling", "described"}) && !is_word(words_[place], {"call"});
        if (mine && !calling) continue;
        // "... , the lying scumbag": the writer again.
        auto clause = at;
        while (clause > place && !words_[clause].clause_start) --clause;
        bool const apposition = clause > place + 1 &&
                                (words_[clause].sorts & (filler | determiner | insult | mocking)) != 0 &&
                                !is_word(words_[clause], {"and", "a", "you"});
        if (!apposition) return true;
    }
    return false;
}

bool Judging::excused(std::size_t at) const {
    if (quoted_or_reported(at)) return true;
    for (std::size_t n = 1; n <= denied_within && at >= sentence_.first + n; ++n) {
        if (words_[at - n].clause_end) break;
        bool const only = is_word(words_[at - n], {"not"}) && is_word(words_[at - n + 1], {"only", "just", "being"});
        if ((words_[at - n].sorts & not_) != 0 && !only) return true;
    }
    for (std::size_t n = 1; n <= fond_within && at >= sentence_.first + n; ++n)
        if ((words_[at - n].sorts & fond) != 0) return true;
    // "love you all, you mad bastards"
    for (std::size_t place = sentence_.first; place + 1 < at; ++place)
        if ((words_[place].sorts & fond) != 0 && is_word(words_[place + 1], {"you", "ya", "u", "him", "her", "them"}))
            return true;
    return false;
}

bool Judging::about_somebody() const {
    for (std::size_t back = 0; back <= 2 && back <= number_; ++back)
        if ((all_of(talk_.sentences[number_ - back]) & somebody_words) != 0) return true;
    return false;
}

bool Judging::about_thing_or_self() const {
    auto const all = all_of(sentence_);
    return (all & somebody_words) == 0 && (all & (thing | i | me | we)) != 0;
}

std::size_t fit(Phrase const& phrase, std::vector<Heard> const& words, std::size_t at, std::size_t end) {
    if (phrase.begins && !words[at].clause_start) return 0;
    // Which places the items read so far can end at: at most gap_words_max + 1 of them after each gap. Each step takes
    // one away and adds two at most.
    constexpr std::size_t steps_max = 64;
    struct Place {
        std::size_t item, at;
        std::size_t gap;
    };
    std::size_t const items = phrase.items.size();
    Place open[steps_max + 1];
    std::size_t count = 0;
    auto const push = [&](Place place) { open[count++] = place; };
    push({0, at, 0});
    for (std::size_t steps = 0; count != 0 && steps < steps_max; ++steps) {
        auto const place = open[--count];
        if (place.item == items) return place.at;
        auto const& item = phrase.items[place.item];
        if (item.what == Item::What::end) {
            if (place.at > at && words[place.at - 1].clause_end) push({place.item + 1, place.at, 0});
            continue;
        }
        if (item.what == Item::What::gap) {
            if (place.gap < gap_words_max && place.at < end) push({place.item, place.at + 1, place.gap + 1});
            push({place.item + 1, place.at, 0});
            continue;
        }
        if (place.at >= end) continue;
        if (item.what == Item::What::person) {
            if (auto const next = fit_person(words, place.at, end); next != 0) push({place.item + 1, next, 0});
        } else if (std::ranges::find(item.words, words[place.at].hash) != item.words.end()) {
            push({place.item + 1, place.at + 1, 0});
        }
    }
    return 0;
}

}  // namespace kith::screen::tone
