// Sealing for somebody else: whoever has the public half can seal, and only who has the secret half can open
// (X25519, XSalsa20-Poly1305, libsodium's sealed boxes). Who sealed it is not said by it.
//
// Any thread. 48 bytes longer than the text.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::crypto {

inline constexpr std::size_t box_key_bytes = 32;
using BoxKey = std::array<std::uint8_t, box_key_bytes>;

struct BoxPair {
    BoxKey open, seal;  // the secret half, the public half
};

BoxPair make_box_pair();
// The public half of a secret one.
BoxKey seal_key_of(BoxKey const& open);

std::string seal_for(BoxKey const& seal, std::string_view text);
// Nothing where it was not sealed for this key, or is not whole.
std::optional<std::string> open_with(BoxKey const& open, std::string_view sealed);

}  // namespace kith::crypto
