// A folded text as words, numbers and single signs, and a reader that rules walk over it with.
//
// A word is a run of letters (a byte above 127 is a letter), a number a run of
// digits, `mixed` a run of both; a sign is one other character. White space is no
// token: each token knows the gap before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "screen/lexicon.hpp"
#include "screen/normalise.hpp"

namespace kith::screen {

enum class Shape : std::uint8_t { word, number, mixed, sign };
enum class Gap : std::uint8_t { none, space, spaces, line };  // `line`: at least one line ends

struct Token {
    std::uint32_t start, end;  // in the lanes
    Shape shape;
    Gap gap;
    std::uint16_t word;      // in the lexicon
    std::uint32_t hash = 0;  // `word_hash` of the word or number in lower case; a sign has none

    std::size_t size() const { return end - start; }
};

std::vector<Token> tokens_of(Folded const&);

// A word or a phrase that tells something: tokens `first` up to and with `last`.
struct Mention {
    std::uint32_t first, last;
    std::uint16_t word;  // in the lexicon; not the first token's own where it is a phrase

    Themes themes() const { return word_at(word).themes; }
    bool about(Themes wanted) const { return (themes() & wanted) != 0; }
};

// What lies beyond either end of the text looks like an endless row of line ends.
//
// So that no rule need look at every token, those that rules begin at are gathered once, each in the order of the text.
class Reader {
public:
    Reader(Folded const& text, std::vector<Token> const& tokens);

    // Tokens with a digit in them.
    std::vector<std::uint32_t> const& numbers() const { return numbers_; }
    // Words that name a digit or repeat one ("oh", "double"), single letters and letter codes before a digit.
    std::vector<std::uint32_t> const& number_words() const { return number_words_; }
    // Signs that addresses on the net are written with, the words "at" and "dot", and names of networks.
    std::vector<std::uint32_t> const& net_signs() const { return net_signs_; }
    // Words that dates are made of: months, weekdays, seasons, "last", numbers in words.
    std::vector<std::uint32_t> const& dated() const { return dated_; }
    // Words that names are made of: streets, institutions, organisations, titles, kinds of rooms.
    std::vector<std::uint32_t> const& named() const { return named_; }
    // Words and phrases that tell something (themes), the longest at each place; none within another.
    std::vector<Mention> const& mentions() const { return mentions_; }
    // The first of `mentions` that begins at token `i` or later.
    std::size_t mention_from(std::size_t i) const;

    std::size_t count() const { return tokens_.size(); }
    bool has(std::size_t i) const { return i < tokens_.size(); }
    Token const& at(std::size_t i) const {
        ++steps_;
        return i < tokens_.size() ? tokens_[i] : beyond_;
    }
    std::string_view lower(std::size_t i) const { return part(text_.lower(), i); }
    std::string_view cased(std::size_t i) const { return part(text_.cased(), i); }
    // Of several tokens, `first` up to and with `last`, and what stands between them.
    std::string_view cased(std::size_t first, std::size_t last) const;
    std::string_view lower(std::size_t first, std::size_t last) const;

    // The sign, or NUL for other tokens.
    char sign_at(std::size_t i) const {
        auto const& token = at(i);
        return token.shape == Shape::sign && token.end > token.start ? text_.cased()[token.start] : '\0';
    }
    bool is_sign(std::size_t i, char wanted) const { return sign_at(i) == wanted; }
    // No space before it.
    bool attached(std::size_t i) const { return at(i).gap == Gap::none && i > 0 && has(i); }
    // A number, or a run with a digit in it.
    bool has_digit(std::size_t i) const {
        auto const shape = at(i).shape;
        return shape == Shape::number || shape == Shape::mixed;
    }
    bool capital(std::size_t i) const;
    Topics topics(std::size_t i) const { return word_at(at(i).word).topics; }
    bool about(std::size_t i, Topics wanted) const { return (topics(i) & wanted) != 0; }
    int value(std::size_t i) const { return word_at(at(i).word).value; }

    Themes themes(std::size_t i) const { return word_at(at(i).word).themes; }
    bool tells(std::size_t i, Themes wanted) const { return (themes(i) & wanted) != 0; }
    // The token ends a sentence, or a line ends before the next.
    bool ends_sentence(std::size_t i) const;

    // Themes told within `most` tokens before `i` or from `i` on, as far as the sentence goes, phrases among them.
    Themes told_before(std::size_t i, std::size_t most) const;
    Themes told_after(std::size_t i, std::size_t most) const;
    // Topics of up to `most` tokens before `i` or from `i` on, as far as the paragraph or a question goes.
    Topics before(std::size_t i, std::size_t most) const;
    Topics after(std::size_t i, std::size_t most) const;

    std::uint64_t steps() const { return steps_; }
    Folded const& text() const { return text_; }
    std::vector<Token> const& tokens() const { return tokens_; }

private:
    void gather();
    std::uint16_t phrase_at(std::size_t i, std::size_t& last) const;
    std::string_view part(std::string_view lane, std::size_t i) const {
        auto const& token = at(i);
        return lane.substr(token.start, token.end - token.start);
    }

    Folded const& text_;
    std::vector<Token> const& tokens_;
    static constexpr Token beyond_{0, 0, Shape::sign, Gap::line, 0};
    std::vector<std::uint32_t> numbers_, number_words_, net_signs_, dated_, named_;
    std::vector<Mention> mentions_;
    mutable std::uint64_t steps_ = 0;
};

}  // namespace kith::screen
