// Groups, memberships, topics and visits in the database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith::groups {

void add(sql::Transaction&, Group const&);
// The group as it is, whoever asks: for those whom another policy has let in (a newcomer).
std::optional<Group> find(sql::Transaction&, GroupId);
// The group and, by cascade, everything in it.
void remove(sql::Transaction&, GroupId);
void update(sql::Transaction&, GroupId, std::string_view name, std::string_view told_to_newcomers, int vouches_needed);
// Moves the group's own count on by one and returns it. Takes the group's row until the commit:
// what happens in one group happens in one order, on both databases.
std::int64_t next_sequence(sql::Transaction&, GroupId);

void add_member(sql::Transaction&, GroupId, PersonId, Role, Capacity, std::optional<PersonId> invited_by, Time now);
void set_role(sql::Transaction&, GroupId, PersonId, Role);
void set_presence(sql::Transaction&, GroupId, PersonId, bool shows);
bool remove_member(sql::Transaction&, GroupId, PersonId);
std::optional<Membership> find_membership(sql::Transaction&, GroupId, PersonId);

struct Listed {
    GroupId id;
    std::string name;
    Role role;
    bool has_new;  // something since this person's last visit
};
// The groups a person is in, by name.
std::vector<Listed> of_person(sql::Transaction&, PersonId);

struct MemberLine {
    PersonId person;
    std::string name;
    Capacity capacity;
    Role role;
    Time joined_at;
    bool shows_presence;
    std::int64_t accepted_version;
};
// Everyone in the group, by name.
std::vector<MemberLine> members(sql::Transaction&, GroupId);

// True when the group has members who could facilitate and fewer than two who do.
bool facilitates_alone(sql::Transaction&, GroupId);

// Who invited whom, by the names of today; only members who were invited and whose inviter still has an account.
struct InvitedBy {
    PersonId person;
    std::string inviter;
};
std::vector<InvitedBy> inviters(sql::Transaction&, GroupId);

// The groups somebody has asked to join, or is about to. A silent refusal is among them: it looks like waiting.
struct Asked {
    AdmissionId id;
    std::string group_name;
    bool submitted;
};
std::vector<Asked> asked_by(sql::Transaction&, PersonId);

// How many have asked to join and wait for a decision.
std::int64_t waiting_newcomers(sql::Transaction&, GroupId);

struct TopicLine {
    TopicId id;
    std::string name;
};
void add_topic(sql::Transaction&, GroupId, TopicId, std::string_view name, Time now);
std::vector<TopicLine> topics(sql::Transaction&, GroupId);

// What was in the group before this visit began; everything after is new to this person.
struct Visit {
    std::int64_t before_sequence = 0;
    std::int64_t seen_sequence = 0;
    Time seen_at;
};
std::optional<Visit> find_visit(sql::Transaction&, GroupId, PersonId);
void keep_visit(sql::Transaction&, GroupId, PersonId, Visit const&);

}  // namespace kith::groups
