// One POST to an address that somebody else chose, over HTTPS, guarded.
//
// Whoever gives us an address could mean our own network by it (a router's page, a database). So: https alone,
// port 443, no name or password in it, no redirects, and after the name was looked up, in the moment of connecting,
// no address that is private, local or otherwise not of the public network. A name that changes its
// address between a look and the connection gains nothing, since only the connection looks.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sockaddr;

namespace kith::outgoing {

// As well: for tests, whose endpoint is on this machine, on any port.
enum class Loopback { refused, allowed };

inline constexpr std::size_t address_bytes_max = 1024;

// May be posted to, as far as its text says.
bool is_public_https(std::string_view url, Loopback);
// Of an address on the line.
bool is_public(sockaddr const*);
bool is_loopback(sockaddr const*);

struct Posted {
    long status = 0;          // 0: no answer came
    std::string explanation;  // for whoever runs the place; holds no address
};

// Scheme, host and port of an address that is_public_https.
std::string origin_of(std::string_view url);

Posted post(std::string const& url, std::vector<std::pair<std::string, std::string>> const& headers,
            std::string_view body, Loopback, std::string const& trusted_certificates_file);

}  // namespace kith::outgoing
