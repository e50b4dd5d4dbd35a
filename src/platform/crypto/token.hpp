// Secrets that are handed out (sessions, invitations, API tokens), and what is
// kept of them: only their hash, so that who reads the database cannot use them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kith::crypto {

inline constexpr std::size_t digest_bytes = 32;
using Digest = std::array<std::uint8_t, digest_bytes>;

// 256 random bits as 43 characters of base64url.
std::string random_token();
// A code to type by hand: `characters` of an alphabet without look-alikes
// (23456789ABCDEFGHJKMNPQRSTVWXYZ), in groups of four: "K7WD-9QTM-3XHP". 30^12 is about 2^59.
std::string random_code(std::size_t characters = 12);
// The code as it is kept: upper case, without spaces and hyphens.
std::string plain_code(std::string_view typed);
// BLAKE2b-256.
Digest digest(std::string_view);
// Keyed BLAKE2b-256.
Digest keyed_digest(std::span<std::uint8_t const> key, std::string_view);
std::string base64url(std::span<std::uint8_t const>);
// With or without padding at the end; nothing for anything else.
std::optional<std::string> from_base64url(std::string_view);
bool equal_in_constant_time(std::string_view, std::string_view);
void random_bytes(std::span<std::uint8_t>);

}  // namespace kith::crypto
