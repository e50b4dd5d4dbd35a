// Asks and whom they reach, in the database.
#pragma once

#include <vector>

#include "domain/asks/ask.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

// The members whom an ask would reach now, but its asker.
std::vector<PersonId> everyone(sql::Transaction&, GroupId, PersonId asker);
std::vector<PersonId> who_know(sql::Transaction&, GroupId, PersonId asker, std::string_view field);
std::vector<PersonId> who_are_around(sql::Transaction&, GroupId, PersonId asker, Time now);

// The fields of practice of the other members, by name, and how many know each.
struct Field {
    std::string name;
    std::int64_t people;
};
std::vector<Field> fields_in(sql::Transaction&, GroupId, PersonId asker);

void add(sql::Transaction&, Ask const&, std::vector<PersonId> const& recipients);
// As it is, whoever asks: for the clockwork.
std::optional<Ask> find(sql::Transaction&, AskId);
// For its asker and those it reaches, while they are members, and nobody else. With what this person said to it.
struct Found {
    Ask ask;
    bool offered, passed;
};
std::optional<Found> find_of_member(sql::Transaction&, AskId, PersonId);

// An ask on a list: with its group's name and, where it is somebody else's, theirs.
struct Listed {
    Ask ask;
    std::string group_name, asker_name;
    bool offered = false;
    bool has_offers = false;
};
// What reaches this person and is open: neither passed nor their own. Newest first; of one group, or of all.
std::vector<Listed> reaching(sql::Transaction&, PersonId, std::optional<GroupId>);
// This person's own, newest first.
std::vector<Listed> own(sql::Transaction&, PersonId, std::optional<GroupId>);
// Ended asks of others to which this person had offered, newest first.
std::vector<Listed> helped_with(sql::Transaction&, PersonId);
std::size_t count_open_of(sql::Transaction&, GroupId, PersonId asker);
// Something that reaches this person waits for a yes or a pass.
bool any_waits_for(sql::Transaction&, PersonId);

// False when it has ended already. Takes with it whom it reached, passes, and what was due.
bool end(sql::Transaction&, Ask const&, AskEnd, Helped, Time now);
// With all that was said to it, and the notices of it.
void remove(sql::Transaction&, AskId);

// What the asker answered to "did this help?", also later than it ended.
void say_how(sql::Transaction&, AskId, Helped);

// It also reaches this person from now on, because they are on duty.
void reach_on_duty(sql::Transaction&, Ask const&, PersonId);
void note_duty(sql::Transaction&, Ask const&, Time now);
bool has_reached_duty(sql::Transaction&, AskId);

}  // namespace kith::asks
