#include "platform/push/message.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>
#include <stdexcept>

#include "platform/crypto/token.hpp"

namespace kith::push {

namespace {

constexpr std::size_t key_bytes = 16, nonce_bytes = 12, tag_bytes = 16;
constexpr std::uint32_t record_bytes = 4096;

unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

void must(bool good) {
    if (!good) throw std::runtime_error{"OpenSSL cannot seal a notification."};
}

std::string hmac(std::string_view key, std::string_view text) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    must(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(text), text.size(), bytes_of(out),
              &size) != nullptr);
    out.resize(size);
    return out;
}

// HKDF (RFC 5869) where one block is enough.
std::string derived(std::string_view salt, std::string_view secret, std::string info, std::size_t size) {
    info += '\x01';
    return hmac(hmac(salt, secret), info).substr(0, size);
}

struct EndsCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

std::string encrypted(std::string_view plain, std::string_view key, std::string_view nonce) {
    std::unique_ptr<EVP_CIPHER_CTX, EndsCipher> const context{EVP_CIPHER_CTX_new()};
    std::string out(plain.size() + tag_bytes, '\0');
    int size = 0, rest = 0;
    must(context &&
         EVP_EncryptInit_ex(context.get(), EVP_aes_128_gcm(), nullptr, bytes_of(key), bytes_of(nonce)) == 1 &&
         EVP_EncryptUpdate(context.get(), bytes_of(out), &size, bytes_of(plain), static_cast<int>(plain.size())) == 1 &&
         EVP_EncryptFinal_ex(context.get(), bytes_of(out) + size, &rest) == 1 &&
         EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tag_bytes, bytes_of(out) + plain.size()) == 1);
    return out;
}

std::string zero_ended(std::string_view text) { return std::string{text} + '\0'; }

std::string base64url(std::string_view bytes) {
    return crypto::base64url({reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()});
}

}  // namespace

std::optional<std::string> sealed(std::string_view plain, Subscriber const& to, KeyPair const& once,
                                  std::string_view salt) {
    if (salt.size() != salt_bytes || to.secret.size() != subscriber_secret_bytes) return std::nullopt;
    auto const shared = once.shared_with(to.public_key);
    if (!shared) return std::nullopt;
    auto const info = zero_ended("WebPush: info") + std::string{to.public_key} + once.public_key();
    auto const secret = derived(to.secret, *shared, info, 32);
    auto const key = derived(salt, secret, zero_ended("Content-Encoding: aes128gcm"), key_bytes);
    auto const nonce = derived(salt, secret, zero_ended("Content-Encoding: nonce"), nonce_bytes);
    std::string message{salt};
    for (int shift = 24; shift >= 0; shift -= 8) message += static_cast<char>(record_bytes >> shift & 0xff);
    message += static_cast<char>(once.public_key().size());
    message += once.public_key();
    // 0x02: the last record.
    return message + encrypted(std::string{plain} + '\x02', key, nonce);
}

std::string authorization(KeyPair const& own, std::string_view origin, std::string_view contact, Time now) {
    auto const expires = (now + word_lifetime).milliseconds / 1000;
    auto const claims = fmt::format(R"({{"aud":"{}","exp":{},"sub":"{}"}})", origin, expires, contact);
    auto const text = base64url(R"({"typ":"JWT","alg":"ES256"})") + "." + base64url(claims);
    return fmt::format("vapid t={}.{}, k={}", text, base64url(own.signature_of(text)), base64url(own.public_key()));
}

}  // namespace kith::push
