// Who can reach whom: people who share a group, where neither has said otherwise.
//
// A person can stop taking messages, from everyone or from somebody. Both are answered with the same
// words, before anything is sent: nobody is told that they are blocked, and nobody is left to believe
// that a word arrived which did not. In a place where somebody may ask for help, silence would be a lie.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/messages/conversation.hpp"
#include "platform/sql/database.hpp"

namespace kith::messages {

// Shares a group with them, or has a seat in a conversation with them.
bool has_met(sql::Transaction&, PersonId, PersonId);
bool share_a_group(sql::Transaction&, PersonId, PersonId);
// The groups that all of these people are in.
std::vector<GroupId> groups_of_all(sql::Transaction&, std::span<PersonId const>);

struct Acquaintance {
    PersonId person;
    std::string name;
    Capacity capacity;
};
// Everyone with whom a person shares a group, by name; at most so many.
std::vector<Acquaintance> acquaintances(sql::Transaction&, PersonId, std::size_t most);

MessageSettings settings_of(sql::Transaction&, PersonId);
void keep_settings(sql::Transaction&, PersonId, MessageSettings const&);

enum class Blocking { starts, ends };
void set_block(sql::Transaction&, PersonId, PersonId blocked, Blocking, Time now);
bool has_blocked(sql::Transaction&, PersonId, PersonId other);
// Whom this person has blocked, by name.
std::vector<Acquaintance> blocked_by(sql::Transaction&, PersonId);

// Takes messages, and takes them from `from`.
bool takes_from(sql::Transaction&, PersonId, PersonId from);

// Why nobody can write in a conversation now, in words for who asks; empty when they can.
std::string closed_because(sql::Transaction&, Seated const&);

// "Ben Example is not taking messages now. …"
std::string not_taking_words(std::string_view name);

}  // namespace kith::messages
