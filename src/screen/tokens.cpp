#include "screen/tokens.hpp"

#include <algorithm>
#include <array>

namespace kith::screen {

namespace {

enum Kind_of_byte : unsigned char { other, space, line_end, digit, letter };

constexpr std::array<unsigned char, 256> kinds = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t c = 0; c < 256; ++c)
        table[c] = (c >= 'a' && c <= 'z') || c >= 0x80   ? letter
                   : c >= '0' && c <= '9'                ? digit
                   : c == '\n' || c == '\r' || c == '\f' ? line_end
                   : c == ' ' || c == '\t' || c == '\v'  ? space
                                                         : other;
    return table;
}();

unsigned char kind(char c) { return kinds[static_cast<unsigned char>(c)]; }

constexpr std::size_t bytes_a_token = 4;  // about, in English, with signs

}  // namespace

std::vector<Token> tokens_of(Folded const& text) {
    std::vector<Token> tokens;
    auto const lane = text.lower();
    tokens.reserve(lane.size() / bytes_a_token + 1);
    Gap gap = Gap::line;
    for (std::size_t at = 0; at < lane.size();) {
        auto const first = kind(lane[at]);
        if (first == space || first == line_end) {
            gap = first == line_end ? Gap::line : gap == Gap::none ? Gap::space : gap == Gap::line ? gap : Gap::spaces;
            ++at;
            continue;
        }
        std::size_t const start = at;
        std::uint32_t hash = word_hash_start;
        Shape shape = Shape::sign;
        if (first == other) {
            ++at;
        } else {
            unsigned seen = 0;
            for (; at < lane.size(); ++at) {
                auto const next = kind(lane[at]);
                if (next < digit) break;
                seen |= 1U << next;
                hash = word_hash_add(hash, lane[at]);
            }
            shape = seen == 1U << letter ? Shape::word : seen == 1U << digit ? Shape::number : Shape::mixed;
        }
        std::uint16_t const word =
            shape == Shape::word ? look_up(lane.substr(start, at - start), hash) : std::uint16_t{0};
        tokens.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at), shape, gap, word,
                          shape == Shape::sign ? 0 : hash});
        gap = Gap::none;
    }
    return tokens;
}

namespace {

constexpr Topics naming = topic::street | topic::street_first | topic::institution | topic::organisation | topic::care |
                          topic::unit | topic::title;
constexpr Topics dating = topic::month | topic::weekday | topic::small_number | topic::ordinal;
constexpr Themes dating_themes = theme::season | theme::holiday | theme::near_day | theme::relative_time;

bool joins_phrase(char c) { return c == '-' || c == '\''; }

}  // namespace

Reader::Reader(Folded const& text, std::vector<Token> const& tokens) : text_(text), tokens_(tokens) { gather(); }

void Reader::gather() {
    auto const lane = text_.lower();
    std::uint32_t phrase_end = 0;  // no mention begins within a phrase
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
        auto const& token = tokens_[i];
        if (token.shape == Shape::sign) {
            char const c = lane[token.start];
            if (c == '@' || c == ':' || c == '/' || c == '\\' || c == '[' || c == '(' || c == '.' || c == '#')
                net_signs_.push_back(i);
            continue;
        }
        if (token.shape != Shape::word) {
            numbers_.push_back(i);
            continue;
        }
        if (token.word == 0) continue;
        auto const& word = word_at(token.word);
        if (word.topics & (topic::digit | topic::repeat)) number_words_.push_back(i);
        if (word.topics & (topic::social | topic::net)) net_signs_.push_back(i);
        if (word.topics & naming) named_.push_back(i);
        if ((word.topics & dating) || (word.themes & dating_themes)) dated_.push_back(i);
        if (i < phrase_end) continue;
        std::size_t last = i;
        std::uint16_t const longest = word.topics & topic::phrase ? phrase_at(i, last) : std::uint16_t{0};
        if (longest != 0) {
            mentions_.push_back({i, static_cast<std::uint32_t>(last), longest});
            phrase_end = static_cast<std::uint32_t>(last) + 1;
        } else if (word.themes != 0) {
            mentions_.push_back({i, i, token.word});
        }
    }
}

// The longest phrase that begins at token `i`, and its last token; 0 for none. Hyphens and apostrophes are read over.
std::uint16_t Reader::phrase_at(std::size_t i, std::size_t& last) const {
    // Nothing to read over, so these are the first two words.
    if (has(i + 1) && at(i + 1).shape != Shape::sign && !may_begin_phrase(at(i).hash, at(i + 1).hash)) return 0;
    char key[phrase_bytes_max];
    std::size_t size = 0;
    std::uint16_t found = 0;
    auto hash = word_hash_start;
    std::size_t next = i;
    for (std::size_t words = 0; words < phrase_words_max && has(next); ++words) {
        auto const word = lower(next);
        if (size + 1 + word.size() > sizeof key || !(at(next).shape == Shape::word || has_digit(next))) break;
        if (words > 0) hash = word_hash_add(hash, key[size++] = '_');
        for (char const c : word) hash = word_hash_add(hash, key[size++] = c);
        if (words > 0)
            if (auto const phrase = look_up({key, size}, hash); phrase != 0 && word_at(phrase).themes != 0)
                found = phrase, last = next;
        ++next;
        if (joins_phrase(sign_at(next)) && attached(next)) ++next;
        if (at(next).gap == Gap::line) break;
    }
    return found;
}

std::size_t Reader::mention_from(std::size_t i) const {
    auto const found =
        std::lower_bound(mentions_.begin(), mentions_.end(), i,
                         [](Mention const& mention, std::size_t wanted) { return mention.first < wanted; });
    return static_cast<std::size_t>(found - mentions_.begin());
}

bool Reader::ends_sentence(std::size_t i) const {
    char const c = sign_at(i);
    return c == '.' || c == '?' || c == '!' || c == ';';
}

Themes Reader::told_before(std::size_t i, std::size_t most) const {
    Themes found = 0;
    std::size_t from = i;
    while (from > 0 && i - from < most && !ends_sentence(from - 1)) --from;
    for (auto n = mention_from(from); n < mentions_.size() && mentions_[n].first < i; ++n)
        found |= mentions_[n].themes();
    return found;
}

Themes Reader::told_after(std::size_t i, std::size_t most) const {
    Themes found = 0;
    std::size_t end = i;
    while (has(end) && end - i < most && !ends_sentence(end)) ++end;
    for (auto n = mention_from(i); n < mentions_.size() && mentions_[n].first < end; ++n)
        found |= mentions_[n].themes();
    return found;
}

std::string_view Reader::cased(std::size_t first, std::size_t last) const {
    return text_.cased().substr(at(first).start, at(last).end - at(first).start);
}

std::string_view Reader::lower(std::size_t first, std::size_t last) const {
    return text_.lower().substr(at(first).start, at(last).end - at(first).start);
}

bool Reader::capital(std::size_t i) const {
    auto const word = cased(i);
    if (word.empty() || at(i).shape == Shape::sign) return false;
    return word[0] != lower(i)[0] ||
           (word.size() > 1 && static_cast<unsigned char>(word[0]) >= 0x80 && word[1] != lower(i)[1]);
}

Topics Reader::before(std::size_t i, std::size_t most) const {
    Topics found = 0;
    for (std::size_t n = 1; n <= most && n <= i; ++n) {
        char const c = sign_at(i - n);
        if (c == '?' || c == '!') break;
        found |= topics(i - n);
    }
    return found;
}

Topics Reader::after(std::size_t i, std::size_t most) const {
    Topics found = 0;
    for (std::size_t n = 0; n < most && has(i + n); ++n) {
        char const c = sign_at(i + n);
        if (c == '?' || c == '!') break;
        found |= topics(i + n);
    }
    return found;
}

}  // namespace kith::screen
