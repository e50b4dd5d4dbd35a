#include "platform/crypto/sealing.hpp"

#include <sodium.h>

#include <array>
#include <vector>

#include "platform/crypto/sodium.hpp"
#include "platform/crypto/token.hpp"

namespace kith::crypto {

namespace {

constexpr std::size_t block_bytes = 64;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64_variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

Digest key_of(std::string_view secret, std::string_view purpose) {
    return keyed_digest({bytes_of(secret), secret.size()}, purpose);
}

}  // namespace

std::string seal(std::string_view secret, std::string_view purpose, std::string_view text) {
    detail::ready();
    auto const key = key_of(secret, purpose);
    // ISO/IEC 7816-4: a byte of its own, then zeros, to the end of a block.
    std::string padded{text};
    padded += '\x80';
    padded.resize((padded.size() + block_bytes - 1) / block_bytes * block_bytes, '\0');
    std::vector<std::uint8_t> sealed(nonce_bytes + padded.size() + tag_bytes);
    randombytes_buf(sealed.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + nonce_bytes, nullptr, bytes_of(padded), padded.size(),
                                               nullptr, 0, nullptr, sealed.data(), key.data());
    return base64url(sealed);
}

std::optional<std::string> unseal(std::string_view secret, std::string_view purpose, std::string_view sealed) {
    detail::ready();
    if (sealed.empty()) return std::nullopt;
    std::vector<std::uint8_t> bytes(sealed.size());
    std::size_t size = 0;
    if (sodium_base642bin(bytes.data(), bytes.size(), sealed.data(), sealed.size(), nullptr, &size, nullptr,
                          base64_variant) != 0 ||
        size <= nonce_bytes + tag_bytes)
        return std::nullopt;
    auto const key = key_of(secret, purpose);
    std::string text(size - nonce_bytes - tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr,
                                                   bytes.data() + nonce_bytes, size - nonce_bytes, nullptr, 0,
                                                   bytes.data(), key.data()) != 0)
        return std::nullopt;
    text.resize(text.find_last_not_of('\0') + 1);
    if (text.empty() || text.back() != '\x80') return std::nullopt;
    text.pop_back();
    return text;
}

}  // namespace kith::crypto
