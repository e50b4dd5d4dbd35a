#include "platform/sql/tables.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "platform/sql/database.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::sql {

namespace {

std::string quoted(std::string const& name) { return '"' + name + '"'; }

std::string column_list(Table const& table) {
    std::string list;
    for (auto const& column : table.columns) list += (list.empty() ? "" : ", ") + quoted(column.name);
    return list;
}

}  // namespace

std::vector<Table> tables_in_order(Transaction& transaction) {
    auto waiting = transaction.tables().list();
    std::vector<Table> done;
    auto const there = [](std::vector<Table> const& list, std::string const& name) {
        return std::ranges::any_of(list, [&](Table const& table) { return table.name == name; });
    };
    while (!waiting.empty()) {
        auto const ready = std::ranges::find_if(waiting, [&](Table const& table) {
            return std::ranges::all_of(
                table.refers_to, [&](std::string const& name) { return name == table.name || !there(waiting, name); });
        });
        if (ready == waiting.end())
            throw Failure{Failure::Kind::broken, "tables refer to each other in a ring: " + waiting.front().name};
        done.push_back(std::move(*ready));
        waiting.erase(ready);
    }
    return done;
}

void index_words_of(Transaction& transaction, std::span<Migration const> migrations) {
    for (auto const& migration : migrations)
        for (auto const& words : text_indexes_in(migration.text)) {
            auto const name = [&](std::size_t i) { return std::string{words.names[i]}; };
            if (words.what == TextIndexWords::What::index)
                transaction.tables().index_words(name(0), name(1), name(2), name(3));
        }
}

std::string select_text(Table const& table) {
    std::string order;
    for (auto const place : table.key) order += (order.empty() ? "" : ", ") + quoted(table.columns[place].name);
    return fmt::format("SELECT {} FROM {} ORDER BY {}", column_list(table), quoted(table.name), order);
}

std::string insert_text(Table const& table) {
    std::string values;
    for (std::size_t i = 1; i <= table.columns.size(); ++i) values += fmt::format("{}${}", i == 1 ? "" : ", ", i);
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(table.name), column_list(table), values);
}

void require_key(Table const& table) {
    if (table.key.empty())
        throw Failure{
            Failure::Kind::broken,
            fmt::format("the table {} has no primary key, so its rows have no order to copy them in", table.name)};
}

}  // namespace kith::sql
