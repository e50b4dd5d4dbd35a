#include "platform/crypto/password.hpp"

#include <sodium.h>

#include <array>
#include <atomic>
#include <new>
#include <semaphore>

#include "platform/crypto/sodium.hpp"

namespace kith::crypto {

namespace {

constexpr std::size_t light_memory_bytes = crypto_pwhash_argon2id_MEMLIMIT_MIN;
constexpr unsigned light_passes = crypto_pwhash_argon2id_OPSLIMIT_MIN;

std::atomic<bool> light = false;
std::atomic<std::uint64_t> done = 0;
std::counting_semaphore<password_hashes_at_once> places{password_hashes_at_once};

// Waits for one of the few places where a hash may run.
class Place {
public:
    Place() {
        places.acquire();
        ++done;
    }
    ~Place() { places.release(); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;
};

}  // namespace

std::uint64_t password_hashes_done() { return done; }

void use_light_passwords() { light = true; }

std::string hash_password(std::string_view password) {
    detail::ready();
    Place const place;
    std::array<char, crypto_pwhash_STRBYTES> encoded{};
    bool const is_light = light;
    int const failed = crypto_pwhash_str_alg(
        encoded.data(), password.data(), password.size(), is_light ? light_passes : password_passes,
        is_light ? light_memory_bytes : password_memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc{};  // the one way in which it fails: no memory
    return encoded.data();
}

bool password_matches(std::string_view hash, std::string_view password) {
    detail::ready();
    // Longer than anything that could have been set: no reason to spend the time.
    if (password.size() > password_bytes_max || hash.size() >= crypto_pwhash_STRBYTES) return false;
    std::array<char, crypto_pwhash_STRBYTES> encoded{};
    hash.copy(encoded.data(), hash.size());
    Place const place;
    return crypto_pwhash_str_verify(encoded.data(), password.data(), password.size()) == 0;
}

bool no_password_matches(std::string_view password) {
    // Making a hash and checking one are the same work, and this needs no hash kept ready.
    if (password.size() <= password_bytes_max) static_cast<void>(hash_password(password));
    return false;
}

}  // namespace kith::crypto
