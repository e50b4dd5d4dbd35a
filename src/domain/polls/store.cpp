#include "domain/polls/store.hpp"

namespace kith::polls {

static sql::Statement const insert_poll{
    "INSERT INTO polls (post_id, group_id, kind, anonymous, shows, closes_at, voted) "
    "VALUES ($1, $2, $3, $4, $5, $6, 0)"};
static sql::Statement const insert_choice{
    "INSERT INTO poll_choices (post_id, group_id, place, words) VALUES ($1, $2, $3, $4)"};

void add(sql::Transaction& transaction, Poll const& poll) {
    transaction.run(insert_poll, poll.post, poll.group, stored(poll.kind), poll.anonymous, stored(poll.shows),
                    poll.closes_at);
    for (std::size_t place = 0; place < poll.choices.size(); ++place)
        transaction.run(insert_choice, poll.post, poll.group, place, poll.choices[place]);
}

static sql::Statement const select_poll{
    "SELECT post_id, group_id, kind, anonymous, shows, closes_at, voted, "
    "EXISTS (SELECT 1 FROM poll_closings WHERE poll_closings.post_id = polls.post_id) FROM polls WHERE post_id = $1"};
static sql::Statement const select_choices{"SELECT words FROM poll_choices WHERE post_id = $1 ORDER BY place"};

std::optional<Poll> find(sql::Transaction& transaction, PostId post) {
    auto poll = transaction.one(
        select_poll,
        [](sql::Row const& row) {
            return Poll{row.id<Post>(0),
                        row.id<Group>(1),
                        poll_kind_from(row.text(2)).value_or(PollKind::single),
                        row.flag(3),
                        poll_shows_from(row.text(4)).value_or(PollShows::when_closed),
                        row.maybe_time(5),
                        row.integer(6),
                        row.flag(7),
                        {}};
        },
        post);
    if (poll) poll->choices = transaction.all(select_choices, [](sql::Row const& row) { return row.string(0); }, post);
    return poll;
}

static sql::Statement const insert_closing{
    "INSERT INTO poll_closings (post_id, group_id, closed_by, closed_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};
static sql::Statement const delete_voters{"DELETE FROM poll_voters WHERE post_id = $1"};

bool close(sql::Transaction& transaction, Poll const& poll, std::optional<PersonId> by, Time now) {
    transaction.run(delete_voters, poll.post);
    return transaction.run(insert_closing, poll.post, poll.group, by, now) == 1;
}

static sql::Statement const upsert_vote{
    "INSERT INTO poll_votes (post_id, group_id, person_id, ballot) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (post_id, person_id) DO UPDATE SET ballot = excluded.ballot"};

void vote_openly(sql::Transaction& transaction, Poll const& poll, PersonId person, Ballot const& ballot) {
    transaction.run(upsert_vote, poll.post, poll.group, person, stored(ballot));
}

static sql::Statement const select_votes{
    "SELECT poll_votes.person_id, people.name, poll_votes.ballot FROM poll_votes "
    "JOIN people ON people.id = poll_votes.person_id WHERE poll_votes.post_id = $1 ORDER BY people.name, people.id"};

std::vector<OpenVote> open_votes(sql::Transaction& transaction, PostId post) {
    return transaction.all(
        select_votes,
        [](sql::Row const& row) { return OpenVote{row.id<Person>(0), row.string(1), ballot_from(row.text(2))}; }, post);
}

static sql::Statement const insert_voter{
    "INSERT INTO poll_voters (post_id, group_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
// Every row of the poll, so that all were written last by the same transaction: see poll.hpp.
static sql::Statement const rewrite_voters{"UPDATE poll_voters SET group_id = $2 WHERE post_id = $1"};
static sql::Statement const rewrite_tallies{
    "UPDATE poll_tallies SET cast_times = cast_times + CASE WHEN ballot = $2 THEN 1 ELSE 0 END WHERE post_id = $1"};
static sql::Statement const insert_tally{
    "INSERT INTO poll_tallies (post_id, group_id, ballot, cast_times) VALUES ($1, $2, $3, 0) ON CONFLICT DO NOTHING"};
static sql::Statement const count_voter{"UPDATE polls SET voted = voted + 1 WHERE post_id = $1"};

bool vote_anonymously(sql::Transaction& transaction, Poll const& poll, PersonId person, Ballot const& ballot) {
    if (transaction.run(insert_voter, poll.post, poll.group, person) == 0) return false;
    transaction.run(rewrite_voters, poll.post, poll.group);
    transaction.run(count_voter, poll.post);
    // Who chose several is not kept together: each choice is counted for itself.
    auto const add_one = [&](Ballot const& one) {
        transaction.run(insert_tally, poll.post, poll.group, stored(one));
        transaction.run(rewrite_tallies, poll.post, stored(one));
    };
    if (poll.kind == PollKind::ranked) {
        add_one(ballot);
    } else {
        for (auto const place : ballot) add_one({place});
    }
    return true;
}

static sql::Statement const select_voter{"SELECT 1 FROM poll_voters WHERE post_id = $1 AND person_id = $2"};

bool has_voted(sql::Transaction& transaction, PostId post, PersonId person) {
    return transaction.any(select_voter, post, person);
}

static sql::Statement const select_tallies{
    "SELECT ballot, cast_times FROM poll_tallies WHERE post_id = $1 ORDER BY ballot"};

std::vector<Cast> tallies(sql::Transaction& transaction, PostId post) {
    return transaction.all(
        select_tallies, [](sql::Row const& row) { return Cast{ballot_from(row.text(0)), row.integer(1)}; }, post);
}

static sql::Statement const delete_voters_of_closed{
    "DELETE FROM poll_voters WHERE post_id IN (SELECT post_id FROM polls WHERE closes_at <= $1)"};

void forget_voters(sql::Transaction& transaction, Time now) { transaction.run(delete_voters_of_closed, now); }

static sql::Statement const select_shows{"SELECT shows FROM poll_settings WHERE group_id = $1"};
static sql::Statement const upsert_shows{
    "INSERT INTO poll_settings (group_id, shows) VALUES ($1, $2) "
    "ON CONFLICT (group_id) DO UPDATE SET shows = excluded.shows"};

PollShows shows_in(sql::Transaction& transaction, GroupId group) {
    auto const set = transaction.one(select_shows, [](sql::Row const& row) { return row.string(0); }, group);
    return poll_shows_from(set.value_or("")).value_or(PollShows::at_once);
}

void set_shows(sql::Transaction& transaction, GroupId group, PollShows shows) {
    transaction.run(upsert_shows, group, stored(shows));
}

}  // namespace kith::polls
