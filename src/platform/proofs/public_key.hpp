// The public half of a passkey, as its authenticator wrote it (COSE, RFC 9052), and what was signed with the other.
//
// Three kinds, which between them every authenticator knows: ES256 (P-256), EdDSA (Ed25519) and RS256 (2048 bits or
// more). Any thread.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/proofs/cbor_reader.hpp"

struct evp_pkey_st;

namespace kith::proofs {

enum class Algorithm : std::int64_t { es256 = -7, eddsa = -8, rs256 = -257 };

// In the order in which we would have them.
inline constexpr std::array algorithms{Algorithm::es256, Algorithm::eddsa, Algorithm::rs256};

inline constexpr std::size_t rsa_bits_min = 2048, rsa_bytes_max = 1024;

class PublicKey {
public:
    // Reads one key and leaves the reader behind it. Nothing for a kind that we do not know, and for what is no key.
    static std::optional<PublicKey> read(CborReader&);
    // The whole of `cose` is one key.
    static std::optional<PublicKey> from(std::string_view cose);

    Algorithm algorithm() const { return algorithm_; }
    bool signed_this(std::string_view text, std::string_view signature) const;

private:
    struct Ends {
        void operator()(evp_pkey_st*) const;
    };
    using Key = std::unique_ptr<evp_pkey_st, Ends>;
    PublicKey(Algorithm algorithm, Key key) : algorithm_{algorithm}, key_{std::move(key)} {}
    static Key make_p256(std::string_view x, std::string_view y);
    static Key make_ed25519(std::string_view x);
    static Key make_rsa(std::string_view modulus, std::string_view exponent);

    Algorithm algorithm_;
    Key key_;
};

}  // namespace kith::proofs
