// What a certificate says of itself, for whoever has to renew it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace kith::net {

struct Certificate {
    Time ends;
    std::vector<std::string> names;  // hosts, "*." for one label in front; IP addresses as text

    // As browsers compare (RFC 9525): without case, the star for one label.
    bool is_for(std::string_view host) const;
};

// The first in the file. Throws std::runtime_error in plain words, also where the key is not its own.
Certificate read_certificate(std::string const& certificate_file, std::string const& key_file);

}  // namespace kith::net
