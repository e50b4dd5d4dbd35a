// A group: a closed circle of people who know each other in real life.
//
// It has no address but its random id, and no name outside itself. Everything
// about it is loaded through a membership; who has none gets `not_found`, as for
// a group that never was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/ids.hpp"
#include "domain/people/person.hpp"

namespace kith {

enum class Role { member, facilitator };

std::string_view stored(Role);
Role role_from(std::string_view);

inline constexpr std::size_t group_name_characters_max = 80;
inline constexpr std::size_t told_to_newcomers_characters_max = 2'000;
inline constexpr std::size_t agreement_characters_max = 20'000;
inline constexpr std::size_t topic_name_characters_max = 60;
inline constexpr std::size_t topics_max = 50;
inline constexpr int vouches_needed_default = 2;
inline constexpr int vouches_needed_max = 5;
inline constexpr int facilitators_wanted = 2;  // as soon as there are two members

struct Group {
    GroupId id;
    std::string name;
    std::string told_to_newcomers;
    int vouches_needed = vouches_needed_default;
    std::int64_t sequence = 0;
    Time made_at;
};

// Somebody's place in a group, with the group: what the gate of every group's page loads.
struct Membership {
    Group group;
    PersonId person;
    Role role = Role::member;
    Capacity capacity = Capacity::practitioner;
    Time joined_at;
    bool shows_presence = false;
    std::int64_t agreement_version = 0;  // of the group, now
    std::int64_t accepted_version = 0;   // the newest that this member accepted; 0: none

    bool facilitates() const { return role == Role::facilitator; }
    bool has_agreed() const { return accepted_version == agreement_version; }
};

namespace groups {
struct Policy;
}

// Rights over a group, each a step further in.
struct Read {
    using Policy = groups::Policy;
};  // a member
struct Speak {
    using Policy = groups::Policy;
};  // a member who accepted the agreement as it stands
struct Facilitate {
    using Policy = groups::Policy;
};  // a facilitator

using Reader = Granted<Read, Membership>;
using Speaker = Granted<Speak, Membership>;
using Facilitator = Granted<Facilitate, Membership>;

}  // namespace kith
