#include "platform/crypto/sodium.hpp"

#include <sodium.h>

#include <stdexcept>

namespace kith::crypto::detail {

void ready() {
    static bool const done = [] {
        if (sodium_init() < 0) throw std::runtime_error{"The cryptographic library could not be started."};
        return true;
    }();
    static_cast<void>(done);
}

}  // namespace kith::crypto::detail
