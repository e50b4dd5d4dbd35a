// Seals that can be checked by who cannot make them (Ed25519, libsodium): who holds the secret half can seal a text,
// and with the public half anybody can see that it was sealed so and is unchanged. Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::crypto {

inline constexpr std::size_t sealing_key_bytes = 64;  // the secret half; it ends with the public one
inline constexpr std::size_t checking_key_bytes = 32;

std::string make_sealing_key();
std::string checking_key_of(std::string_view sealing_key);

std::string seal_of(std::string_view sealing_key, std::string_view text);
// False also where the key or the seal is none.
bool is_seal_of(std::string_view checking_key, std::string_view text, std::string_view seal);

}  // namespace kith::crypto
