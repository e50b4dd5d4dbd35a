#include "platform/crypto/signing.hpp"

#include <sodium.h>

#include <stdexcept>

#include "platform/crypto/sodium.hpp"

namespace kith::crypto {

static_assert(sealing_key_bytes == crypto_sign_SECRETKEYBYTES && checking_key_bytes == crypto_sign_PUBLICKEYBYTES);

namespace {

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string make_sealing_key() {
    detail::ready();
    std::string open(checking_key_bytes, '\0'), secret(sealing_key_bytes, '\0');
    crypto_sign_keypair(bytes_of(open), bytes_of(secret));
    return secret;
}

std::string checking_key_of(std::string_view sealing_key) {
    if (sealing_key.size() != sealing_key_bytes) throw std::runtime_error{"This is no key to seal with."};
    return std::string{sealing_key.substr(sealing_key_bytes - checking_key_bytes)};
}

std::string seal_of(std::string_view sealing_key, std::string_view text) {
    detail::ready();
    if (sealing_key.size() != sealing_key_bytes) throw std::runtime_error{"This is no key to seal with."};
    std::string seal(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytes_of(seal), nullptr, bytes_of(text), text.size(), bytes_of(sealing_key));
    return seal;
}

bool is_seal_of(std::string_view checking_key, std::string_view text, std::string_view seal) {
    detail::ready();
    return checking_key.size() == checking_key_bytes && seal.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytes_of(seal), bytes_of(text), text.size(), bytes_of(checking_key)) == 0;
}

}  // namespace kith::crypto
