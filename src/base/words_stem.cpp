// Porter's algorithm, step by step as it was published, with its names: m counts how often a vowel is followed
// by a consonant.
#include <algorithm>
#include <initializer_list>

#include "base/words.hpp"

namespace kith::words {

namespace {

bool is_vowel(std::string_view word, std::size_t i) {
    switch (word[i]) {
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u': return true;
        case 'y': return i > 0 && !is_vowel(word, i - 1);
        default: return false;
    }
}

int measure(std::string_view stem) {
    int m = 0;
    for (std::size_t i = 1; i < stem.size(); ++i) m += !is_vowel(stem, i) && is_vowel(stem, i - 1);
    return m;
}

bool has_vowel(std::string_view stem) {
    for (std::size_t i = 0; i < stem.size(); ++i)
        if (is_vowel(stem, i)) return true;
    return false;
}

bool ends_double(std::string_view stem) {
    auto const n = stem.size();
    return n >= 2 && stem[n - 1] == stem[n - 2] && !is_vowel(stem, n - 1);
}

// Consonant, vowel, consonant, the last not w, x or y: "hop".
bool ends_short(std::string_view stem) {
    auto const n = stem.size();
    if (n < 3 || is_vowel(stem, n - 3) || !is_vowel(stem, n - 2) || is_vowel(stem, n - 1)) return false;
    return stem[n - 1] != 'w' && stem[n - 1] != 'x' && stem[n - 1] != 'y';
}

std::string_view without(std::string const& word, std::string_view suffix) {
    return std::string_view{word}.substr(0, word.size() - suffix.size());
}

void swap_suffix(std::string& word, std::string_view suffix, std::string_view other) {
    word.resize(word.size() - suffix.size());
    word += other;
}

struct Rule {
    std::string_view suffix, other;
};

// The longest suffix that fits decides, whether its stem is long enough or not.
void apply(std::string& word, std::initializer_list<Rule> rules, int more_than) {
    Rule const* longest = nullptr;
    for (auto const& rule : rules)
        if (word.ends_with(rule.suffix) && (!longest || rule.suffix.size() > longest->suffix.size())) longest = &rule;
    if (longest && measure(without(word, longest->suffix)) > more_than)
        swap_suffix(word, longest->suffix, longest->other);
}

void step_1a(std::string& word) {
    if (word.ends_with("sses"))
        swap_suffix(word, "es", "");
    else if (word.ends_with("ies"))
        swap_suffix(word, "ies", "i");
    else if (word.ends_with("s") && !word.ends_with("ss"))
        swap_suffix(word, "s", "");
}

void step_1b(std::string& word) {
    if (word.ends_with("eed")) {
        if (measure(without(word, "eed")) > 0) swap_suffix(word, "d", "");
        return;
    }
    auto const suffix = word.ends_with("ed") ? std::string_view{"ed"} : word.ends_with("ing") ? "ing" : "";
    if (suffix.empty() || !has_vowel(without(word, suffix))) return;
    swap_suffix(word, suffix, "");
    if (word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz"))
        word += 'e';
    else if (ends_double(word) && !word.ends_with("l") && !word.ends_with("s") && !word.ends_with("z"))
        word.pop_back();
    else if (measure(word) == 1 && ends_short(word))
        word += 'e';
}

void step_2(std::string& word) {
    apply(word, {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
                 {"abli", "able"},   {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
                 {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
                 {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"}},
          0);
}

void step_3(std::string& word) {
    apply(word,
          {{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}},
          0);
}

void step_4(std::string& word) {
    // "ion" goes only after s or t; where it does not, no other suffix fits.
    if (word.ends_with("ion") && !word.ends_with("sion") && !word.ends_with("tion")) return;
    apply(word,
          {{"al", ""},
           {"ance", ""},
           {"ence", ""},
           {"er", ""},
           {"ic", ""},
           {"able", ""},
           {"ible", ""},
           {"ant", ""},
           {"ement", ""},
           {"ment", ""},
           {"ent", ""},
           {"ion", ""},
           {"ou", ""},
           {"ism", ""},
           {"ate", ""},
           {"iti", ""},
           {"ous", ""},
           {"ive", ""},
           {"ize", ""}},
          1);
}

void step_5(std::string& word) {
    if (word.ends_with("e")) {
        auto const stem = without(word, "e");
        auto const m = measure(stem);
        if (m > 1 || (m == 1 && !ends_short(stem))) word.pop_back();
    }
    if (word.ends_with("ll") && measure(word) > 1) word.pop_back();
}

}  // namespace

std::string stem(std::string_view plain) {
    std::string word{plain};
    if (word.size() < 3 || !std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) return word;
    step_1a(word);
    step_1b(word);
    if (word.ends_with("y") && has_vowel(without(word, "y"))) word.back() = 'i';
    step_2(word);
    step_3(word);
    step_4(word);
    step_5(word);
    return word;
}

}  // namespace kith::words
