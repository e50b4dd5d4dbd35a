// Keys on the curve P-256 (OpenSSL): the place's own, which browsers know it by (VAPID), and those of one
// message each.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace kith::push {

inline constexpr std::size_t public_key_bytes = 65;  // uncompressed point
inline constexpr std::size_t private_key_bytes = 32;

struct EndsKey {
    void operator()(evp_pkey_st*) const;
};

class KeyPair {
public:
    static KeyPair make();
    // Nothing where the two are no key of this curve.
    static std::optional<KeyPair> from(std::string_view private_key, std::string_view public_key);

    std::string const& public_key() const { return public_; }
    // The 32 bytes to keep.
    std::string private_key() const;
    // What both sides know and nobody else; nothing where the other key is no point of the curve.
    std::optional<std::string> shared_with(std::string_view other_public_key) const;
    // ES256: 64 bytes.
    std::string signature_of(std::string_view text) const;

private:
    using Key = std::unique_ptr<evp_pkey_st, EndsKey>;
    KeyPair(Key key, std::string public_key) : key_{std::move(key)}, public_{std::move(public_key)} {}
    Key key_;
    std::string public_;
};

}  // namespace kith::push
