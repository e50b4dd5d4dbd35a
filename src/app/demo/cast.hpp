// Who is in the example community. Nobody here exists; the surnames are things and places on purpose.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/groups/group.hpp"
#include "domain/people/person.hpp"

namespace kith::app::demo {

inline constexpr std::size_t group_count = 3;
inline constexpr std::size_t after_hours = 2;      // the group that allows pen-names
inline constexpr std::size_t members_max = 1'400;  // there are no more invented names

enum class Part { none, member, facilitator };

struct Character {
    std::string_view key;  // as the texts name the writer
    std::string_view name;
    Capacity capacity;
    std::array<Part, group_count> parts;
    std::string_view field;  // of practice
    std::string_view about;  // for whoever signs in as them; empty: not one of the five
};

// The members who speak in the texts.
std::span<Character const> cast();
// Who waits to be admitted to the first group.
Character const& newcomer();

struct Extra {
    std::string name;
    Capacity capacity;
    std::array<Part, group_count> parts;
};
// The nth member beyond the cast, from 0.
Extra extra(std::size_t number);

// "Marigold Lantern": "marigold.lantern@example.org", in the domain kept for examples (RFC 2606).
std::string email_of(std::string_view name);

struct Room {
    std::string_view name;
    std::string_view told_to_newcomers;
    std::string_view agreement;  // the key of a start
    std::vector<std::string_view> questions;
    std::string_view talk;
};
std::array<Room, group_count> const& rooms();

// What a later version of the first group's agreement says in addition.
extern std::string_view const added_to_agreement;

}  // namespace kith::app::demo
