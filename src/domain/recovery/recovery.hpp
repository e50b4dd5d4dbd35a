// The way back for somebody who has lost every way in: members who know them speak for them.
//
// They name their address, choose a new password and get a code to read out. Two members who are in a group with them,
// and have spoken with them, type it in. Then a waiting time begins, in which the person is told on every way that
// reaches them, and can stop it with one tap from wherever they are still signed in. When it is over the new password
// holds; devices, codes and sessions from before are gone. E-mail alone opens nothing, and no host is asked.
//
// Whoever asks is told the same, and the same work is done, whether the address is known or not.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::int64_t recovery_vouches_needed = 2;
inline constexpr std::chrono::hours recovery_waits{48};
inline constexpr std::chrono::days recovery_stays_open{7};  // for those two
// Anybody can ask for anybody, so that the many who do must not keep out the one who means it.
inline constexpr std::size_t open_recoveries_of_person_max = 200;
// Whoever speaks for somebody has been in the group with them for so long.
inline constexpr std::chrono::days recovery_voucher_here_for{7};

struct Recovery {
    RecoveryId id;
    PersonId person;
    Time asked_at;
    std::optional<Time> due_at;  // from when on the new password holds; nothing: too few have vouched
    std::int64_t vouches = 0;
};

// Whom a code is for, to a member who may speak for them.
struct Spoken {
    Recovery recovery;
    std::string name;
    GroupId group;  // one that both are in
    bool vouched = false;
};

}  // namespace kith
