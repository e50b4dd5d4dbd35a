#include "platform/crypto/token.hpp"

#include <sodium.h>

#include "platform/crypto/sodium.hpp"

namespace kith::crypto {

namespace {

constexpr std::string_view code_alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_group_characters = 4;
constexpr std::size_t token_bytes = 32;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

}  // namespace

void random_bytes(std::span<std::uint8_t> bytes) {
    detail::ready();
    randombytes_buf(bytes.data(), bytes.size());
}

std::string random_token() {
    std::array<std::uint8_t, token_bytes> bytes;
    random_bytes(bytes);
    auto token = base64url(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return token;
}

std::string random_code(std::size_t characters) {
    detail::ready();
    std::string code;
    for (std::size_t i = 0; i < characters; ++i) {
        if (i > 0 && i % code_group_characters == 0) code += '-';
        code += code_alphabet[randombytes_uniform(static_cast<std::uint32_t>(code_alphabet.size()))];
    }
    return code;
}

std::string plain_code(std::string_view typed) {
    std::string plain;
    plain.reserve(typed.size());
    for (char c : typed) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n') continue;
        plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return plain;
}

Digest digest(std::string_view text) { return keyed_digest({}, text); }

Digest keyed_digest(std::span<std::uint8_t const> key, std::string_view text) {
    detail::ready();
    // BLAKE2b takes keys of at most 64 bytes; a longer one stands in by its own digest.
    if (key.size() > crypto_generichash_KEYBYTES_MAX) {
        auto const short_key = digest({reinterpret_cast<char const*>(key.data()), key.size()});
        return keyed_digest(short_key, text);
    }
    Digest out;
    crypto_generichash(out.data(), out.size(), bytes_of(text), text.size(), key.data(), key.size());
    return out;
}

std::string base64url(std::span<std::uint8_t const> bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();  // the closing NUL that sodium writes
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    while (text.ends_with('=')) text.remove_suffix(1);
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace kith::crypto
