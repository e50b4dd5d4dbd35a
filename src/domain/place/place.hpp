// The place: this one Kith, its name, and how its first host comes in.
//
// At the first start the program prints a link with a secret; who opens it first
// becomes the host. The link works once, and only until then.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/people/person.hpp"

namespace kith::place {

inline constexpr std::size_t place_name_characters_max = 80;

// Nothing until the first host has named it.
std::optional<std::string> name(sql::Transaction&);
void set_name(sql::Transaction&, std::string_view name, Time now);

// A new secret for the host link; older unused ones stop working. Nothing when there is a host already.
std::optional<std::string> make_host_link(sql::Database&, Time now);
bool host_link_open(sql::Transaction&, std::string_view secret);
// True when the link was open; it is closed from then on.
bool use_host_link(sql::Transaction&, std::string_view secret, Time now);

}  // namespace kith::place
