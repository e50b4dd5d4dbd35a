// My data: everything of mine is in it, and nothing of anybody else's, on both engines.
#include <gtest/gtest.h>

#include "domain/acts/log.hpp"
#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/me/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::me {
namespace {

// Each writes into every table that can hold words of a person; the words begin with the person's own mark.
static sql::Statement const put_draft{
    "INSERT INTO drafts (person_id, place, group_id, body, kept_at) VALUES ($1, 'somewhere', $2, $3, 1)"};
static sql::Statement const put_reaction{
    "INSERT INTO reactions (post_id, group_id, person_id, kind, given_at) VALUES ($1, $2, $3, $4, 1)"};
static sql::Statement const put_poll{
    "INSERT INTO polls (post_id, group_id, kind, anonymous, shows, closes_at, voted) "
    "VALUES ($1, $2, 'single', 0, 'at_once', NULL, 0)"};
static sql::Statement const put_choice{
    "INSERT INTO poll_choices (post_id, group_id, place, words) VALUES ($1, $2, 0, $3)"};
static sql::Statement const put_invitation{
    "INSERT INTO invitations (id, group_id, token_hash, code_hash, inviter_id, how_known, made_at, expires_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, 1, 2)"};
static sql::Statement const put_admission{
    "INSERT INTO admissions (id, group_id, person_id, inviter_id, capacity, begun_at, submitted_at) "
    "VALUES ($1, $2, $3, $4, 'student', 1, 1)"};
static sql::Statement const put_answer{
    "INSERT INTO admission_answers (admission_id, group_id, position, question, answer) "
    "VALUES ($1, $2, 0, 'theirs: a question', $3)"};
static sql::Statement const put_vouch{
    "INSERT INTO vouches (admission_id, group_id, voucher_id, how_known, vouched_at) VALUES ($1, $2, $3, $4, 1)"};
static sql::Statement const put_decision{
    "INSERT INTO admission_decisions (admission_id, group_id, outcome, decided_by, reason, message, decided_at) "
    "VALUES ($1, $2, 'refused', $3, 'theirs: a reason', 'theirs: a message', 1)"};
static sql::Statement const put_report{
    "INSERT INTO reports (id, group_id, post_id, reported_by, about_id, reason, reported_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, 1)"};

static sql::Statement const put_ask{
    "INSERT INTO asks (id, group_id, asker_id, wants, body, by_when, wanted_by, reach, field, people, asked_at, "
    "first_offer_at) VALUES ($1, $2, $3, 'listen', $4, 'week', NULL, 'everyone', '', 1, 1, NULL)"};
static sql::Statement const put_offer{
    "INSERT INTO ask_offers (ask_id, group_id, person_id, words, offered_at, helped_at) VALUES ($1, $2, $3, $4, 1, 2)"};
static sql::Statement const put_pass{"INSERT INTO ask_passes (ask_id, group_id, person_id) VALUES ($1, $2, $3)"};
static sql::Statement const put_turn{
    "INSERT INTO rota_turns (id, group_id, person_id, from_at, until_at) VALUES ($1, $2, $3, 1, 2)"};

class EverythingTest : public test::OnBothEngines {
protected:
    EverythingTest() {
        test::migrate(database());
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            add_people(transaction);
            auto const of_mine = fill(transaction, mine, theirs, "mine: ");
            auto const of_theirs = fill(transaction, theirs, mine, "theirs: ");
            transaction.run(put_reaction, of_theirs, group, mine, "with_you");
            transaction.run(put_reaction, of_mine, group, theirs, "been_there");
            return {};
        });
        EXPECT_TRUE(done.has_value());
    }

    void add_people(sql::Transaction& transaction) {
        people::add(transaction, {mine, "mine@example.org", "mine: name", Capacity::manager, {}, false}, "secret hash");
        people::add(transaction, {theirs, "theirs@example.org", "theirs: name", Capacity::student, {}, false}, "");
        group = groups::found(transaction, {"Tuesday", "theirs: told", "theirs: terms"}, theirs, Capacity::student, {});
        groups::add_member(transaction, group, mine, Role::member, Capacity::manager, theirs, {});
    }

    PostId fill(sql::Transaction& transaction, PersonId who, PersonId other, std::string const& mark) {
        people::set_practice_fields(transaction, who, {mark + "field"});
        Post post;
        post.id = PostId::random();
        post.group = group;
        post.author = who;
        post.body = mark + "before";
        post.sequence = groups::next_sequence(transaction, group);
        posts::add(transaction, post);
        EXPECT_TRUE(posts::rewrite(transaction, post, mark + "body", {2}));
        transaction.run(put_draft, who, group, mark + "draft");
        transaction.run(put_poll, post.id, group);
        transaction.run(put_choice, post.id, group, mark + "choice");
        transaction.run(put_invitation, InvitationId::random(), group, Id<void>::random(), Id<void>::random(), who,
                        mark + "invitation");
        auto const admission = AdmissionId::random();
        transaction.run(put_admission, admission, group, who, other);
        transaction.run(put_answer, admission, group, mark + "answer");
        transaction.run(put_decision, admission, group, other);
        transaction.run(put_vouch, admission, group, other,
                        (who == mine ? "theirs: " : "mine: ") + std::string{"vouch"});
        transaction.run(put_report, ReportId::random(), group, post.id, other, who,
                        (who == mine ? "theirs: " : "mine: ") + std::string{"report"});
        auto const ask = AskId::random();
        transaction.run(put_ask, ask, group, who, mark + "ask");
        transaction.run(put_offer, ask, group, other, (who == mine ? "theirs: " : "mine: ") + std::string{"offer"});
        transaction.run(put_turn, TurnId::random(), group, who);
        auto const passed = AskId::random();
        transaction.run(put_ask, passed, group, who, mark + "second ask");
        transaction.run(put_pass, passed, group, other);
        (who == mine ? passed_by_them : passed_by_me) = passed;
        acts::log(transaction, group, who, Act::hid_post, other == mine ? "mine" : "theirs: name", mark + "act", {1});
        return post.id;
    }

    std::string taken() {
        return database().read(
            [&](sql::Transaction& transaction) { return everything_of(transaction, mine, {1}).json(); });
    }

    PersonId mine = PersonId::random(), theirs = PersonId::random();
    GroupId group;
    AskId passed_by_me, passed_by_them;
};
INSTANTIATE_TEST_SUITE_P(Engines, EverythingTest, test::both_engines(), test::engine_name);

TEST_P(EverythingTest, of_mine_is_there) {
    auto const text = taken();
    for (std::string const part : {"name", "field", "body", "before", "draft", "invitation", "answer", "vouch",
                                   "report", "act", "choice", "ask", "offer"})
        EXPECT_TRUE(text.contains("mine: " + part)) << part;
    EXPECT_TRUE(text.contains("mine@example.org"));
    EXPECT_TRUE(text.contains("with_you"));
    EXPECT_TRUE(text.contains("Tuesday"));
}

TEST_P(EverythingTest, of_others_is_not) {
    auto const text = taken();
    EXPECT_FALSE(text.contains("theirs")) << text;
    EXPECT_FALSE(text.contains(theirs.text()));
    EXPECT_FALSE(text.contains("been_there"));
    EXPECT_FALSE(text.contains("secret hash"));
    EXPECT_FALSE(text.contains("refused"));  // a refusal stays silent here too
}

TEST_P(EverythingTest, my_passes_are_mine_to_see_and_nobody_elses) {
    auto const text = taken();
    EXPECT_TRUE(text.contains("\"passes\":[{\"ask\":\"" + passed_by_me.text() + "\"}]")) << text;
    // My own ask, on which the other passed, stands there once: as mine.
    auto const at = text.find(passed_by_them.text());
    ASSERT_NE(at, text.npos);
    EXPECT_EQ(text.find(passed_by_them.text(), at + 1), text.npos);
}

TEST_P(EverythingTest, leaves_no_trace_when_the_account_goes) {
    auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
        forget_traces(transaction, mine, {});
        people::remove(transaction, mine);
        return {};
    });
    ASSERT_TRUE(done.has_value());
    static sql::Statement const traces{
        "SELECT 1 FROM acts WHERE done_by = $1 OR about_id = $1 UNION ALL SELECT 1 FROM reports WHERE reported_by = $1 "
        "UNION ALL SELECT 1 FROM reports WHERE about_id = $1 UNION ALL SELECT 1 FROM admission_decisions WHERE "
        "decided_by = $1 UNION ALL SELECT 1 FROM drafts WHERE person_id = $1 UNION ALL SELECT 1 FROM admissions "
        "WHERE person_id = $1 OR inviter_id = $1 UNION ALL SELECT 1 FROM asks WHERE asker_id = $1 "
        "UNION ALL SELECT 1 FROM ask_offers WHERE person_id = $1 UNION ALL SELECT 1 FROM ask_passes "
        "WHERE person_id = $1 UNION ALL SELECT 1 FROM rota_turns WHERE person_id = $1"};
    database().read([&](sql::Transaction& transaction) { EXPECT_FALSE(transaction.any(traces, mine)); });
}

}  // namespace
}  // namespace kith::me
