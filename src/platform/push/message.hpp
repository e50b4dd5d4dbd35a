// A message for one browser, sealed so that the service that carries it cannot read it (RFC 8291, in the coding
// aes128gcm of RFC 8188), and the word by which that service knows who sends (VAPID, RFC 8292).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "platform/push/keys.hpp"

namespace kith::push {

inline constexpr std::size_t subscriber_secret_bytes = 16;
inline constexpr std::size_t salt_bytes = 16;
inline constexpr std::chrono::hours word_lifetime{12};  // RFC 8292 section 2: at most 24

// Whom it is for, as their browser gave it.
struct Subscriber {
    std::string_view public_key;  // 65 bytes
    std::string_view secret;      // 16 bytes
};

// Nothing where the subscriber's key is none. `once` is a key pair for this message alone, `salt` random.
std::optional<std::string> sealed(std::string_view plain, Subscriber const&, KeyPair const& once,
                                  std::string_view salt);

// The value of the field Authorization for a push service at `origin`. `contact` is where its operators find us.
std::string authorization(KeyPair const& own, std::string_view origin, std::string_view contact, Time now);

}  // namespace kith::push
