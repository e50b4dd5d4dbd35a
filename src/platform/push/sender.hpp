// Tells browsers that there is something, and nothing more: there is no way to hand it a word.
//
// Every message is the same few bytes, sealed anew for each browser. For any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"
#include "platform/outgoing/post.hpp"
#include "platform/push/message.hpp"

namespace kith::push {

using outgoing::Loopback;

enum class Told {
    taken,
    gone,         // the browser does not want them any more: 404 or 410
    refused,      // something is wrong with the subscription or with us; trying again will not help
    unreachable,  // later
};

class Sender {
public:
    // `contact`: where operators of push services find whoever runs this place (an https: or mailto: address).
    Sender(KeyPair own, std::string contact, Loopback loopback, std::string trusted_certificates_file)
        : own_{std::move(own)},
          contact_{std::move(contact)},
          loopback_{loopback},
          trusted_certificates_file_{std::move(trusted_certificates_file)} {}

    Told tell(std::string const& endpoint, Subscriber const&, Time now) const;

private:
    KeyPair own_;
    std::string contact_;
    Loopback loopback_;
    std::string trusted_certificates_file_;
};

}  // namespace kith::push
