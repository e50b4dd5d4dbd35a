// How this place can reach people who are away: what its host has set up.
#pragma once

#include <string>

namespace kith {

struct Outside {
    bool mail = false;     // letters leave from here
    std::string push_key;  // what browsers know us by (VAPID), as base64url; empty: no notifications
    // For tests: notifications may go to this machine itself.
    bool push_to_loopback = false;
};

}  // namespace kith
