// Passwords: Argon2id (libsodium), 64 MiB, 3 passes, 1 lane.
//
// Each hash takes about 100 ms and 64 MiB, so only a few run at once and the
// others wait (`password_hashes_at_once`). Never call these inside a database
// transaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::crypto {

inline constexpr std::size_t password_memory_bytes = 64 * 1024 * 1024;
inline constexpr unsigned password_passes = 3;
inline constexpr int password_hashes_at_once = 2;
inline constexpr std::size_t password_characters_min = 10;
inline constexpr std::size_t password_bytes_max = 1024;

// The encoded hash ("$argon2id$…").
std::string hash_password(std::string_view password);
// False too for a hash that cannot be read.
bool password_matches(std::string_view hash, std::string_view password);
// Spends the time of `password_matches` and says no: for an address that nobody has.
bool no_password_matches(std::string_view password);

// How many were made or checked since the start: a test compares what different people cost.
std::uint64_t password_hashes_done();

// For tests and examples only: small memory, one pass, still Argon2id. Before the first hash.
void use_light_passwords();

}  // namespace kith::crypto
