// A pen: the name under which something was written in a group, where it is not the writer's own.
//
// Either a pen-name, which a member has chosen for that group, or the want of any name, made anew for each thread
// (for each answer, in the threads of others). What was written keeps its pen: whoever takes another pen-name, leaves
// or ends their account rewrites nothing.
//
// Who holds a pen is known to the holder alone. No page, notice, letter or answer to a program carries the holder or
// the pen's id, and no moment sharper than the hour, so that pens in two groups have nothing in common. Facilitators
// see the pen as everybody does; two of them together can open it (opening.hpp).
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/named.hpp"
#include "base/time.hpp"
#include "domain/groups/group.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::size_t pen_name_characters_min = 2;
inline constexpr std::size_t pen_name_characters_max = 40;
inline constexpr std::int64_t pen_names_of_member_max = 5;  // in one group, old ones among them
inline constexpr std::int64_t few_writers = 5;              // fewer than these could have written it: one more look
inline constexpr std::chrono::hours pen_moment{1};          // as sharply as anybody is told when it was written

inline constexpr std::string_view nameless_name = "A member";

// Under which name somebody writes.
enum class WrittenAs { own_name, pen_name, nameless };
inline constexpr std::array ways_to_sign{
    Named{WrittenAs::own_name, "own_name", ""},
    Named{WrittenAs::pen_name, "pen_name", "pen-name"},
    Named{WrittenAs::nameless, "nameless", "without a name"},
};
inline constexpr std::string_view written_as_field = "written_as";

struct Pen {
    PenId id;
    std::optional<PersonId> holder;  // for what the holder alone gets, never for a page
    std::string name;
    bool nameless = false;
    bool began = false;  // nameless, and its holder began the thread

    WrittenAs written_as() const { return nameless ? WrittenAs::nameless : WrittenAs::pen_name; }
};

// The hour in which it was.
constexpr Time as_told(Time time) {
    auto const hour = std::chrono::milliseconds{pen_moment}.count();
    return {time.milliseconds - time.milliseconds % hour};
}

}  // namespace kith
