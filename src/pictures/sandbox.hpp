// The worker gives up what it does not need, before the first byte of a file is decoded.
//
// From then on it can read its input, write its output, compute, and start threads. It opens no file, no socket, starts
// no program, and sees no other process; what is on no list ends it (seccomp). Memory and processor time are bounded.
// All that decoders open when they start must have been opened before.
#pragma once

#include <cstdint>

namespace kith::pictures {

inline constexpr std::uint64_t memory_bytes_max = std::uint64_t{2} << 30;  // of addresses, not of what is touched
inline constexpr std::uint64_t processor_seconds_max = 30;
// Processes it cannot start at all. Its threads are counted by the system with all that this user runs, the server's
// too; root's are not counted.
inline constexpr std::uint64_t threads_of_user_max = 8'192;

// False where the system does not let itself be limited: then nothing may be decoded.
bool give_up_rights();

}  // namespace kith::pictures
