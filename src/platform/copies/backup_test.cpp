#include "platform/copies/backup.hpp"

#include <gtest/gtest.h>

#include "support/backed_up.hpp"

namespace kith::copies {
namespace {

using namespace test_place;

class BackupTest : public PlaceTest {};
INSTANTIATE_TEST_SUITE_P(Engines, BackupTest, test::both_engines(), test::engine_name);

TEST_P(BackupTest, WhatIsRestoredIsEqualOnEitherEngine) {
    auto const done = back_up_at(morning);
    EXPECT_EQ(done.tables, 6u);
    for (auto const& engine : {test::Engine::sqlite, test::Engine::postgres}) {
        auto const to = engine == GetParam() ? (engine == test::Engine::sqlite
                                                    ? sql::open_sqlite({.path = folder_.file("same.db")})
                                                    : sql::open_postgres({test::shared_cluster().fresh_database()}))
                                             : other_engine();
        restore_into(*to, done.name);
        auto const same = compare_with(*to);
        EXPECT_EQ(same.differences, 0u) << (same.words.empty() ? "" : same.words[0]);
        // Things, their numbers in the index, a room, a hiding, three migrations.
        EXPECT_EQ(same.rows, 2 * things_made + 5);
        EXPECT_TRUE(to->check_integrity().empty());
        EXPECT_TRUE(sql::migrate(*to, migrations_for(*to)).empty());
    }
}

TEST_P(BackupTest, WordsAreFoundInWhatWasRestored) {
    auto const other = other_engine();
    restore_into(*other, back_up_at(morning).name);
    auto const found = [&](std::string const& word) {
        return other->read([&](sql::Transaction& t) {
            sql::TextQuery query{{{sql::TextQuery::Form::any_form, {word}}}, {id_of(1)}};
            return t.all(
                        find_words, [](sql::Row const& row) { return row.blob(0).size(); }, t.text_expression(query))
                .size();
        });
    };
    EXPECT_EQ(found("77"), 1u);
    EXPECT_EQ(found("2"), 0u);  // hidden
    EXPECT_EQ(found("canary"), things_made - 1);
    ASSERT_TRUE(other
                    ->write([&](sql::Transaction& t) -> Result<void> {
                        t.run(change_thing, value_of(id_of(77'000)), "heron");
                        t.run(add_thing, value_of(id_of(9'000'000)), value_of(id_of(1)), "kestrel", 1,
                              sql::Value::blob(""));
                        return {};
                    })
                    .has_value());
    EXPECT_EQ(found("77"), 0u);
    EXPECT_EQ(found("heron"), 1u);
    EXPECT_EQ(found("kestrel"), 1u);
}

TEST_P(BackupTest, TheSecondWritesOnlyWhatChanged) {
    auto const first = back_up_at(morning);
    EXPECT_GT(first.objects.written, 8u);
    EXPECT_EQ(back_up_at(morning + a_day).objects.written, 0u);
    change([](sql::Transaction& t) {
        t.run(change_thing, value_of(id_of(1'500'000)), "another body, and longer than the one before it was");
        t.run(add_thing, value_of(id_of(1'500'500)), value_of(id_of(1)), "in the middle", 1, sql::Value::blob(""));
        t.run(drop_thing, value_of(id_of(7'000)));
    });
    auto const third = back_up_at(morning + 2 * a_day);
    EXPECT_GE(third.objects.written, 1u);
    EXPECT_LT(third.objects.bytes_written, first.objects.bytes_written / 2);
    auto const other = other_engine();
    restore_into(*other, third.name);
    EXPECT_EQ(compare_with(*other).differences, 0u);
}

TEST_P(BackupTest, FillingThatIsCutShortIsOpenedByNobody) {
    auto const name = back_up_at(morning).name;
    auto const to = other_engine();
    // A picture that is damaged is met when much is filled already.
    auto const objects = store_->list(objects_beginning);
    auto const large = std::ranges::find_if(
        objects, [&](auto const& o) { return store_->get(o)->size() == picture_bytes + 48 + 12 + 1 + 3 + 32; });
    ASSERT_NE(large, objects.end());
    store_->put(*large, "damaged");
    EXPECT_THROW(restore_into(*to, name), Damaged);
    EXPECT_THROW(sql::migrate(*to, migrations_for(*to)), sql::Failure);
    EXPECT_THROW(restore_into(*to, name), sql::Failure);  // not empty
}

TEST_P(BackupTest, AnOlderProgramRefusesABackupOfANewerOne) {
    auto const name = back_up_at(morning).name;
    auto const to = other_engine();
    BackupRows rows{*store_, key_, read_contents(*store_, key_, name)};
    auto known = migrations_for(*to);
    known.pop_back();
    try {
        fill(*to, rows, known);
        FAIL();
    } catch (sql::Failure const& failure) {
        EXPECT_NE(std::string_view{failure.what()}.find("newer than this program"), std::string_view::npos);
    }
}

TEST_P(BackupTest, ComparingSeesOneChangedOneMissingAndOneMore) {
    auto const other = other_engine();
    restore_into(*other, back_up_at(morning).name);
    change([](sql::Transaction& t) { t.run(change_thing, value_of(id_of(5'000)), "canary 5 xxxxy"); });
    EXPECT_EQ(compare_with(*other).differences, 1u);
    change([](sql::Transaction& t) { t.run(hide_thing, value_of(id_of(9'999'000))); });
    EXPECT_EQ(compare_with(*other).differences, 2u);
    database().run_script("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;");
    EXPECT_EQ(compare_with(*other).differences, 3u);
}

}  // namespace
}  // namespace kith::copies
