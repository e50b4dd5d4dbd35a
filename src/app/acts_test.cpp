// Whatever is changed in a log is found: a thousand edits at random, each alone, on both engines.
#include "domain/acts/chain.hpp"

#include <gtest/gtest.h>

#include <random>

#include "domain/acts/log.hpp"
#include "domain/groups/found.hpp"
#include "domain/people/store.hpp"
#include "platform/crypto/signing.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::acts {
namespace {

constexpr int edits = 1000;
constexpr int lines_of_a_group = 8;

static sql::Statement const select_all_lines{
    "SELECT chain_id, number, group_id, done_by, about_id, act, about, reason, done_at, by_salt, about_salt, by_mark, "
    "about_mark, digest FROM acts ORDER BY chain_id, number"};
static sql::Statement const delete_line{"DELETE FROM acts WHERE chain_id = $1 AND number = $2"};
static sql::Statement const delete_chain{"DELETE FROM acts WHERE chain_id = $1"};
static sql::Statement const delete_head{"DELETE FROM act_heads WHERE chain_id = $1"};
static sql::Statement const move_line{"UPDATE acts SET number = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const move_to_chain{
    "UPDATE acts SET chain_id = $3, number = $4 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_group{"UPDATE acts SET group_id = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_by{"UPDATE acts SET done_by = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_about_id{"UPDATE acts SET about_id = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_act{"UPDATE acts SET act = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_about{"UPDATE acts SET about = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_reason{"UPDATE acts SET reason = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_done_at{"UPDATE acts SET done_at = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_by_mark{"UPDATE acts SET by_mark = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_about_mark{"UPDATE acts SET about_mark = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_by_salt{"UPDATE acts SET by_salt = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const set_digest{"UPDATE acts SET digest = $3 WHERE chain_id = $1 AND number = $2"};
static sql::Statement const take_name_out{
    "UPDATE acts SET done_by = NULL, by_salt = NULL WHERE chain_id = $1 AND number = $2"};
static sql::Statement const cut_off{"DELETE FROM acts WHERE chain_id = $1 AND number > $2"};
static sql::Statement const set_head{"UPDATE act_heads SET lines = $2, digest = $3 WHERE chain_id = $1"};
static sql::Statement const set_seal{"UPDATE act_heads SET seal = $2 WHERE chain_id = $1"};
static sql::Statement const set_key{"UPDATE place_keys SET value = $1 WHERE name = 'log'"};
static sql::Statement const add_line{
    "INSERT INTO acts (chain_id, number, group_id, act, about, reason, done_at, by_mark, about_mark, digest) "
    "VALUES ($1, $2, $3, $4, '', 'forged', 5, $5, $5, $6)"};
static sql::Statement const add_unchained{
    "INSERT INTO facilitation_log (id, group_id, act, about, reason, done_at) VALUES ($1, $2, 'hid_post', '', '', 1)"};

struct Line {
    GroupId chain;
    std::int64_t number;
    bool by, about;
    std::string digest;
};

class ChainTest : public test::OnBothEngines {
protected:
    ChainTest() {
        test::migrate(database());
        keep([&](sql::Transaction& transaction) { fill(transaction); });
    }

    void keep(std::function<void(sql::Transaction&)> const& work) {
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            work(transaction);
            return {};
        });
        ASSERT_TRUE(done.has_value());
    }
    // What verifying says after this work, which is then undone.
    std::vector<Complaint> complaints_after(std::function<void(sql::Transaction&)> const& work) {
        std::vector<Complaint> complaints;
        (void)database().write([&](sql::Transaction& transaction) -> Result<void> {
            work(transaction);
            complaints = verify(transaction).complaints;
            return fail(Error::not_found());
        });
        return complaints;
    }

    void fill(sql::Transaction& transaction) {
        begin(transaction, {1});
        people::add(transaction, {ada, "ada@example.org", "Ada", Capacity::manager, {}, false}, "");
        people::add(transaction, {ben, "ben@example.org", "Ben", Capacity::manager, {}, false}, "");
        for (auto& group : groups) {
            group = groups::found(transaction, {"Tuesday", "", "terms"}, ada, Capacity::manager, {2});
            for (int i = 1; i < lines_of_a_group; ++i)
                log(transaction, group, i % 2 ? ada : ben, i % 3 ? Act::admitted : Act::added_topic,
                    i % 3 ? About{i % 2 ? ben : ada} : About{"Endings"}, i % 2 ? "It was time." : "", {10 + i});
        }
        log(transaction, of_the_place, std::nullopt, Act::made_token, ben, "A clock", {30});
    }

    std::vector<Line> all_lines() {
        return database().read([](sql::Transaction& transaction) {
            return transaction.all(select_all_lines, [](sql::Row const& row) {
                return Line{row.id<Group>(0), row.integer(1), !row.is_null(3), !row.is_null(4),
                            std::string{row.blob(13)}};
            });
        });
    }

    // One edit, as somebody could make it who can write to the tables and does not seal anew.
    void edit(sql::Transaction& t, int what, Line const& line, Line const& other, std::int64_t length,
              std::mt19937& random) {
        auto const bytes = std::to_string(random()) + std::string(30, 'x');
        auto const blob = sql::Value::blob(bytes);
        auto const& [chain, number, by, about, digest] = line;
        auto const group = chain == of_the_place ? std::nullopt : std::optional{chain};
        switch (what) {
            case 0: t.run(delete_line, chain, number); break;
            case 1: t.run(cut_off, chain, number - 1); break;
            case 2:
                t.run(cut_off, chain, number);
                t.run(set_head, chain, number == length ? number + 1 : number, sql::Value::blob(digest));
                break;
            case 3: t.run(set_act, chain, number, "closed_report"); break;
            case 4: t.run(set_about, chain, number, bytes); break;
            case 5: t.run(set_reason, chain, number, bytes); break;
            case 6: t.run(set_done_at, chain, number, static_cast<std::int64_t>(random()) + 100); break;
            case 7: t.run(set_by, chain, number, PersonId::random()); break;
            case 8: t.run(set_about_id, chain, number, PersonId::random()); break;
            case 9: t.run(set_by_mark, chain, number, blob); break;
            case 10: t.run(set_about_mark, chain, number, blob); break;
            case 11: t.run(set_by_salt, chain, number, blob); break;
            case 12: t.run(set_digest, chain, number, blob); break;
            case 13: by ? t.run(take_name_out, chain, number) : t.run(set_act, chain, number, "hid_post"); break;
            case 14: t.run(delete_chain, chain); break;
            case 15:
                t.run(delete_chain, chain);
                t.run(delete_head, chain);
                break;
            case 16: t.run(delete_head, chain); break;
            case 17: t.run(set_seal, chain, blob); break;
            case 18: t.run(set_key, blob); break;
            case 19: t.run(set_key, sql::Value::blob(crypto::make_sealing_key())); break;
            case 20: swap(t, line, length); break;
            case 21: t.run(move_to_chain, chain, number, other.chain, 100); break;
            case 22:
                t.run(add_line, chain, length + 1, group, "hid_post", sql::Value::blob(""), blob);
                t.run(set_head, chain, length + 1, blob);
                break;
            case 23: t.run(add_unchained, Id<void>::random(), groups[0]); break;
            default: t.run(set_group, chain, number, chain == groups[0] ? groups[1] : groups[0]); break;
        }
    }
    static constexpr int kinds = 25;

    // With its neighbour.
    void swap(sql::Transaction& t, Line const& line, std::int64_t length) {
        if (length < 2) return void(t.run(set_reason, line.chain, line.number, "changed"));
        auto const first = line.number == length ? line.number - 1 : line.number;
        t.run(move_line, line.chain, first, 1000);
        t.run(move_line, line.chain, first + 1, first);
        t.run(move_line, line.chain, 1000, first + 1);
    }

    PersonId const ada = PersonId::random(), ben = PersonId::random();
    GroupId groups[3];
};
INSTANTIATE_TEST_SUITE_P(Engines, ChainTest, test::both_engines(), test::engine_name);

TEST_P(ChainTest, AThousandEditsAreFound) {
    auto const all = all_lines();
    ASSERT_EQ(all.size(), 3u * lines_of_a_group + 2);
    EXPECT_TRUE(complaints_after([](sql::Transaction&) {}).empty());
    std::mt19937 random{7};
    int found = 0;
    for (int i = 0; i < edits; ++i) {
        auto const& line = all[random() % all.size()];
        auto const& other = all[random() % all.size()];
        auto const length = std::ranges::count(all, line.chain, &Line::chain);
        auto const complaints =
            complaints_after([&](sql::Transaction& t) { edit(t, i % kinds, line, other, length, random); });
        if (complaints.empty()) ADD_FAILURE() << "edit " << i % kinds << " of line " << line.number << " was not found";
        found += complaints.empty() ? 0 : 1;
    }
    EXPECT_EQ(found, edits);
}

TEST_P(ChainTest, AnAccountThatEndsLeavesTheLogWhole) {
    keep([&](sql::Transaction& t) { forget(t, ben, {40}); });
    EXPECT_TRUE(complaints_after([](sql::Transaction&) {}).empty());
    for (auto const& group : groups) {
        auto const read = database().read([&](sql::Transaction& t) { return lines(t, group, std::nullopt, 50); });
        ASSERT_EQ(read.size(), 1u + lines_of_a_group);
        EXPECT_EQ(read[0].about,
                  "line 2 (whom), line 3 (who), line 5 (who), line 6 (whom), line 7 (who), line 8 (whom)");
        EXPECT_EQ(read[1].by, "Ada");
        EXPECT_EQ(read[1].about, "A former member");
    }
    // Somebody else's name that is taken out besides is found.
    EXPECT_FALSE(complaints_after([&](sql::Transaction& t) { t.run(take_name_out, groups[0], 2); }).empty());
}

TEST_P(ChainTest, WhatFacilitatorsDidBeforeIsChained) {
    keep([&](sql::Transaction& t) {
        for (auto const& group : groups) {
            t.run(delete_chain, group);
            t.run(delete_head, group);
        }
        t.run(delete_chain, of_the_place);
        t.run(delete_head, of_the_place);
        t.run(add_unchained, Id<void>::random(), groups[1]);
        begin(t, {50});
    });
    EXPECT_TRUE(complaints_after([](sql::Transaction&) {}).empty());
    auto const read = database().read([&](sql::Transaction& t) { return lines(t, groups[1], std::nullopt, 50); });
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].act, "hid_post");
    EXPECT_EQ(read[1].act, "log_begun");
}

}  // namespace
}  // namespace kith::acts
