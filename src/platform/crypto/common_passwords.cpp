#include "platform/crypto/common_passwords.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <string>

#include "base/text.hpp"
#include "platform/crypto/sodium.hpp"

namespace kith::crypto {

namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
// Made by tools/make_common_passwords.mjs.
constexpr unsigned char filter[] = {
#embed "common_passwords.filter"
};
#pragma clang diagnostic pop

constexpr std::uint32_t filter_bits = sizeof filter * 8;
static_assert(filter_bits == 1u << 21);
constexpr std::size_t entry_bytes_min = 4;
// So much around a common word makes it no better: more may be what counts.
constexpr std::size_t dress_bytes_max = 6;
constexpr std::size_t different_bytes_min = 4;

bool is_listed(std::string_view entry) {
    if (entry.size() < entry_bytes_min) return false;
    detail::ready();
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<unsigned char const*>(entry.data()), entry.size());
    for (std::size_t i = 0; i < digest.size(); i += 4) {
        auto const number = static_cast<std::uint32_t>(digest[i]) | static_cast<std::uint32_t>(digest[i + 1]) << 8 |
                            static_cast<std::uint32_t>(digest[i + 2]) << 16 |
                            static_cast<std::uint32_t>(digest[i + 3]) << 24;
        auto const bit = number % filter_bits;
        if ((filter[bit / 8] >> (bit % 8) & 1) == 0) return false;
    }
    return true;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// Without digits and signs before and behind.
std::string_view undressed(std::string_view text) {
    while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    return text;
}

// "p@ssw0rd" is "password".
std::string with_letters(std::string_view text) {
    constexpr std::string_view signs = "0134578@$!+", letters = "oleastbasit";
    static_assert(signs.size() == letters.size());
    std::string plain;
    for (char const c : text) {
        auto const at = signs.find(c);
        plain += at == signs.npos ? c : letters[at];
    }
    return plain;
}

// The shortest piece that the text is made of, over and over: "abc" of "abcabcabc".
std::string_view repeated(std::string_view text) {
    for (std::size_t size = 1; size <= text.size() / 2; ++size)
        if (text.size() % size == 0 && text.substr(size) == text.substr(0, text.size() - size))
            return text.substr(0, size);
    return text;
}

// How far one sign is from the next; behind 9 comes 0, as on the keyboard.
int step(char from, char to) {
    bool const digits = from >= '0' && from <= '9' && to >= '0' && to <= '9';
    return digits ? (to - from + 10) % 10 : to - from;
}

bool is_monotonous(std::string_view text) {
    std::array<bool, 256> seen{};
    std::size_t different = 0;
    bool runs = true;  // "1234567890", "zyxwvutsrq"
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& here = seen[static_cast<unsigned char>(text[i])];
        different += here ? 0 : 1;
        here = true;
        if (i >= 2 && step(text[i - 1], text[i]) != step(text[0], text[1])) runs = false;
    }
    return runs || different < different_bytes_min;
}

}  // namespace

bool is_common_password(std::string_view password) {
    auto const lower = text::ascii_lower(password);
    if (is_monotonous(lower) || is_listed(lower)) return true;
    auto const piece = repeated(lower);
    if (piece.size() < lower.size() && (piece.size() < entry_bytes_min || is_listed(piece))) return true;
    // Signs may stand for letters, or for themselves at either end.
    auto const cut = undressed(lower);
    if (lower.size() - cut.size() <= dress_bytes_max && (is_listed(cut) || is_listed(with_letters(cut)))) return true;
    auto const lettered = with_letters(lower);
    auto const plain = undressed(lettered);
    if (lettered.size() - plain.size() <= dress_bytes_max && is_listed(plain)) return true;
    return false;
}

}  // namespace kith::crypto
