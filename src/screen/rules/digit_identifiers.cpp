// Rows of digits: each part of a row is shown to all who might know it.
#include <initializer_list>

#include "screen/rules/guess.hpp"
#include "screen/rules/rules.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t window_digits_min = 6, window_digits_max = 20;
// Surer than that, and nothing is looked for within it.
constexpr float settled = 0.6F;
constexpr std::size_t spread_groups_max = 7;

bool is_amount(Reader const& reader, std::size_t first, std::size_t last) {
    if (first > 0 && reader.is_sign(first - 1, '$')) return true;
    // A decimal or a part of a code goes on.
    bool const goes_on = reader.attached(last + 1) &&
                         (reader.is_sign(last + 1, '%') ||
                          (reader.is_sign(last + 1, ',') && reader.has_digit(last + 2) && reader.attached(last + 2)));
    return goes_on || reader.about(last + 1, topic::measure | topic::money);
}

// A part of a longer code: letters or digits go on without a space.
bool within_code(Reader const& reader, DigitWindow const& window, bool whole_front, bool whole_back) {
    if (whole_front && reader.attached(window.first()) && window.first() > 0) {
        auto const before = window.first() - 1;
        char const c = reader.sign_at(before);
        if (c == '\0' || c == '/' || c == '_' || c == '=' || c == '#' || c == '.') return true;
        if (c == '-' && reader.attached(before) && before > 0 && reader.sign_at(before - 1) == '\0') return true;
    }
    auto const after = window.last() + 1;
    if (!whole_back || !reader.attached(after)) return false;
    char const c = reader.sign_at(after);
    if (c == '\0') return reader.lower(after) != "x" && !reader.lower(after).starts_with('x');
    bool const joint = c == '/' || c == '_' || c == '-' || c == '@';
    return joint && reader.attached(after + 1) && reader.sign_at(after + 1) == '\0';
}

class RunGuesser {
public:
    RunGuesser(Reader const& reader, Settings const& settings, Candidates& found)
        : reader_(reader), settings_(settings), found_(found) {}

    // Answers the token behind all that was read.
    std::size_t read(std::size_t i) {
        auto const run = read_digits(reader_, i);
        if (run.group_count == 0) return i + 1;
        auto const end = run.groups[run.group_count - 1].last + 1;
        if (run.digit_count < window_digits_min) return end;
        for (std::size_t from = 0; from < run.group_count;) from = read_from(run, from);
        return end;
    }

private:
    // Windows that begin at group `from`, the longest first; answers the group to go on with.
    std::size_t read_from(DigitRun const& run, std::size_t from) {
        for (std::size_t to = run.group_count; to > from; --to) {
            DigitWindow const window(run, from, to);
            auto const size = window.size();
            if (size > window_digits_max) continue;
            if (size < window_digits_min) break;
            // Digit by digit there are many parts: only those of a length that something has.
            if (to - from > spread_groups_max && !(size >= 8 && size <= 11) && size != 16 && to != run.group_count)
                continue;
            bool const front = from == 0 || run.groups[from].separator == '\0';
            if (within_code(reader_, window, front, to == run.group_count)) continue;
            if (is_amount(reader_, window.first(), window.last())) continue;
            if (take(window)) return to;
        }
        return from + 1;
    }

    bool take(DigitWindow const& window) {
        Nearby const nearby(reader_, window.first(), window.last());
        bool sure = false;
        for (auto const guess :
             {guess_phone, guess_ten_digits, guess_tax_number, guess_bank_number, guess_other_digits}) {
            auto const made = guess(window, nearby, settings_);
            if (made.confidence < confidence_min_all) continue;
            auto last = window.last();
            if (made.what == Class::phone) last = extension_end(last);
            found_.push_back(
                {reader_.at(window.first()).start, reader_.at(last).end, made.what, made.confidence, made.reason});
            sure |= made.confidence >= settled;
        }
        return sure;
    }

    // "x123", "ext. 123"
    std::uint32_t extension_end(std::uint32_t last) const {
        auto const word = reader_.lower(last + 1);
        bool const joined = word.size() > 1 && word[0] == 'x' && word.find_first_not_of("0123456789", 1) == word.npos;
        if (joined && reader_.at(last + 1).gap != Gap::line) return last + 1;
        if (word == "x" || word == "ext" || word == "extension") {
            auto const number = last + (reader_.is_sign(last + 2, '.') ? 3 : 2);
            if (reader_.at(number).shape == Shape::number && reader_.at(number).gap != Gap::line) return number;
        }
        return last;
    }

    Reader const& reader_;
    Settings const& settings_;
    Candidates& found_;
};

}  // namespace

void find_digit_identifiers(Reader const& reader, Settings const& settings, Candidates& found) {
    RunGuesser guesser(reader, settings, found);
    auto const& numbers = reader.numbers();
    auto const& words = reader.number_words();
    std::size_t next = 0;
    // Both lists in the order of the text.
    for (std::size_t n = 0, w = 0; n < numbers.size() || w < words.size();) {
        bool const number_first = w == words.size() || (n < numbers.size() && numbers[n] < words[w]);
        std::size_t const i = number_first ? numbers[n++] : words[w++];
        if (i >= next) next = guesser.read(i);
    }
}

}  // namespace kith::screen::rules
