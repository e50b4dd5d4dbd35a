#include "screen/rules/digits.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t token_digits_max = 20;  // of one number
constexpr std::size_t extension_after = 4;    // digits

// The digit that a letter looks like; NUL for none.
char digit_like(char lower) {
    switch (lower) {
        case 'o': return '0';
        case 'i':
        case 'l': return '1';
        case 'z': return '2';
        case 's': return '5';
        case 'b': return '8';
        case 'g':
        case 'q': return '9';
        default: return lower >= '0' && lower <= '9' ? lower : '\0';
    }
}

bool looks_like_digits(std::string_view word) {
    std::size_t digits = 0;
    for (char const c : word) {
        if (digit_like(c) == '\0') return false;
        if (c >= '0' && c <= '9') ++digits;
    }
    return digits * 3 >= word.size();
}

bool only_o_or_l(std::string_view word) {
    if (word.size() > 3) return false;
    for (char const c : word)
        if (c != 'o' && c != 'l' && c != 'i') return false;
    return true;
}

class RunReader {
public:
    RunReader(Reader const& reader, DigitRun& run) : reader_(reader), run_(run) {}

    void read(std::size_t i) {
        std::size_t next = i;
        char separator = '\0';
        while (run_.group_count < run_groups_max) {
            auto const after = group_at(next, separator);
            if (after == next) break;
            next = separator_from(after, separator);
            if (next == 0) break;
        }
    }

private:
    // Reads one group at token `i`; answers the token behind it, or `i`.
    std::size_t group_at(std::size_t i, char separator) {
        auto const& token = reader_.at(i);
        auto const word = reader_.lower(i);
        auto const offset = run_.digit_count;
        if (token.shape == Shape::number) {
            if (word.size() > token_digits_max || !add(word)) return i;
            return close(i, i, offset, separator, false);
        }
        if (token.shape == Shape::mixed) {
            // "0114x704": an extension
            if (auto const x = word.find('x'); x != word.npos && x >= extension_after && x + 1 < word.size() &&
                                               word.find_first_not_of("0123456789") == x &&
                                               word.find_first_not_of("0123456789", x + 1) == word.npos &&
                                               add(word.substr(0, x)))
                return close(i, i, offset, separator, false);
            if (word.size() > token_digits_max || !looks_like_digits(word) || !add(word)) return i;
            return close(i, i, offset, separator, true);
        }
        if (token.shape != Shape::word) return i;
        if (reader_.about(i, topic::repeat)) return repeated_at(i, separator);
        if (reader_.about(i, topic::digit)) {
            char const digit = static_cast<char>('0' + reader_.value(i));
            if (!add({&digit, 1})) return i;
            if (reader_.lower(i + 1) == "hundred" && digit != '0' && add("00"))
                return close(i, i + 1, offset, separator, true);
            return close(i, i, offset, separator, true);
        }
        // A letter for a digit only between digits.
        if (run_.group_count > 0 && only_o_or_l(word) && reader_.has_digit(i + 1) && add(word))
            return close(i, i, offset, separator, true);
        return i;
    }

    std::size_t repeated_at(std::size_t i, char separator) {
        auto const times = static_cast<std::size_t>(reader_.value(i));
        auto const next = reader_.lower(i + 1);
        char digit = '\0';
        if (reader_.at(i + 1).shape == Shape::number && next.size() == 1) digit = next[0];
        if (reader_.about(i + 1, topic::digit)) digit = static_cast<char>('0' + reader_.value(i + 1));
        if (digit == '\0' || reader_.at(i + 1).gap == Gap::line) return i;
        char const row[] = {digit, digit, digit};
        auto const offset = run_.digit_count;
        if (times > sizeof row || !add({row, times})) return i;
        return close(i, i + 1, offset, separator, true);
    }

    // The token behind what stands between two groups; 0 when the run ends.
    std::size_t separator_from(std::size_t i, char& separator) const {
        if (!reader_.has(i)) return 0;
        separator = reader_.at(i).gap == Gap::none ? '\0' : ' ';
        for (std::size_t signs = 0; signs < 3; ++signs) {
            if (!reader_.has(i) || reader_.at(i).gap == Gap::line) return 0;
            char const c = reader_.sign_at(i);
            if (c == '\0') return i;
            bool const between_words = c == ',' && run_.groups[run_.group_count - 1].spelled;
            if (c != '-' && c != '.' && c != '/' && c != '(' && c != ')' && c != '_' && c != '*' && c != '~' &&
                c != '|' && c != '+' && !between_words)
                return 0;
            separator = c == ')' || c == '(' ? '-' : c == ',' ? ' ' : c;
            ++i;
        }
        return reader_.sign_at(i) == '\0' && reader_.at(i).gap != Gap::line ? i : 0;
    }

    bool add(std::string_view lower) {
        if (run_.digit_count + lower.size() > run_digits_max) return false;
        for (char const c : lower) run_.digits[run_.digit_count++] = digit_like(c);
        return true;
    }

    std::size_t close(std::size_t first, std::size_t last, std::size_t offset, char separator, bool spelled) {
        run_.groups[run_.group_count++] = {static_cast<std::uint32_t>(first),
                                           static_cast<std::uint32_t>(last),
                                           static_cast<std::uint8_t>(offset),
                                           static_cast<std::uint8_t>(run_.digit_count - offset),
                                           separator,
                                           spelled};
        return last + 1;
    }

    Reader const& reader_;
    DigitRun& run_;
};

}  // namespace

DigitRun read_digits(Reader const& reader, std::size_t i) {
    DigitRun run;
    run.opening = static_cast<std::uint32_t>(i);
    std::size_t before = i;
    while (before > 0 && i - before < 2 && reader.at(before).gap != Gap::line) {
        char const c = reader.sign_at(before - 1);
        if (c != '+' && c != '(') break;
        (c == '+' ? run.plus : run.paren) = true;
        run.opening = static_cast<std::uint32_t>(--before);
    }
    RunReader(reader, run).read(i);
    return run;
}

bool DigitWindow::apart_by(char separator) const {
    for (std::size_t n = 1; n < count(); ++n)
        if (group(n).separator != separator) return false;
    return count() > 1;
}

bool DigitWindow::even() const {
    if (spread()) return true;
    bool mixed = false, strict = false;
    for (std::size_t n = 1; n < count(); ++n) {
        char const c = group(n).separator;
        strict |= c == '.' || c == '/';
        mixed |= n > 1 && c != group(1).separator;
    }
    return !(strict && mixed);
}

bool DigitWindow::spread() const {
    std::size_t singles = 0;
    for (std::size_t n = 0; n < count(); ++n) singles += group(n).size == 1 || group(n).spelled ? 1U : 0U;
    return count() >= spread_groups_min && singles + 1 >= count();
}

bool DigitWindow::spelled() const {
    for (std::size_t n = 0; n < count(); ++n)
        if (group(n).spelled) return true;
    return false;
}

}  // namespace kith::screen::rules
