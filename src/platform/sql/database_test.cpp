// What Database promises, the same on both engines.
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

#include <fmt/format.h>

#include "support/engines.hpp"

namespace kith::sql {
namespace {

struct Thing;

constexpr char const* schema =
    "CREATE TABLE things (id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, count INTEGER NOT NULL, note TEXT, data BLOB,"
    " parent BLOB REFERENCES things (id)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;";

Statement const insert_thing{"INSERT INTO things (id, name, count, note, data) VALUES ($1, $2, $3, $4, $5)"};
Statement const insert_child{"INSERT INTO things (id, name, count, parent) VALUES ($1, $2, 0, $3)"};
Statement const find_thing{"SELECT name, count, note, data, id, parent FROM things WHERE id = $1"};
Statement const list_names{"SELECT name FROM things ORDER BY name"};
Statement const count_things{"SELECT count(*) FROM things"};
Statement const add_one{
    "INSERT INTO counters (name, value) VALUES ($1, 1) "
    "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value"};
Statement const add_once{"INSERT INTO counters (name, value) VALUES ($1, 1) ON CONFLICT DO NOTHING"};
Statement const read_counter{"SELECT value FROM counters WHERE name = $1"};
Statement const write_counter{"UPDATE counters SET value = $2 WHERE name = $1"};
Statement const raise_all{"UPDATE things SET count = count + $1 WHERE count < $2"};
Statement const twice{"SELECT $2, $1, $2 FROM counters LIMIT 1"};
Statement const sum_counts{"SELECT CAST(sum(count) AS INTEGER), count(*) > 1 FROM things"};
Statement const maybe_filter{"SELECT count(*) FROM things WHERE ($1 IS NULL OR note = $1)"};
Statement const maybe_id_filter{
    "SELECT count(*) FROM things WHERE ($2 IS NULL OR id = $2) AND ($1 IS NULL OR count < $1)"};
Statement const nonsense{"SELECT nothing FROM nowhere"};

class DatabaseTest : public test::OnBothEngines {
protected:
    DatabaseTest() { database().run_script(schema); }

    void insert(std::string_view name, std::int64_t count = 0) {
        auto const done = database().write([&](Transaction& t) -> Result<void> {
            t.run(insert_thing, Id<Thing>::random(), name, count, std::optional<std::string>{}, Value::blob(""));
            return {};
        });
        ASSERT_TRUE(done.has_value());
    }
    std::int64_t count() {
        return *database().read(
            [](Transaction& t) { return t.one(count_things, [](Row const& r) { return r.integer(0); }); });
    }
    std::int64_t counter(std::string_view name) {
        return database()
            .read([&](Transaction& t) { return t.one(read_counter, [](Row const& r) { return r.integer(0); }, name); })
            .value_or(0);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, DatabaseTest, test::both_engines(), test::engine_name);

TEST_P(DatabaseTest, ValuesOfEachKindComeBackAsTheyWere) {
    using namespace std::string_view_literals;
    auto const id = Id<Thing>::random();
    auto const data = "\0\xff\x80 bytes\0"sv;
    std::int64_t const big = -9'007'199'254'740'993;
    ASSERT_TRUE(database()
                    .write([&](Transaction& t) -> Result<void> {
                        EXPECT_EQ(t.run(insert_thing, id, "Zoë’s 🌿", big, "", Value::blob(data)), 1);
                        return {};
                    })
                    .has_value());
    auto const found = database().read([&](Transaction& t) {
        return t.one(
            find_thing,
            [&](Row const& row) {
                EXPECT_EQ(row.text(0), "Zoë’s 🌿");
                EXPECT_EQ(row.integer(1), big);
                EXPECT_FALSE(row.is_null(2)) << "an empty text is not a null";
                EXPECT_EQ(row.text(2), "");
                EXPECT_EQ(row.blob(3), data);
                EXPECT_EQ(row.id<Thing>(4), id);
                EXPECT_TRUE(row.is_null(5));
                return true;
            },
            id);
    });
    EXPECT_TRUE(found.has_value());
}

TEST_P(DatabaseTest, NullsOfEachKindComeBackAsNulls) {
    auto const id = Id<Thing>::random();
    ASSERT_TRUE(database()
                    .write([&](Transaction& t) -> Result<void> {
                        t.run(insert_thing, id, "a", 1, std::optional<std::string>{}, std::optional<Id<Thing>>{});
                        t.run(insert_child, Id<Thing>::random(), "b", std::optional{id});
                        return {};
                    })
                    .has_value());
    database().read([&](Transaction& t) {
        auto const found = t.any(find_thing, id);
        EXPECT_TRUE(found);
        t.one(
            find_thing,
            [&](Row const& row) {
                EXPECT_TRUE(row.is_null(2));
                EXPECT_EQ(row.text(2), "");
                EXPECT_FALSE(row.maybe_id<Thing>(3).has_value());
                EXPECT_EQ(row.integer(3), 0);
                return true;
            },
            id);
    });
}

TEST_P(DatabaseTest, ReadingAColumnAsWhatItIsNotFails) {
    insert("a");
    auto const read = [&](auto look) {
        database().read([&](Transaction& t) {
            t.one(list_names, [&](Row const& row) {
                look(row);
                return true;
            });
        });
    };
    EXPECT_THROW(read([](Row const& row) { static_cast<void>(row.integer(0)); }), Failure);
    EXPECT_THROW(read([](Row const& row) { static_cast<void>(row.blob(0)); }), Failure);
}

TEST_P(DatabaseTest, ValuesMayStandInAnyOrderAndTwice) {
    ASSERT_TRUE(database()
                    .write([](Transaction& t) -> Result<void> {
                        t.run(add_one, "a");
                        return {};
                    })
                    .has_value());
    auto const row = database().read([](Transaction& t) {
        return t.one(twice, [](Row const& r) { return std::tuple{r.string(0), r.integer(1), r.string(2)}; }, 7, "x");
    });
    EXPECT_EQ(row, (std::tuple{std::string{"x"}, std::int64_t{7}, std::string{"x"}}));
}

TEST_P(DatabaseTest, WrongNumberOfValuesFails) {
    EXPECT_THROW(database().read([](Transaction& t) { t.run(read_counter); }), Failure);
    EXPECT_THROW(database().read([](Transaction& t) { t.run(read_counter, "a", "b"); }), Failure);
}

TEST_P(DatabaseTest, SumsBooleansAndNullFilters) {
    EXPECT_TRUE(database()
                    .read([](Transaction& t) { return t.one(sum_counts, [](Row const& r) { return r.is_null(0); }); })
                    .value_or(false));
    insert("a", 3'000'000'000);
    insert("b", 3'000'000'000);
    database().read([](Transaction& t) {
        t.one(sum_counts, [](Row const& r) {
            EXPECT_EQ(r.integer(0), 6'000'000'000);
            EXPECT_TRUE(r.flag(1));
            return true;
        });
        auto const filtered = [&](std::optional<std::string> const& note) {
            return t.one(maybe_filter, [](Row const& r) { return r.integer(0); }, note);
        };
        EXPECT_EQ(filtered(std::nullopt), 2);
        EXPECT_EQ(filtered("x"), 0);
    });
}

TEST_P(DatabaseTest, ChangedRowsAreCounted) {
    for (auto const* name : {"a", "b", "c"}) insert(name, name[0] - 'a');
    ASSERT_TRUE(database()
                    .write([](Transaction& t) -> Result<void> {
                        EXPECT_EQ(t.run(raise_all, 10, 2), 2);
                        EXPECT_EQ(t.run(raise_all, 10, 2), 0);
                        EXPECT_EQ(t.run(list_names), 0);
                        EXPECT_EQ(t.run(add_once, "n"), 1);
                        EXPECT_EQ(t.run(add_once, "n"), 0);
                        return {};
                    })
                    .has_value());
}

TEST_P(DatabaseTest, ReturningAndUpsert) {
    for (std::int64_t expected = 1; expected <= 3; ++expected) {
        auto const value = database().write([](Transaction& t) -> Result<std::int64_t> {
            return *t.one(add_one, [](Row const& r) { return r.integer(0); }, "visits");
        });
        ASSERT_TRUE(value.has_value());
        EXPECT_EQ(*value, expected);
    }
    EXPECT_EQ(counter("visits"), 3);
}

TEST_P(DatabaseTest, TextIsOrderedByItsBytes) {
    for (auto const* name : {"b", "B", "a", "_", "é", "Z"}) insert(name);
    auto const names =
        database().read([](Transaction& t) { return t.all(list_names, [](Row const& r) { return r.string(0); }); });
    EXPECT_EQ(names, (std::vector<std::string>{"B", "Z", "_", "a", "b", "é"}));
}

TEST_P(DatabaseTest, AnErrorUndoesWhatTheBodyDid) {
    auto const refused = database().write([](Transaction& t) -> Result<void> {
        t.run(add_one, "a");
        return fail(Error::conflict("not now"));
    });
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().message, "not now");
    EXPECT_EQ(counter("a"), 0);
}

TEST_P(DatabaseTest, AnExceptionUndoesAndComesThrough) {
    struct Odd {};
    EXPECT_THROW(static_cast<void>(database().write([](Transaction& t) -> Result<void> {
                     t.run(add_one, "a");
                     throw Odd{};
                 })),
                 Odd);
    EXPECT_EQ(counter("a"), 0);
}

TEST_P(DatabaseTest, BrokenConstraintsFailAndUndo) {
    insert("a");
    EXPECT_THROW(insert("a"), Failure);
    EXPECT_THROW(static_cast<void>(database().write([](Transaction& t) -> Result<void> {
                     t.run(insert_child, Id<Thing>::random(), "orphan", Id<Thing>::random());
                     return {};
                 })),
                 Failure);
    EXPECT_EQ(count(), 1);
}

// What a member wrote must not get into a log by way of a failure.
TEST_P(DatabaseTest, FailuresDoNotQuoteValues) {
    insert("secret words");
    try {
        insert("secret words");
        FAIL();
    } catch (Failure const& failure) {
        EXPECT_EQ(std::string_view{failure.what()}.find("secret words"), std::string_view::npos) << failure.what();
    }
}

TEST_P(DatabaseTest, ReadsAreSnapshotsAndKeepNothing) {
    insert("a");
    std::latch counted{1}, inserted{1};
    std::jthread writer{[&] {
        counted.wait();
        insert("b");
        inserted.count_down();
    }};
    database().read([&](Transaction& t) {
        auto const seen = [&] { return *t.one(count_things, [](Row const& r) { return r.integer(0); }); };
        EXPECT_EQ(seen(), 1);
        counted.count_down();
        inserted.wait();
        EXPECT_EQ(seen(), 1) << "what was written meanwhile is not in this snapshot";
    });
    EXPECT_EQ(count(), 2);
    EXPECT_THROW(database().read([](Transaction& t) { t.run(add_one, "a"); }), Failure);
    EXPECT_EQ(counter("a"), 0);
}

TEST_P(DatabaseTest, ParallelWritersLoseNothing) {
    constexpr int threads = 64, writes_each = 8;
    std::atomic<int> refused = 0;
    {
        std::vector<std::jthread> writers;
        for (int i = 0; i < threads; ++i)
            writers.emplace_back([&, i] {
                for (int n = 0; n < writes_each; ++n) {
                    auto const done = database().write([&](Transaction& t) -> Result<void> {
                        t.run(insert_thing, Id<Thing>::random(), fmt::format("{} {}", i, n), n, "", Value::blob(""));
                        if (n % 4 == 3) return fail(Error::conflict(""));
                        return {};
                    });
                    if (!done) ++refused;
                }
            });
    }
    EXPECT_EQ(refused, threads * writes_each / 4);
    EXPECT_EQ(count(), threads * writes_each * 3 / 4);
}

// Reading a value and writing what follows from it: the race that SERIALIZABLE is for.
TEST_P(DatabaseTest, ReadThenWriteIsAtomic) {
    ASSERT_TRUE(database()
                    .write([](Transaction& t) -> Result<void> {
                        t.run(add_one, "n");
                        return {};
                    })
                    .has_value());
    {
        std::vector<std::jthread> writers;
        for (int i = 0; i < 8; ++i)
            writers.emplace_back([&] {
                for (int n = 0; n < 10; ++n) {
                    auto const done = database().write([](Transaction& t) -> Result<void> {
                        auto const value = t.one(read_counter, [](Row const& r) { return r.integer(0); }, "n");
                        t.run(write_counter, "n", *value + 1);
                        return {};
                    });
                    EXPECT_TRUE(done.has_value());
                }
            });
    }
    EXPECT_EQ(counter("n"), 81);
}

TEST_P(DatabaseTest, WhatIsWrittenIsThereAfterOpeningAgain) {
    insert("kept");
    reopen();
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseTest, ABadScriptIsUndoneWhole) {
    EXPECT_THROW(database().run_script("CREATE TABLE fine (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"),
                 Failure);
    database().run_script("CREATE TABLE fine (a INTEGER) STRICT;");
}

TEST_P(DatabaseTest, EveryStatementOfThisFileButOnePrepares) {
    for (auto const* statement : {&insert_thing, &insert_child, &find_thing, &list_names, &add_one, &add_once,
                                  &raise_all, &sum_counts, &maybe_filter, &maybe_id_filter, &read_counter, &twice})
        EXPECT_NO_THROW(database().prepare(*statement)) << statement->text();
    EXPECT_THROW(database().prepare(nonsense), Failure);
}

TEST_P(DatabaseTest, ASoundDatabaseHasNoComplaints) {
    insert("a");
    EXPECT_EQ(database().check_integrity(), std::vector<std::string>{});
}

}  // namespace
}  // namespace kith::sql
