// What `kith doctor` looks at on a host: each check asks one thing, changes nothing but what opening the records
// changes, and says in plain words what to do. A check that cannot be made on this machine says nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/settings.hpp"
#include "base/time.hpp"

namespace kith::app {

enum class State : std::uint8_t {
    well,
    look,   // it works, and somebody should look at it
    wrong,  // members will notice, or are in danger
};

struct Finding {
    State state;
    std::string_view of;  // "Key"
    std::string says;
    std::string advice;  // what to do; empty where all is well
};
using Findings = std::vector<Finding>;

void check_records(ServeSettings const&, Findings&);
void check_room(ServeSettings const&, Findings&);
void check_backups(ServeSettings const&, std::string const& folder, Time now, Findings&);
void check_door(ServeSettings const&, Time now, Findings&);
void check_letters(ServeSettings const&, Findings&);
void check_pictures(ServeSettings const&, Findings&);
void check_machine(Findings&);

}  // namespace kith::app
