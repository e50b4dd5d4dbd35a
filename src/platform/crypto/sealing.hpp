// Text that travels where others can see it, readable only to who holds a secret: sealed
// (XChaCha20-Poly1305) with a key made of the secret and of what it is for.
//
// Any thread. The sealed text is base64url and a multiple of 64 bytes longer than nothing: its length
// tells little.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::crypto {

// `purpose` keeps what was sealed for one thing from opening as another.
std::string seal(std::string_view secret, std::string_view purpose, std::string_view text);
// Nothing where it was not sealed with this secret for this purpose, or is not whole.
std::optional<std::string> unseal(std::string_view secret, std::string_view purpose, std::string_view sealed);

}  // namespace kith::crypto
