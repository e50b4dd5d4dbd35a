#include "screen/tagger/attributes.hpp"

#include <algorithm>

#include "screen/tagger/evidence.hpp"
#include "screen/tagger/word_memory.hpp"

namespace kith::screen::tagger {

namespace {

constexpr std::size_t brief_tokens_max = 60;
constexpr std::size_t report_first_persons_of = 150;    // at most one "I" or "my" in so many tokens
constexpr std::size_t report_sentence_tokens_min = 11;  // on average
constexpr std::size_t title_case_of = 50;               // fewer than one word in so many: a text without capitals
constexpr std::size_t affix_min = 2, affix_max = 4;

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

bool upper_ascii(char c) { return c >= 'A' && c <= 'Z'; }

Letters letters_of(std::string_view cased, std::string_view lower) {
    if (cased.substr(1) == lower.substr(1) && static_cast<unsigned char>(cased[0]) < 0x80)
        return cased[0] == lower[0] ? Letters::lower : cased.size() == 1 ? Letters::single : Letters::title;
    std::size_t capitals = 0, letters = 0;
    bool first = false;
    for (std::size_t i = 0; i < cased.size(); ++i) {
        auto const byte = static_cast<unsigned char>(cased[i]);
        if (byte >= 0x80 && byte < 0xC0) continue;
        ++letters;
        bool const capital =
            cased[i] != lower[i] || (byte >= 0xC0 && i + 1 < cased.size() && cased[i + 1] != lower[i + 1]);
        capitals += capital;
        if (letters == 1) first = capital;
    }
    if (capitals == 0) return Letters::lower;
    if (letters == 1) return Letters::single;
    if (capitals == letters) return Letters::upper;
    return first && capitals == 1 ? Letters::title : Letters::mixed;
}

std::uint32_t number_word(std::string_view digits) {
    int value = 0;
    for (char const c : digits.substr(0, 4)) value = value * 10 + (c - '0');
    std::uint32_t what = 16 + static_cast<std::uint32_t>(std::min<std::size_t>(digits.size(), 12));
    if (digits.size() == 4 && value >= 1900 && value < 2100) what = 1;
    if (digits.size() <= 2) what = value <= 12 ? 2 : value <= 31 ? 3 : 4;
    return mix(what * 2654435761U);
}

std::uint32_t mixed_word(std::string_view lower) {
    std::uint32_t hash = 0xA5A5U;
    unsigned char last = 0;
    for (char const c : lower.substr(0, 24)) {
        unsigned char const kind = c >= '0' && c <= '9' ? 'd' : 'x';
        if (kind != last) hash = both(hash, kind);
        last = kind;
    }
    // "14yo", "2nd", "s47": the letters tell.
    std::uint32_t letters = 0;
    for (char const c : lower.substr(0, 8))
        if (c < '0' || c > '9') letters = both(letters, static_cast<unsigned char>(c));
    return mix(both(hash, letters));
}

// In coarse steps: how much more a name than a common word, and how much more a place than either.
std::uint8_t looks_of(Guess const& guess) {
    auto const vote = [&](Looks what) { return guess.votes[static_cast<std::size_t>(what)]; };
    int const common = vote(Looks::common), name = std::max(vote(Looks::forename), vote(Looks::surname)),
              place = vote(Looks::place);
    constexpr int step = 40;
    int const as_name = std::clamp((name - common) / step + looks_even, 0, int{looks_as_name});
    int const as_place = std::clamp((place - std::max(name, common)) / step + 2, 0, 3);
    bool const first = vote(Looks::forename) > vote(Looks::surname);
    return static_cast<std::uint8_t>(as_name | as_place << 3 | int{first} << 5);
}

// What of a text tells its manner.
struct Counted {
    std::size_t words = 0, title = 0, upper = 0, ends = 1, first_person = 0;

    void add(Attributes const& of) {
        ends += of.sentence_start;
        if (of.form != Shape::word) return;
        ++words;
        title += of.letters == Letters::title || of.letters == Letters::mixed;
        upper += of.letters == Letters::upper;
        if (of.family == Family::pronoun)
            first_person += std::ranges::find(first_persons, of.word) != std::end(first_persons);
    }
    Manner manner(std::size_t tokens) const {
        Manner manner;
        if (words > 2 && upper * 10 > words * 6)
            manner.capitals = Capitals::only;
        else if (title * title_case_of < words)
            manner.capitals = Capitals::none;
        if (tokens > brief_tokens_max)
            manner.style =
                first_person * report_first_persons_of <= tokens && tokens >= ends * report_sentence_tokens_min
                    ? Style::report
                    : Style::personal;
        return manner;
    }

private:
    static constexpr std::uint32_t first_persons[] = {hash_of("i"), hash_of("my"), hash_of("me"), hash_of("im"),
                                                      hash_of("u")};
};

// What the token before says of the word `i`.
std::uint8_t beside(std::vector<Token> const& tokens, std::vector<Attributes> const& all, std::size_t i, bool capital) {
    if (i == 0) return 0;
    std::uint8_t bits = 0;
    std::size_t const before = i > 1 && tokens[i - 1].shape == Shape::sign ? i - 2 : i - 1;  // "Mr. Wren"
    if (all[before].family == Family::title && tokens[i].gap != Gap::line) bits |= evidence::after_title;
    if (capital && tokens[i].gap == Gap::space && (all[i - 1].facts & 3U) >= 2) bits |= evidence::beside_forename;
    return bits;
}

std::uint16_t facts_of(std::string_view lower, std::uint32_t hash, WordFacts const& known) {
    auto const facts = known.facts(hash);
    if (facts.bits != 0 || lower.size() < 4 || lower.back() != 's') return facts.bits;
    constexpr std::uint16_t with_s = 0x100;  // "sarahs mum"
    auto const stem = known.facts(hash_of(lower.substr(0, lower.size() - 1)));
    return stem.bits == 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(stem.bits | with_s);
}

void describe_word(std::string_view lower, WordFacts const& known, Attributes& out) {
    out.word = hash_of(lower);
    out.family = family_of(out.word);
    out.facts = facts_of(lower, out.word, known);
    if (lower.size() > 1) out.looks = looks_of(known.guess(lower));
    for (std::size_t n = affix_min; n <= affix_max && n <= lower.size(); ++n) {
        out.affixes[n - affix_min] = affix_of(lower.substr(0, n), Affix::front);
        out.affixes[n + 1] = affix_of(lower.substr(lower.size() - n), Affix::end);
    }
}

// A word, or how a number or a sign is told from others, in the memory.
template <class Describe>
KnownWord& remember(ShortWord const& word, std::uint32_t hash, WordMemory& memory, Attributes& out, Describe describe) {
    auto& kept = memory.place_of_word(hash);
    if (kept.word != word) {
        kept = {};
        describe(kept.attributes);
        kept.attributes.kept_at = memory.number_of(kept);
        kept.attributes.kept_id = memory.next_id();
        kept.word = word;
        kept.id = kept.attributes.kept_id;
    }
    out = kept.attributes;
    return kept;
}

// Answers the word's number among those of the text.
std::uint32_t describe_anew(std::string_view lower, WordFacts const& known, Evidence& evidence, Attributes& out) {
    out = {};
    describe_word(lower, known, out);
    return evidence.number_of(out.word);
}

std::uint32_t describe(Token const& token, std::string_view cased, std::string_view lower, WordFacts const& known,
                       WordMemory* memory, Evidence& evidence, Attributes& out) {
    if (token.shape == Shape::word) {
        std::uint32_t number = 0;
        if (memory != nullptr && lower.size() <= ShortWord::bytes_max) {
            auto& kept = remember(ShortWord{lower}, token.hash, *memory, out,
                                  [&](Attributes& of) { describe_word(lower, known, of); });
            if (kept.text != memory->text()) {
                kept.text = memory->text();
                kept.number = evidence.number_of(out.word);
            }
            number = kept.number;
        } else {
            number = describe_anew(lower, known, evidence, out);
        }
        out.letters = letters_of(cased, lower);
        return number;
    }
    auto const word = token.shape == Shape::number  ? number_word(lower)
                      : token.shape == Shape::mixed ? mixed_word(lower)
                                                    : mix(0x51600U + static_cast<unsigned char>(cased[0]));
    if (memory != nullptr)
        remember(ShortWord{token.shape, word}, word, *memory, out, [&](Attributes& of) { of.word = word; });
    else
        out = {}, out.word = word;
    if (token.shape == Shape::mixed) out.letters = upper_ascii(cased[0]) ? Letters::mixed : Letters::none;
    return Evidence::nowhere;
}

// What stands in `shape`, before it is mixed.
std::uint32_t form_of(Token const& token, Attributes const& of, Capitals capitals, char sign) {
    std::uint32_t form = static_cast<std::uint32_t>(token.shape) | static_cast<std::uint32_t>(of.letters) << 2 |
                         static_cast<std::uint32_t>(of.sentence_start) << 5 |
                         static_cast<std::uint32_t>(capitals) << 6 | std::uint32_t{of.in_handle} << 8;
    if (token.shape == Shape::sign) form |= static_cast<std::uint32_t>(static_cast<unsigned char>(sign)) << 16;
    if (token.shape == Shape::number) form |= static_cast<std::uint32_t>(std::min<std::size_t>(token.size(), 8)) << 16;
    if (token.shape == Shape::word) form |= static_cast<std::uint32_t>(token.size() > 3) << 16;
    return form;
}

// 24 bits of form, 9 of facts, 6 of looks, 6 of evidence, 5 of family, 2 of style.
std::uint64_t kind_of(std::uint32_t form, Attributes const& of, Style style) {
    return form | std::uint64_t{of.facts} << 24 | std::uint64_t{of.looks} << 33 | std::uint64_t{of.evidence} << 39 |
           static_cast<std::uint64_t>(of.family) << 45 | static_cast<std::uint64_t>(style) << 50;
}

}  // namespace

void attributes_of(Folded const& text, std::vector<Token> const& tokens, WordFacts const& known, WordMemory* memory,
                   Evidence& evidence, Attributed& result) {
    auto& all = result.tokens;
    all.resize(tokens.size());
    evidence.begin(tokens.size());
    if (memory != nullptr) memory->begin_text();
    Counted counted;
    bool start = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto const& token = tokens[i];
        auto& out = all[i];
        auto const cased = text.cased().substr(token.start, token.size()),
                   lower = text.lower().substr(token.start, token.size());
        if (token.gap == Gap::line) start = true;
        evidence.numbers[i] = describe(token, cased, lower, known, memory, evidence, out);
        out.form = token.shape;
        out.sentence_start = start && token.shape == Shape::word;
        if (token.shape != Shape::sign)
            start = false;
        else if (ends_sentence(cased[0]))
            start = true;
        out.in_handle = token.gap == Gap::none && i > 0 &&
                        (all[i - 1].in_handle ||
                         (tokens[i - 1].shape == Shape::sign && text.cased()[tokens[i - 1].start] == '@')) &&
                        (token.shape != Shape::sign || cased[0] == '_');
        counted.add(out);
        if (token.shape != Shape::word) continue;
        bool const capital = out.letters > Letters::lower;
        evidence.seen(evidence.numbers[i], capital, out.sentence_start, beside(tokens, all, i, capital));
    }
    result.manner = counted.manner(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto const& token = tokens[i];
        auto& out = all[i];
        if (token.shape == Shape::word) out.evidence = evidence.of(evidence.numbers[i]);
        auto const form = form_of(token, out, result.manner.capitals, text.cased()[token.start]);
        out.kind = kind_of(form, out, result.manner.style);
        out.shape = mix(form);
    }
}

Attributed attributes_of(Folded const& text, std::vector<Token> const& tokens, WordFacts const& known,
                         WordMemory* memory) {
    Attributed result;
    Evidence evidence;
    attributes_of(text, tokens, known, memory, evidence, result);
    return result;
}

}  // namespace kith::screen::tagger
