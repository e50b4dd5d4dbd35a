// Passkeys (WebAuthn Level 3): looking at what a browser brings back from its authenticator.
//
// Two ceremonies: one makes a passkey (section 7.1), one shows that somebody has it (section 7.2). Both must answer the
// challenge that we gave, at our own address, for our own name, with somebody there who was verified by finger, face
// or PIN. Who made the authenticator is not asked (attestation "none"): a statement about that is passed over.
//
// Any thread. Nothing here knows of people or the database; that a challenge is used once is for the caller to see to.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace kith::proofs {

inline constexpr std::size_t challenge_bytes = 32;
inline constexpr std::size_t client_data_bytes_max = 4 * 1024;
inline constexpr std::size_t attestation_bytes_max = 32 * 1024;

// Why it is not believed.
enum class Refused {
    unreadable,
    other_ceremony,     // made for the one, sent for the other
    other_challenge,    // not the one that we gave
    other_origin,       // at another address than ours
    within_other_page,  // in a frame of somebody else's page
    other_place,        // for another name than ours
    nobody_there,
    not_verified,
    unknown_algorithm,
    wrong_signature,
    used_before,  // its counter did not move: there may be a copy
};

// What its holder must have done: shown themselves to the device by finger, face or PIN, or only touched it.
enum class Holder { verified, present };

// What we know of the ceremony. `challenge` is base64url, as it was given to the browser.
struct Ceremony {
    std::string_view challenge;
    std::string_view origin;  // "https://kith.example"
    std::string_view place;   // "kith.example"
    Holder holder = Holder::verified;
};

struct MadePasskey {
    std::string credential_id;
    std::string public_key;  // COSE
    std::uint32_t counter = 0;
    bool can_be_copied = false;
};

std::expected<MadePasskey, Refused> look_at_made(Ceremony const&, std::string_view client_data,
                                                 std::string_view attestation);

struct Shown {
    std::string_view client_data, authenticator_data, signature;
};

// The counter to keep.
std::expected<std::uint32_t, Refused> look_at_shown(Ceremony const&, Shown const&, std::string_view public_key,
                                                    std::uint32_t counter_before);

// The challenge that a browser says it answers, to find it by; nothing of it is believed yet.
std::string challenge_in(std::string_view client_data);

// "kith.example" of "https://kith.example:8443".
std::string_view place_of(std::string_view origin);

}  // namespace kith::proofs
