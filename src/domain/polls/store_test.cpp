// What an anonymous poll keeps: nothing that joins a person and a vote.
#include "domain/polls/store.hpp"

#include <gtest/gtest.h>

#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::polls {
namespace {

class AnonymousPoll : public test::OnBothEngines {
protected:
    AnonymousPoll() {
        test::migrate(database());
        write([&](sql::Transaction& transaction) {
            for (int i = 0; i < 6; ++i) {
                voters.push_back(PersonId::random());
                auto const name = "voter" + std::to_string(i);
                people::add(transaction, {voters.back(), name + "@example.org", name, Capacity::student, {}, false},
                            "");
            }
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, voters[0], Capacity::student, {});
        });
    }
    template <class Body>
    void write(Body const& body) {
        ASSERT_TRUE(database().write([&](sql::Transaction& transaction) -> Result<void> {
            body(transaction);
            return {};
        }));
    }
    Poll ask(PollKind kind) {
        Post post;
        post.id = PostId::random();
        post.group = group;
        post.author = voters[0];
        post.body = "How was it?";
        Poll const poll{post.id, group, kind, true, PollShows::at_once, {}, 0, false, {"Light", "Heavy", "Neither"}};
        write([&](sql::Transaction& transaction) {
            post.sequence = groups::next_sequence(transaction, group);
            posts::add(transaction, post);
            add(transaction, poll);
        });
        return poll;
    }
    bool vote(Poll const& poll, std::size_t who, Ballot const& ballot) {
        bool counted = false;
        write(
            [&](sql::Transaction& transaction) { counted = vote_anonymously(transaction, poll, voters[who], ballot); });
        return counted;
    }
    std::vector<std::pair<std::string, std::int64_t>> kept(Poll const& poll) {
        return database().read([&](sql::Transaction& transaction) {
            std::vector<std::pair<std::string, std::int64_t>> all;
            for (auto const& cast : tallies(transaction, poll.post)) all.emplace_back(stored(cast.ballot), cast.times);
            return all;
        });
    }

    std::vector<PersonId> voters;
    GroupId group;
};
INSTANTIATE_TEST_SUITE_P(Engines, AnonymousPoll, test::both_engines(), test::engine_name);

TEST_P(AnonymousPoll, CountsEachPersonOnce) {
    auto const poll = ask(PollKind::single);
    EXPECT_TRUE(vote(poll, 1, {0}));
    EXPECT_FALSE(vote(poll, 1, {1}));
    EXPECT_TRUE(vote(poll, 2, {1}));
    EXPECT_EQ(kept(poll), (std::vector<std::pair<std::string, std::int64_t>>{{"0", 1}, {"1", 1}}));
    database().read([&](sql::Transaction& transaction) {
        EXPECT_EQ(find(transaction, poll.post)->voted, 2);
        EXPECT_TRUE(has_voted(transaction, poll.post, voters[1]));
        EXPECT_FALSE(has_voted(transaction, poll.post, voters[3]));
    });
}

TEST_P(AnonymousPoll, KeepsWhatSeveralVotesMakeTogetherAndNotTheirOrder) {
    auto const one = ask(PollKind::several), other = ask(PollKind::several);
    std::vector<Ballot> const ballots{{0, 1}, {1}, {0, 2}, {1, 2}, {0}};
    for (std::size_t i = 0; i < ballots.size(); ++i) {
        vote(one, i, ballots[i]);
        vote(other, i, ballots[ballots.size() - 1 - i]);
    }
    EXPECT_EQ(kept(one), kept(other));
    EXPECT_EQ(kept(one), (std::vector<std::pair<std::string, std::int64_t>>{{"0", 3}, {"1", 3}, {"2", 2}}));
}

// Each row of PostgreSQL tells which transaction wrote it.
TEST_P(AnonymousPoll, AllRowsWereWrittenLastByTheSameTransaction) {
    if (GetParam() != test::Engine::postgres) GTEST_SKIP();
    auto const poll = ask(PollKind::ranked);
    vote(poll, 1, {0, 1});
    vote(poll, 2, {1});
    vote(poll, 3, {2, 0, 1});
    static sql::Statement const transactions{
        "SELECT count(DISTINCT writer) FROM (SELECT CAST(xmin AS TEXT) AS writer FROM poll_voters WHERE post_id = $1 "
        "UNION ALL SELECT CAST(xmin AS TEXT) FROM poll_tallies WHERE post_id = $1) AS written"};
    database().read([&](sql::Transaction& transaction) {
        EXPECT_EQ(transaction.one(transactions, [](sql::Row const& row) { return row.integer(0); }, poll.post), 1);
    });
}

TEST_P(AnonymousPoll, ForgetsWhoVotedWhenItHasClosed) {
    auto const poll = ask(PollKind::single);
    vote(poll, 1, {0});
    write([&](sql::Transaction& transaction) { EXPECT_TRUE(close(transaction, poll, voters[0], {1})); });
    database().read([&](sql::Transaction& transaction) {
        EXPECT_FALSE(has_voted(transaction, poll.post, voters[1]));
        EXPECT_EQ(find(transaction, poll.post)->voted, 1);
    });
}

}  // namespace
}  // namespace kith::polls
