#include "platform/push/sender.hpp"

#include <array>

#include "platform/crypto/token.hpp"

namespace kith::push {

namespace {

// What the service worker is told; it has its own words to show.
constexpr std::string_view message = "something";
constexpr std::string_view kept_seconds = "86400";  // by the service, for a browser that is off
// A newer message takes the place of one that waits: there is one notification, however much there is.
constexpr std::string_view topic = "something";

Told told(long status) {
    if (status >= 200 && status < 300) return Told::taken;
    if (status == 404 || status == 410) return Told::gone;
    if (status == 0 || status == 408 || status == 429 || status >= 500) return Told::unreachable;
    return Told::refused;
}

}  // namespace

Told Sender::tell(std::string const& endpoint, Subscriber const& to, Time now) const {
    std::array<std::uint8_t, salt_bytes> salt;
    crypto::random_bytes(salt);
    auto const body = sealed(message, to, KeyPair::make(), {reinterpret_cast<char const*>(salt.data()), salt.size()});
    if (!body) return Told::refused;
    auto const word = authorization(own_, outgoing::origin_of(endpoint), contact_, now);
    auto const posted = outgoing::post(endpoint,
                                       {{"Authorization", word},
                                        {"Content-Encoding", "aes128gcm"},
                                        {"Content-Type", "application/octet-stream"},
                                        {"TTL", std::string{kept_seconds}},
                                        {"Topic", std::string{topic}},
                                        {"Urgency", "normal"}},
                                       *body, loopback_, trusted_certificates_file_);
    return told(posted.status);
}

}  // namespace kith::push
