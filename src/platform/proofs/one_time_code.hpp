// Six digits that an app on the phone counts out of a shared secret and the time (TOTP, RFC 6238: HMAC-SHA1, 30 s).
//
// A code of the step before or after is taken too, for clocks differ; no other. That a code is taken once is for the
// caller, who keeps the step of the last one and takes only later ones. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace kith::proofs {

inline constexpr std::size_t code_secret_bytes = 20;  // RFC 4226, section 4: 160 bits
inline constexpr int code_digits = 6;
inline constexpr std::int64_t code_step_seconds = 30;
inline constexpr std::int64_t code_steps_apart_max = 1;

std::int64_t code_step_at(Time);
// "492039"
std::string code_of(std::string_view secret, std::int64_t step);
// The step that a code belongs to, when it is one of now and later than `after`. Takes as long whether or not it is
// one.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code, Time now, std::int64_t after);

// As apps take it when it is typed: base32 (RFC 4648) without padding.
std::string in_base32(std::string_view bytes);

}  // namespace kith::proofs
