#include "platform/sql/migrate.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "support/engines.hpp"

namespace kith::sql {
namespace {

Statement const insert_person{"INSERT INTO people (name) VALUES ($1)"};
Statement const count_rooms{"SELECT count(*) FROM rooms"};

constexpr Migration people{"0001_people", "CREATE TABLE people (name TEXT PRIMARY KEY) STRICT;"};
constexpr Migration rooms{"0002_rooms",
                          "CREATE TABLE rooms (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;\n"
                          "-- a comment with STRICT and a ' in it\n"
                          "CREATE INDEX people_by_name ON people (name);"};
constexpr Migration wrong{"0003_wrong", "CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE people (b TEXT) STRICT;"};

using Names = std::vector<std::string>;

class MigrateTest : public test::OnBothEngines {
protected:
    Names apply(std::vector<Migration> const& migrations) { return migrate(database(), migrations); }
};
INSTANTIATE_TEST_SUITE_P(Engines, MigrateTest, test::both_engines(), test::engine_name);

TEST_P(MigrateTest, AppliesWhatIsMissingInOrderAndOnce) {
    EXPECT_EQ(apply({people}), Names{"0001_people"});
    ASSERT_TRUE(database()
                    .write([](Transaction& t) -> Result<void> {
                        t.run(insert_person, "Ada");
                        return {};
                    })
                    .has_value());
    EXPECT_EQ(apply({rooms, people}), Names{"0002_rooms"});
    reopen();
    EXPECT_EQ(apply({people, rooms}), Names{});
    database().read([](Transaction& t) { EXPECT_TRUE(t.any(count_rooms)); });
}

TEST_P(MigrateTest, RefusesADatabaseThatIsNewer) {
    apply({people, rooms});
    try {
        apply({people});
        FAIL();
    } catch (Failure const& failure) {
        EXPECT_NE(std::string_view{failure.what()}.find("newer than this program"), std::string_view::npos);
    }
}

Statement const add_migration{"INSERT INTO migrations (name, applied_at) VALUES ($1, $2)"};

TEST_P(MigrateTest, RefusesADatabaseThatWasNotFilledToItsEnd) {
    apply({people});
    ASSERT_TRUE(database()
                    .write([](Transaction& t) -> Result<void> {
                        t.run(add_migration, filling_mark, 0);
                        return {};
                    })
                    .has_value());
    try {
        apply({people});
        FAIL();
    } catch (Failure const& failure) {
        EXPECT_NE(std::string_view{failure.what()}.find("cut short"), std::string_view::npos);
    }
}

TEST_P(MigrateTest, AFailingOneIsUndoneWholeAndNotRecorded) {
    EXPECT_THROW(apply({people, wrong}), Failure);
    // `half` is not there, `people` is and is recorded.
    EXPECT_EQ(apply({people, {"0003_right", "CREATE TABLE half (a INTEGER) STRICT;"}}), Names{"0003_right"});
}

TEST_P(MigrateTest, RefusesANameThatIsNotPlain) { EXPECT_THROW(apply({{"0001'; --", ""}}), Failure); }

TEST_P(MigrateTest, TwoServersStartingTogetherDoNotTripEachOther) {
    auto const other = open();
    std::vector<Migration> const all{people, rooms};
    std::jthread first{[&] { migrate(database(), all); }};
    std::jthread second{[&] { migrate(*other, all); }};
    first.join();
    second.join();
    EXPECT_EQ(apply(all), Names{});
}

}  // namespace
}  // namespace kith::sql
