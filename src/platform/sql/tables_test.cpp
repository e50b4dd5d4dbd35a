#include "platform/sql/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "platform/sql/in_use.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::sql {
namespace {

Statement const add_item{"INSERT INTO items (id, body, weight) VALUES ($1, $2, $3)"};
Statement const count_echoes{"SELECT count(*) FROM echoes"};

class TablesTest : public test::OnBothEngines {
protected:
    void change(std::function<void(Transaction&)> const& work) {
        ASSERT_TRUE(database()
                        .write([&](Transaction& transaction) -> Result<void> {
                            work(transaction);
                            return {};
                        })
                        .has_value());
    }
    std::vector<Table> list() {
        return database().read([](Transaction& transaction) { return tables_in_order(transaction); });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, TablesTest, test::both_engines(), test::engine_name);

// Every name after CREATE TABLE in the migrations, by reading them as text.
std::set<std::string> names_in_migrations() {
    constexpr std::string_view words = "CREATE TABLE ";
    std::set<std::string> names;
    for (auto const& entry : std::filesystem::directory_iterator{test::source_tree() / "migrations"}) {
        std::ifstream stream{entry.path()};
        for (std::string line; std::getline(stream, line);)
            if (line.starts_with(words))
                names.insert(line.substr(words.size(), line.find(' ', words.size()) - words.size()));
    }
    return names;
}

// Who adds a table to a migration has added it to every backup. The two that no migration names are the record of the
// migrations and the numbers of the index of words.
TEST_P(TablesTest, EveryTableOfTheMigrationsIsCopied) {
    test::migrate(database());
    auto wanted = names_in_migrations();
    ASSERT_GT(wanted.size(), 60u);
    wanted.insert({"migrations", "findables"});
    std::set<std::string> listed;
    for (auto const& table : list()) {
        listed.insert(table.name);
        EXPECT_FALSE(table.key.empty()) << table.name;
    }
    EXPECT_EQ(listed, wanted);
}

TEST_P(TablesTest, BothEnginesSayTheSame) {
    test::migrate(database());
    test::TemporaryFolder folder;
    auto const sqlite = open_sqlite({.path = folder.file("kith.db"), .key = test::test_key()});
    test::migrate(*sqlite);
    EXPECT_EQ(list(), sqlite->read([](Transaction& transaction) { return tables_in_order(transaction); }));
}

TEST_P(TablesTest, ATableComesAfterThoseItRefersTo) {
    test::migrate(database());
    std::set<std::string> before;
    for (auto const& table : list()) {
        for (auto const& other : table.refers_to)
            EXPECT_TRUE(other == table.name || before.contains(other)) << table.name << " before " << other;
        before.insert(table.name);
    }
}

TEST_P(TablesTest, RefusesWhatNoCopyCouldHold) {
    database().run_script("CREATE TABLE loose (a INTEGER) STRICT;");
    auto const table = list().at(0);
    database().read([&](Transaction& transaction) {
        EXPECT_THROW(transaction.tables().each_row(table, [](Row const&) { return true; }), Failure);
    });
    database().run_script("CREATE TABLE broken (id INTEGER PRIMARY KEY, share REAL) STRICT;");
    EXPECT_THROW(list(), Failure);
}

TEST_P(TablesTest, RowsComeInTheOrderOfTheirKeyAndGoInAsTheyWere) {
    database().run_script(
        "CREATE TABLE items (id BLOB PRIMARY KEY, body TEXT, weight INTEGER) STRICT;\n"
        "CREATE TABLE echoes (id BLOB PRIMARY KEY) STRICT;");
    change([](Transaction& t) {
        t.run(add_item, Value::blob("\xff"), "", -1);
        t.run(add_item, Value::blob(std::string_view{"\0", 1}), std::optional<std::string>{}, INT64_MIN);
        t.run(add_item, Value::blob("b"), "Straße", INT64_MAX);
    });
    auto const tables = list();
    auto const items = *std::ranges::find(tables, std::string{"items"}, &Table::name);
    std::vector<std::string> seen;
    database().read([&](Transaction& t) {
        t.tables().each_row(items, [&](Row const& row) {
            seen.push_back(row.is_null(1) ? "null" : row.string(1));
            return seen.size() < 2;
        });
        // Having stopped early, the line is free again.
        t.tables().each_row(items, [&](Row const&) { return true; });
    });
    EXPECT_EQ(seen, (std::vector<std::string>{"null", "Straße"}));

    if (GetParam() == test::Engine::sqlite)
        database().run_script(
            "CREATE TRIGGER echo AFTER INSERT ON items BEGIN INSERT INTO echoes (id) VALUES (new.id); END;");
    else
        database().run_script(
            "create function echo() returns trigger language plpgsql as "
            "$$ begin insert into echoes (id) values (new.id); return null; end $$;\n"
            "create trigger echo after insert on items for each row execute function echo();");
    change([&](Transaction& t) {
        std::vector<std::vector<Value>> const rows{{Value::blob("c"), Value{"quiet"}, Value{1}}};
        t.tables().add_rows(items, rows);
    });
    auto const echoes = [&] {
        return database().read(
            [](Transaction& t) { return *t.one(count_echoes, [](Row const& r) { return r.integer(0); }); });
    };
    EXPECT_EQ(echoes(), 0);
    change([](Transaction& t) { t.run(add_item, Value::blob("d"), "loud", 1); });  // and run again afterwards
    EXPECT_EQ(echoes(), 1);
}

TEST_P(TablesTest, SaysWhetherSomebodyElseIsThere) {
    test::TemporaryFolder folder;
    if (GetParam() == test::Engine::sqlite) {
        SqliteSettings const settings{.path = folder.file("kith.db"), .key = test::test_key()};
        auto open = open_sqlite(settings);
        open->run_script("CREATE TABLE items (id BLOB PRIMARY KEY) STRICT;");
        EXPECT_TRUE(in_use(settings));
        open.reset();
        EXPECT_FALSE(in_use(settings));
        EXPECT_FALSE(in_use(settings));  // and asking leaves nothing behind
    } else {
        PostgresSettings const settings{.url = test::shared_cluster().fresh_database()};
        auto open = open_postgres(settings);
        EXPECT_TRUE(in_use(settings));
        open.reset();
        // The server may take a moment to see that the line is closed.
        bool used = true;
        for (int tries = 0; used && tries < 100; ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds{50});
            used = in_use(settings);
        }
        EXPECT_FALSE(used);
    }
}

}  // namespace
}  // namespace kith::sql
