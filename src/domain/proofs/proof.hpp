// By what somebody shows that it is them, besides a password: passkeys, codes from a phone, recovery codes.
//
// A passkey is enough by itself: it is a device, and the finger, face or PIN of who holds it. A code stands beside the
// password. This folder keeps them and looks at what is shown; who is let in then is for domain/sessions to say.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::size_t passkeys_of_person_max = 20;
inline constexpr std::size_t passkey_label_characters_max = 60;
inline constexpr std::chrono::minutes ceremony_lasts{5};
inline constexpr std::size_t recovery_codes_made = 10;
// So many wrong codes in a row, and no code of the app is taken any more: with a password that is known, guessing
// comes to nothing. A passkey or a recovery code begins the count anew.
inline constexpr int wrong_codes_max = 50;

struct Passkey {
    PasskeyId id;
    PersonId person;
    std::string credential_id;  // as its authenticator knows it
    std::string public_key;     // COSE
    std::uint32_t counter = 0;
    std::string label;  // "My phone"
    Time made_at;
    std::optional<Time> used_on;  // the day only
};

// What an app counts codes out of.
struct CodeKey {
    std::string secret;
    bool confirmed = false;  // a code of it has come once: from then on it is asked for
    std::int64_t last_step = 0;
    int wrong_in_a_row = 0;
};

}  // namespace kith
