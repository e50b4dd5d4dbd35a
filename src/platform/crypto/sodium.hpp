// libsodium, made ready. Everything in this folder asks for it before use.
#pragma once

namespace kith::crypto::detail {

// Once per process; any thread. Throws std::runtime_error when the system gives no randomness.
void ready();

}  // namespace kith::crypto::detail
