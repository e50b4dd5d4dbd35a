#include "platform/proofs/one_time_code.hpp"

#include <fmt/format.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

namespace kith::proofs {

namespace {
constexpr std::uint32_t codes = 1'000'000;
}

std::int64_t code_step_at(Time time) { return time.milliseconds / 1000 / code_step_seconds; }

// RFC 4226, section 5.3.
std::string code_of(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * (counter.size() - 1 - i)));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (!HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), digest.data(),
              &size))
        throw std::runtime_error{"HMAC"};
    auto const offset = digest[size - 1] & 0x0fu;
    std::uint32_t number = 0;
    for (unsigned i = 0; i < 4; ++i) number = number << 8 | digest[offset + i];
    return fmt::format("{:0{}}", (number & 0x7fffffffu) % codes, code_digits);
}

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Time now, std::int64_t after) {
    std::optional<std::int64_t> found;
    auto const current = code_step_at(now);
    for (auto step = current - code_steps_apart_max; step <= current + code_steps_apart_max; ++step) {
        auto const right = code_of(secret, step);
        bool const same = code.size() == right.size() && CRYPTO_memcmp(code.data(), right.data(), code.size()) == 0;
        if (same && step > after) found = step;
    }
    return found;
}

std::string in_base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (char const c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[held >> (bits - 5) & 31u];
        held &= (1u << bits) - 1;
    }
    if (bits > 0) text += alphabet[held << (5 - bits) & 31u];
    return text;
}

}  // namespace kith::proofs
