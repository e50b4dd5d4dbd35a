// A time zone: what the clock on the wall says there, and when it will say something.
//
// Read from the system's own zone files (RFC 8536), which Debian keeps up to date (tzdata). Only zones of the
// list below are opened. Past the last change that a file foretells (Debian: 2037) the last offset stays.
// A zone, once read, lives as long as the program; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.hpp"

namespace kith {

class Zone {
public:
    // What the wall says. Days count from 1970-01-01 in that place.
    struct Wall {
        std::int64_t day = 0;
        int minute = 0;   // of the day
        int weekday = 0;  // 0: Monday
    };

    // The names people choose from, "UTC" first.
    static std::span<std::string_view const> names();
    // UTC where the name is not on the list or its file cannot be read.
    static Zone const& find(std::string_view name);

    // The zone of the place that this program serves, for whoever has chosen none: "UTC" until it is set. Set once,
    // before other threads begin. False for a name that is not on the list, and nothing changes.
    static bool set_place(std::string_view name);
    static std::string_view place();
    // The machine's own; "UTC" where it is not on the list.
    static std::string_view of_machine();

    Wall wall(Time) const;
    // The first instant at which the wall says this minute of this day; where the clock is put forward over it,
    // the instant at which it is.
    Time instant(std::int64_t day, int minute) const;

    explicit Zone(std::string_view file_bytes);

private:
    struct Change {
        std::int64_t from;  // seconds since 1970, UTC
        std::int64_t offset;
    };
    std::int64_t offset_at(std::int64_t seconds) const;
    std::vector<Change> changes_;  // in order; the first one holds from ever
};

}  // namespace kith
