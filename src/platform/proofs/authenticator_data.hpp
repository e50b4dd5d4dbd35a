// What an authenticator says of a ceremony, and signs (WebAuthn Level 3, section 6.1).
//
//     hash of the place's name (32) | flags (1) | counter (4) | a new passkey, where there is one | extensions
//
// The views lie in what was handed in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kith::proofs {

inline constexpr std::size_t credential_id_bytes_max = 1023;  // section 4: no more than that

struct NewCredential {
    std::string_view id;
    std::string_view public_key;  // COSE; of a kind that we know
};

struct AuthenticatorData {
    std::string_view place_hash;  // SHA-256
    bool present = false;         // somebody touched it
    bool verified = false;        // by finger, face or PIN
    bool can_be_copied = false;   // a keeper of passkeys may have it on several devices
    bool is_copied = false;
    std::uint32_t counter = 0;  // of uses; 0 where it keeps none
    std::optional<NewCredential> made{};

    enum class Fault { unreadable, unknown_key };
    // Nothing where it is not whole, says of itself what cannot be, or has something behind it.
    static std::optional<AuthenticatorData> read(std::string_view bytes, Fault* why = nullptr);
};

}  // namespace kith::proofs
