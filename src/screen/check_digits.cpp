#include "screen/check_digits.hpp"

#include <cstdint>

namespace kith::screen::check {

namespace {

bool digits(std::string_view text, std::size_t size) {
    if (text.size() != size) return false;
    for (char const c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

// Sum of digit × weight, the weight going down by one from `first`.
int falling_sum(std::string_view text, int first) {
    int sum = 0;
    for (char const c : text) sum += (c - '0') * first--;
    return sum;
}

// 0-9 for digits, 10-35 for capital letters, -1 for the rest.
int value36(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    return -1;
}

}  // namespace

bool nhs(std::string_view text) {
    if (!digits(text, 10)) return false;
    int const left = (11 - falling_sum(text.substr(0, 9), 10) % 11) % 11;
    return left == text[9] - '0';  // 10 is no digit, so such numbers are never issued
}

bool uln(std::string_view text) { return digits(text, 10) && text[0] != '0' && falling_sum(text, 10) % 11 == 10; }

bool upn(std::string_view text) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    if (text.size() != 13) return false;
    std::size_t sum = 0;
    for (std::size_t i = 1; i < 13; ++i) {
        std::size_t value = static_cast<std::size_t>(text[i] - '0');
        if (value > 9) value = letters.find(text[i]);
        if (value > letters.size() || (value > 9 && i != 12 && text[i] > '9')) return false;
        sum += value * (i + 1);
    }
    return letters[sum % 23] == text[0];
}

bool utr(std::string_view text) {
    constexpr int weights[] = {6, 7, 8, 9, 10, 5, 4, 3, 2};
    constexpr std::string_view firsts = "21987654321";
    if (!digits(text, 10)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += (text[i + 1] - '0') * weights[i];
    return firsts[static_cast<std::size_t>(sum % 11)] == text[0];
}

bool luhn(std::string_view text) {
    if (!digits(text, text.size()) || text.empty()) return false;
    int sum = 0;
    bool doubled = false;
    for (std::size_t i = text.size(); i-- > 0; doubled = !doubled) {
        int const n = (text[i] - '0') * (doubled ? 2 : 1);
        sum += n > 9 ? n - 9 : n;
    }
    return sum % 10 == 0;
}

bool iban(std::string_view text) {
    if (text.size() < 15 || text.size() > 34) return false;
    int rest = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        int const value = value36(text[(i + 4) % text.size()]);
        if (value < 0) return false;
        rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
    }
    return rest == 1;
}

bool npi(std::string_view text) {
    if (!digits(text, 10)) return false;
    char with_prefix[15] = {'8', '0', '8', '4', '0'};
    text.copy(with_prefix + 5, 10);
    return luhn({with_prefix, 15});
}

bool routing(std::string_view text) {
    if (!digits(text, 9)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 9; ++i) sum += (text[i] - '0') * (i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1);
    return sum % 10 == 0 && sum > 0;
}

bool dea(std::string_view text) {
    if (text.size() != 9 || !digits(text.substr(2), 7)) return false;
    auto const n = [&](std::size_t i) { return text[i + 1] - '0'; };
    return (n(1) + n(3) + n(5) + 2 * (n(2) + n(4) + n(6))) % 10 == n(7);
}

bool vin(std::string_view text) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    constexpr std::string_view values = "12345678123457923456789";
    constexpr int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    if (text.size() != 17) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
        int value = text[i] - '0';
        if (value < 0 || value > 9) {
            auto const at = letters.find(text[i]);
            if (at == letters.npos) return false;
            value = values[at] - '0';
        }
        sum += value * weights[i];
    }
    return (sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11)) == text[8];
}

bool pnc(std::string_view year, std::string_view serial, char letter) {
    constexpr std::string_view letters = "ZABCDEFGHJKLMNPQRTUVWXY";
    if (!digits(year, 2) || !digits(serial, serial.size()) || serial.empty() || serial.size() > 7) return false;
    std::int64_t number = (year[0] - '0') * 10 + (year[1] - '0');
    std::int64_t count = 0;
    for (char const c : serial) count = count * 10 + (c - '0');
    number = number * 10'000'000 + count;
    return letters[static_cast<std::size_t>(number % 23)] == letter;
}

}  // namespace kith::screen::check
