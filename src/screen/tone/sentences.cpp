#include "screen/tone/sentences.hpp"

#include <algorithm>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen::tone {

namespace {

constexpr std::size_t quote_tokens_max = 60;  // a quotation longer than this is taken for none

// Which tokens stand between quotation marks.
class Quotes {
public:
    Quotes(std::string_view lane, std::vector<Token> const& tokens) : lane_(lane), tokens_(tokens) {}

    // To be asked for each token in order.
    bool inside(std::size_t i) {
        if (i < until_) return true;
        char const c = sign(i);
        if (c == '"' || (c == '\'' && opens(i))) {
            for (std::size_t n = i + 1; n < tokens_.size() && n <= i + quote_tokens_max; ++n) {
                if (sign(n) != c || (c == '\'' && !closes(n))) continue;
                until_ = n;
                break;
            }
        }
        return i < until_;
    }

private:
    char sign(std::size_t i) const { return tokens_[i].shape == Shape::sign ? lane_[tokens_[i].start] : '\0'; }
    bool opens(std::size_t i) const {
        return tokens_[i].gap != Gap::none && i + 1 < tokens_.size() && tokens_[i + 1].gap == Gap::none;
    }
    bool closes(std::size_t i) const {
        bool const letter_behind =
            i + 1 < tokens_.size() && tokens_[i + 1].gap == Gap::none && tokens_[i + 1].shape != Shape::sign;
        return tokens_[i].gap == Gap::none && !letter_behind;
    }

    std::string_view lane_;
    std::vector<Token> const& tokens_;
    std::size_t until_ = 0;
};

class Hearing {
public:
    Hearing(Folded const& text, std::vector<Token> const& tokens, std::span<Candidate const> names)
        : lower_(text.lower()), cased_(text.cased()), tokens_(tokens), names_(names), quotes_(lower_, tokens) {}

    Talk run() {
        talk_.words.reserve(tokens_.size());
        for (std::size_t i = 0; i < tokens_.size();) {
            if (tokens_[i].gap == Gap::line) end_sentence();
            if (tokens_[i].shape == Shape::sign) {
                quotes_.inside(i);
                sign(i++);
            } else {
                i = word(i);
            }
        }
        end_sentence();
        return std::move(talk_);
    }

private:
    bool attached_sign(std::size_t i, char c) const {
        return i < tokens_.size() && tokens_[i].gap == Gap::none && tokens_[i].shape == Shape::sign &&
               lower_[tokens_[i].start] == c;
    }
    bool attached_word(std::size_t i) const {
        return i < tokens_.size() && tokens_[i].gap == Gap::none && tokens_[i].shape != Shape::sign;
    }

    std::size_t word(std::size_t i) {
        bool const quoted = quotes_.inside(i);
        static_assert(hash_start == word_hash_start);
        Heard heard{hash_start, tokens_[i].start, tokens_[i].end, 0};
        heard.quoted = quoted;
        std::uint32_t owner = 0;
        for (;;) {
            heard.hash = heard.hash == hash_start
                             ? tokens_[i].hash
                             : hash_on(lower_.substr(tokens_[i].start, tokens_[i].size()), heard.hash);
            heard.end = tokens_[i].end;
            ++i;
            if (attached_sign(i, '\'') && attached_word(i + 1)) {
                owner = lower_.substr(tokens_[i + 1].start, tokens_[i + 1].size()) == "s" ? heard.hash : 0;
                ++i;
            } else if (attached_sign(i, '*')) {
                heard.hash = hash_on("*", heard.hash);
                while (attached_sign(i, '*')) heard.end = tokens_[i++].end;
                if (!attached_word(i)) break;
            } else {
                break;
            }
        }
        heard.sorts = sorts_of(heard.hash);
        // "the manager's", which is hers or is what she is
        if (heard.sorts == 0 && owner != 0) heard.sorts = (sorts_of(owner) & ~sort::filler) | sort::be;
        while (name_ < names_.size() && names_[name_].end <= heard.start) ++name_;
        if (name_ < names_.size() && names_[name_].start < heard.end && names_[name_].what == Class::person)
            heard.sorts |= sort::person;
        heard.clause_start = clause_starts_;
        heard.capitals =
            heard.end - heard.start > 1 && is_capitals(cased_.substr(heard.start, heard.end - heard.start));
        clause_starts_ = false;
        talk_.words.push_back(heard);
        return i;
    }

    static bool is_capitals(std::string_view word) {
        return std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    }

    void sign(std::size_t i) {
        char const c = lower_[tokens_[i].start];
        bool const spaced = i + 1 >= tokens_.size() || tokens_[i + 1].gap != Gap::none;
        if (c == '?') ++questions_;
        if (c == '.' || c == '?' || c == '!') {
            if (spaced || attached_sign(i + 1, c) || attached_sign(i + 1, '"')) end_clause();
            if (spaced) end_sentence();
        } else if (c == ',' || c == ';' || c == ':' || c == '(' || c == ')' ||
                   (c == '-' && tokens_[i].gap != Gap::none) || c == '"') {
            end_clause();
        }
    }

    void end_clause() {
        clause_starts_ = true;
        if (talk_.words.size() > first_) talk_.words.back().clause_end = true;
    }

    void end_sentence() {
        end_clause();
        auto const end = static_cast<std::uint32_t>(talk_.words.size());
        if (end > first_) talk_.sentences.push_back({first_, end, questions_ >= 3});
        first_ = end;
        questions_ = 0;
    }

    std::string_view lower_, cased_;
    std::vector<Token> const& tokens_;
    std::span<Candidate const> names_;
    Quotes quotes_;
    Talk talk_;
    std::size_t name_ = 0, questions_ = 0;
    std::uint32_t first_ = 0;
    bool clause_starts_ = true;
};

}  // namespace

Talk hear(Folded const& text, std::vector<Token> const& tokens, std::span<Candidate const> names) {
    return Hearing(text, tokens, names).run();
}

}  // namespace kith::screen::tone
