// An upgrade never makes anything wider. A small old database is made by applying only the first migrations and
// putting one row into every table that there is then, each setting at its narrowest (0). After the upgrade
//   - every row of before stands as it stood, in every column that it had;
//   - a column that has come since holds, for people of before, what is listed here as its narrowest;
//   - a table that has come since is empty: nobody has been given a setting that they did not choose.
// So whoever adds a column says here what it means for those who are there already.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "platform/copies/rows.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::copies {
namespace {

// What those of before get in a column that has come since. "null" stands for none.
std::map<std::string, std::string> const narrowest{
    {"notices.ask_id", "null"},
    {"notices.conversation_id", "null"},
    {"quiet_settings.time_zone", "UTC"},  // as the hours were understood before
    {"quiet_settings.quiet_weekdays", "0"},
    {"quiet_settings.badge", "0"},  // nothing shows on the app's icon
    {"quiet_settings.pause_from_minute", "null"},
    {"quiet_settings.pause_until_minute", "null"},
    {"quiet_settings.long_day_hours", "null"},
    {"posts.pen_id", "null"},
    {"asks.pen_id", "null"},  // it stands under the name it stood under
    {"posts.file_count", "0"},
    {"messages.file_count", "0"},
    {"drafts.fields", ""},              // the words alone were kept
    {"sessions.confirmed_at", "null"},  // whoever sits there shows once more that it is them
    {"hidings.quarantined", "0"},       // hidden, as it was
    {"files.kept_bytes", "0"},          // counted of what is kept, which is nothing here
};

// Made anew from the rows of others by the migration that brings it.
constexpr std::string_view made_of_others = "findables";

std::string words_of(sql::Column const& column, Cell const& cell) {
    if (cell.null) return "null";
    return column.type == sql::Value::Type::integer ? std::to_string(cell.integer) : cell.bytes;
}

// Table by table, row by row, column by name.
using Row = std::map<std::string, std::string>;
using Everything = std::map<std::string, std::vector<Row>>;

Everything read_all(sql::Database& database) {
    return database.read([](sql::Transaction& transaction) {
        Everything all;
        DatabaseRows rows{transaction};
        for (auto const& table : rows.tables()) {
            auto& read = all[table.name];
            rows.each(table, [&](Cells& cells) {
                Row row;
                for (std::size_t i = 0; i < cells.size(); ++i)
                    row[table.columns[i].name] = words_of(table.columns[i], cells[i]);
                read.push_back(std::move(row));
            });
        }
        return all;
    });
}

// One row in each table. All ids are the same one, so that every reference leads somewhere.
void put_a_row_everywhere(sql::Database& database) {
    std::string const id(16, 'i');
    auto const done = database.write([&](sql::Transaction& transaction) -> Result<void> {
        for (auto const& table : sql::tables_in_order(transaction)) {
            if (table.name == "migrations" || table.name == made_of_others) continue;
            std::vector<sql::Value> values;
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                bool const key = std::ranges::find(table.key, i) != table.key.end();
                switch (table.columns[i].type) {
                    case sql::Value::Type::integer: values.emplace_back(key ? 1 : 0); break;
                    case sql::Value::Type::text: values.emplace_back("words"); break;
                    case sql::Value::Type::blob: values.push_back(sql::Value::blob(id)); break;
                }
            }
            std::vector<std::vector<sql::Value>> const one{values};
            transaction.tables().add_rows(table, one);
        }
        return {};
    });
    ASSERT_TRUE(done.has_value());
}

class UpgradedTest : public test::OnBothEngines {};
INSTANTIATE_TEST_SUITE_P(Engines, UpgradedTest, test::both_engines(), test::engine_name);

void expect_nothing_wider(Everything const& before, Everything const& after, std::string_view from) {
    for (auto const& [table, rows] : after) {
        if (table == "migrations" || table == made_of_others) continue;
        auto const old = before.find(table);
        if (old == before.end()) {
            EXPECT_TRUE(rows.empty()) << table << " holds rows that nobody made, from " << from;
            continue;
        }
        ASSERT_EQ(rows.size(), old->second.size()) << table << " from " << from;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (auto const& [column, value] : rows[i]) {
                auto const was = old->second[i].find(column);
                if (was != old->second[i].end()) {
                    EXPECT_EQ(value, was->second) << table << "." << column << " from " << from;
                    continue;
                }
                auto const listed = narrowest.find(table + "." + column);
                ASSERT_NE(listed, narrowest.end())
                    << "say what " << table << "." << column << " is for those of before";
                EXPECT_EQ(value, listed->second) << table << "." << column << " from " << from;
            }
    }
    for (auto const& [table, rows] : before) EXPECT_TRUE(after.contains(table)) << table << " is gone";
}

TEST_P(UpgradedTest, NothingIsWiderFromAnyDatabaseOfBefore) {
    auto const& all = test::migrations_of_tree();
    for (std::size_t count = 1; count < all.size(); ++count) {
        test::TemporaryFolder const folder;
        auto const database =
            GetParam() == test::Engine::sqlite
                ? sql::open_sqlite({.path = folder.file("kith.db"), .key = test::test_key()})
                : sql::open_postgres({.url = test::shared_cluster().fresh_database(), .connections = 2});
        sql::migrate(*database, {all.data(), count});
        put_a_row_everywhere(*database);
        auto const before = read_all(*database);
        EXPECT_GT(before.size(), 8u);
        EXPECT_EQ(sql::migrate(*database, all).size(), all.size() - count);
        expect_nothing_wider(before, read_all(*database), all[count - 1].name);
        EXPECT_TRUE(database->check_integrity().empty()) << all[count - 1].name;
    }
}

}  // namespace
}  // namespace kith::copies
