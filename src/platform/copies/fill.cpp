#include "platform/copies/fill.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::copies {

namespace {

constexpr std::size_t rows_a_commit = 5'000;
constexpr std::size_t bytes_a_commit = 8 * 1024 * 1024;

using sql::Failure;
using sql::Table;
using sql::Transaction;

sql::Statement const add_mark{"INSERT INTO migrations (name, applied_at) VALUES ($1, $2)"};

template <class Work>
void change(sql::Database& database, Work const& work) {
    auto const done = database.write([&](Transaction& transaction) -> Result<void> {
        work(transaction);
        return {};
    });
    if (!done.has_value()) throw Failure{Failure::Kind::broken, "a copy could not be written"};
}

Table const* find(std::vector<Table> const& tables, std::string_view name) {
    auto const found = std::ranges::find(tables, name, &Table::name);
    return found == tables.end() ? nullptr : &*found;
}

std::vector<sql::Migration> migrations_of(Rows& from, std::span<sql::Migration const> known) {
    auto const* const table = find(from.tables(), "migrations");
    if (!table) throw Failure{Failure::Kind::broken, "this is no database of Kith: it records no migrations"};
    std::vector<sql::Migration> applied;
    from.each(*table, [&](Cells& cells) {
        auto const found = std::ranges::find(known, std::string_view{cells[0].bytes}, &sql::Migration::name);
        if (found == known.end()) throw Failure{Failure::Kind::broken, sql::words_for_unknown(cells[0].bytes)};
        applied.push_back(*found);
    });
    return applied;
}

// Rows of one table, gathered until they are worth a commit.
class Batch {
public:
    Batch(sql::Database& database, Table const& table) : database_{database}, table_{table} {}
    void add(Cells& cells) {
        for (auto const& cell : cells) bytes_ += cell.bytes.size();
        rows_.push_back(std::move(cells));
        cells = {};
        if (rows_.size() >= rows_a_commit || bytes_ >= bytes_a_commit) write();
    }
    void write() {
        if (rows_.empty()) return;
        change(database_, [&](Transaction& transaction) { add_to(transaction); });
        rows_.clear();
        bytes_ = 0;
    }
    void add_to(Transaction& transaction) const {
        std::vector<std::vector<sql::Value>> values;
        for (auto const& row : rows_) values.push_back(values_of(table_, row));
        transaction.tables().add_rows(table_, values);
    }
    void gather(Cells& cells) {
        rows_.push_back(std::move(cells));
        cells = {};
    }

private:
    sql::Database& database_;
    Table const& table_;
    std::vector<Cells> rows_;
    std::size_t bytes_ = 0;
};

std::vector<Table> tables_of(sql::Database& database) {
    return database.read([](Transaction& transaction) { return sql::tables_in_order(transaction); });
}

// A migration may have put rows in; what counts is what the source has.
void make_tables(sql::Database& to, Rows& from, std::span<sql::Migration const> migrations) {
    if (!tables_of(to).empty()) throw Failure{Failure::Kind::broken, "the database is not empty"};
    sql::migrate(to, migrations);
    change(to, [](Transaction& transaction) { transaction.run(add_mark, sql::filling_mark, system_now()); });
    auto const made = tables_of(to);
    for (auto const& table : from.tables()) {
        auto const* const there = find(made, table.name);
        if (!there || *there != table)
            throw Failure{Failure::Kind::broken,
                          fmt::format("the table {} is not as the migrations make it", table.name)};
    }
    if (made.size() != from.tables().size())
        throw Failure{Failure::Kind::broken, "the migrations make a table that the source does not have"};
    change(to, [&](Transaction& transaction) {
        for (auto table = made.rbegin(); table != made.rend(); ++table)
            if (table->name != "migrations") transaction.tables().clear(*table);
    });
}

}  // namespace

void fill(sql::Database& to, Rows& from, std::span<sql::Migration const> known, Watching const& watching) {
    auto const migrations = migrations_of(from, known);
    make_tables(to, from, migrations);
    auto const* const record = find(from.tables(), "migrations");
    watching.begin_with("Filling tables");
    for (auto const& table : from.tables()) {
        if (&table == record) continue;
        Batch batch{to, table};
        from.each(table, [&](Cells& cells) {
            batch.add(cells);
            watching.add_some();
        });
        batch.write();
    }
    watching.begin_with("Making words findable");
    Batch applied{to, *record};
    from.each(*record, [&](Cells& cells) { applied.gather(cells); });
    change(to, [&](Transaction& transaction) {
        transaction.tables().settle_counts();
        sql::index_words_of(transaction, migrations);
        transaction.tables().clear(*record);  // the mark goes with it
        applied.add_to(transaction);
    });
}

}  // namespace kith::copies
