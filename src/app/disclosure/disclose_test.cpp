// What could be handed over: each column has its sentence, everything of a person is printed, and nothing that anybody
// else wrote.
#include "app/disclosure/disclose.hpp"

#include <gtest/gtest.h>

#include "app/embedded.hpp"
#include "domain/people/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::app {
namespace {

class DisclosureTest : public test::OnBothEngines {
protected:
    DisclosureTest() { test::migrate(database()); }

    std::vector<sql::Table> tables() {
        return database().read([](sql::Transaction& transaction) { return sql::tables_in_order(transaction); });
    }
    std::string printed(PersonId person) {
        std::string all;
        database().read([&](sql::Transaction& transaction) {
            disclose(transaction, promise, person, [&](std::string_view line) { all.append(line).append("\n"); });
        });
        return all;
    }
    // Rows of ada in every table, in which whoever's words a column holds is ben.
    void fill_crossed() {
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            for (auto const& table : sql::tables_in_order(transaction)) {
                if (table.name == "migrations" || table.name == "findables" || table.name == "place") continue;
                std::vector<std::string> kept, of_ben;
                std::vector<std::vector<sql::Value>> rows(1);
                fill_row(table, 0, kept, rows[0]);
                cross(table, of_ben, rows[0]);
                if (table.name == "people") fill_row(table, 1, of_ben, rows.emplace_back());
                transaction.tables().add_rows(table, rows);
            }
            return {};
        });
        ASSERT_TRUE(done.has_value());
    }
    void cross(sql::Table const& table, std::vector<std::string>& of_ben, std::vector<sql::Value>& row) {
        of_ben.reserve(table.columns.size());
        auto const& promised = *std::ranges::find(promise.tables, table.name, &PromisedTable::name);
        for (auto const& column : promised.columns) {
            if (column.words_of.empty()) continue;
            auto const place = [&](std::string const& name) {
                return static_cast<std::size_t>(std::ranges::find(table.columns, name, &sql::Column::name) -
                                                table.columns.begin());
            };
            of_ben.push_back(table.name + "." + column.name + " of ben");
            row[place(column.name)] = sql::Value{of_ben.back()};
            row[place(column.words_of)] = sql::Value{people[1]};
            ++crossed;
        }
    }
    // One row in every table for each of two people: every text begins with its column's name and ends with a mark of
    // whose row it is; every reference leads to a row of the same person, and every column that says who is them.
    void fill() {
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            for (auto const& table : sql::tables_in_order(transaction)) {
                if (table.name == "migrations" || table.name == "findables" || table.name == "place") continue;
                std::vector<std::vector<std::string>> kept(2);
                std::vector<std::vector<sql::Value>> rows(2);
                for (std::size_t whose = 0; whose < 2; ++whose) fill_row(table, whose, kept[whose], rows[whose]);
                transaction.tables().add_rows(table, rows);
            }
            return {};
        });
        ASSERT_TRUE(done.has_value());
    }
    void fill_row(sql::Table const& table, std::size_t whose, std::vector<std::string>& kept,
                  std::vector<sql::Value>& row) {
        kept.reserve(table.columns.size());
        for (auto const& column : table.columns) {
            switch (column.type) {
                case sql::Value::Type::integer: row.emplace_back(static_cast<int>(whose)); break;
                case sql::Value::Type::text:
                    kept.push_back(table.name + "." + column.name + " of " + std::string{marks[whose]});
                    row.emplace_back(kept.back());
                    break;
                case sql::Value::Type::blob: row.push_back(sql::Value{people[whose]}); break;
            }
        }
    }

    int crossed = 0;
    static constexpr std::string_view marks[] = {"ada", "ben"};
    PersonId const people[2] = {PersonId::random(), PersonId::random()};
    Promise const promise = read_promise(embedded::disclosure());
};
INSTANTIATE_TEST_SUITE_P(Engines, DisclosureTest, test::both_engines(), test::engine_name);

TEST_P(DisclosureTest, EveryColumnIsNamed) {
    for (auto const& difference : differences(promise, tables())) ADD_FAILURE() << difference;
}

TEST_P(DisclosureTest, AColumnThatNobodyHasNamedIsFound) {
    auto all = tables();
    all[3].columns.push_back({"followers", sql::Value::Type::integer});
    EXPECT_EQ(differences(promise, all).size(), 1u);
    database().run_script("ALTER TABLE people ADD COLUMN followers INTEGER;");
    EXPECT_EQ(differences(promise, tables()).size(), 1u);
    EXPECT_THROW(printed(people[0]), std::runtime_error);
    database().run_script("CREATE TABLE likings (id BLOB PRIMARY KEY) STRICT;");
    EXPECT_EQ(differences(promise, tables()).size(), 2u);
}

TEST_P(DisclosureTest, EverythingOfAPersonIsPrintedAndNothingOfAnybodyElse) {
    fill();
    auto const all = printed(people[0]);
    auto const there = tables();
    EXPECT_FALSE(all.contains("of ben")) << all.substr(all.find("of ben") - 200, 300);
    for (auto const& table : promise.tables) {
        if (table.theirs_by.empty()) continue;
        EXPECT_TRUE(all.contains("\n" + table.name + "\n")) << table.name;
        for (auto const& column : table.columns) {
            auto const words = table.name + "." + column.name + " of ada";
            auto const& here = std::ranges::find(there, table.name, &sql::Table::name)->columns;
            auto const type = std::ranges::find(here, column.name, &sql::Column::name)->type;
            if (type == sql::Value::Type::text)
                EXPECT_EQ(all.contains(words), column.stands == Stands::readable) << words;
        }
    }
}

TEST_P(DisclosureTest, WordsOfOthersAboutAPersonAreNotPrinted) {
    fill_crossed();
    EXPECT_GT(crossed, 5);
    auto const all = printed(people[0]);
    EXPECT_FALSE(all.contains("of ben")) << all.substr(all.find("of ben") - 200, 300);
    EXPECT_TRUE(all.contains("words of somebody else: readable, not printed"));
    EXPECT_TRUE(all.contains("somebody else\n"));
}

}  // namespace
}  // namespace kith::app
