// Polls in the database.
#pragma once

#include <optional>
#include <vector>

#include "domain/polls/counting.hpp"
#include "domain/polls/poll.hpp"
#include "platform/sql/database.hpp"

namespace kith::polls {

void add(sql::Transaction&, Poll const&);
// The poll under a post, where there is one. Who may see it is for the post's policy to say.
std::optional<Poll> find(sql::Transaction&, PostId);
// `by` nobody: whoever asked it under a pen.
bool close(sql::Transaction&, Poll const&, std::optional<PersonId> by, Time now);

// Open polls.
void vote_openly(sql::Transaction&, Poll const&, PersonId, Ballot const&);
struct OpenVote {
    PersonId person;
    std::string name;
    Ballot ballot;
};
std::vector<OpenVote> open_votes(sql::Transaction&, PostId);

// Anonymous polls. False when this person has voted already: nothing is changed then.
bool vote_anonymously(sql::Transaction&, Poll const&, PersonId, Ballot const&);
bool has_voted(sql::Transaction&, PostId, PersonId);
std::vector<Cast> tallies(sql::Transaction&, PostId);
// When a poll has closed nobody needs to know any more who voted.
void forget_voters(sql::Transaction&, Time now);

PollShows shows_in(sql::Transaction&, GroupId);
void set_shows(sql::Transaction&, GroupId, PollShows);

}  // namespace kith::polls
