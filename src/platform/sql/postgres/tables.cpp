#include "platform/sql/postgres/tables.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include "platform/sql/postgres/binding.hpp"
#include "platform/sql/postgres/connection.hpp"

namespace kith::sql::postgres {

namespace {

constexpr char const* insert_name = "fill";

// A copy may take longer between two questions than a page may; only while this transaction lasts.
constexpr char const* no_haste = "SET LOCAL idle_in_transaction_session_timeout = 0";

Value::Type type_of(std::string_view table, std::string_view declared) {
    if (declared == "bigint") return Value::Type::integer;
    if (declared == "text") return Value::Type::text;
    if (declared == "bytea") return Value::Type::blob;
    throw Failure{Failure::Kind::broken,
                  fmt::format("the table {} has a column of type {}, which no copy can hold", table, declared)};
}

unsigned type_number(Value::Type of) {
    switch (of) {
        case Value::Type::integer: return type::int8;
        case Value::Type::text: return type::text;
        case Value::Type::blob: return type::bytea;
    }
    return type::unknown;
}

// What is still on its way is taken in, so that the line can be used again.
struct Draining {
    pg_conn* handle;
    ~Draining() {
        while (ResultPointer const rest{PQgetResult(handle)}) {
        }
    }
};

}  // namespace

std::vector<std::vector<std::string>> Tables::rows_of(std::string const& sql) {
    auto const result = connection_.run(sql);
    std::vector<std::vector<std::string>> rows(static_cast<std::size_t>(PQntuples(result.get())));
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (int column = 0; column < PQnfields(result.get()); ++column)
            rows[row].emplace_back(PQgetvalue(result.get(), static_cast<int>(row), column));
    return rows;
}

std::vector<Table> Tables::list() {
    connection_.run(no_haste);
    std::vector<Table> tables;
    for (auto const& name : rows_of("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                                    "AND tablename <> 'found_words' ORDER BY tablename COLLATE \"C\"")) {
        Table table{.name = name[0], .columns = {}, .key = {}, .refers_to = {}};
        for (auto const& row : rows_of(fmt::format(
                 "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema() "
                 "AND table_name = '{}' ORDER BY ordinal_position",
                 table.name)))
            table.columns.push_back({row[0], type_of(table.name, row[1])});
        for (auto const& row :
             rows_of(fmt::format("SELECT pg_attribute.attname FROM pg_index "
                                 "CROSS JOIN LATERAL unnest(pg_index.indkey) WITH ORDINALITY AS part (number, place) "
                                 "JOIN pg_attribute ON attrelid = indrelid AND attnum = part.number "
                                 "WHERE indisprimary AND indrelid = '\"{}\"'::regclass ORDER BY part.place",
                                 table.name)))
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                if (table.columns[i].name == row[0]) table.key.push_back(i);
        for (auto const& row :
             rows_of(fmt::format("SELECT DISTINCT relname COLLATE \"C\" FROM pg_constraint JOIN pg_class ON "
                                 "pg_class.oid = confrelid WHERE contype = 'f' AND conrelid = '\"{}\"'::regclass "
                                 "ORDER BY 1",
                                 table.name)))
            table.refers_to.push_back(row[0]);
        tables.push_back(std::move(table));
    }
    return tables;
}

void Tables::each_row(Table const& table, EachRow const& each) {
    require_key(table);
    connection_.run(no_haste);
    auto* const handle = connection_.handle();
    constexpr int binary = 1;
    if (!PQsendQueryParams(handle, select_text(table).c_str(), 0, nullptr, nullptr, nullptr, nullptr, binary))
        connection_.refuse(nullptr, "reading " + table.name);
    Draining const draining{handle};
    PQsetSingleRowMode(handle);
    while (ResultPointer const result{PQgetResult(handle)}) {
        auto const status = PQresultStatus(result.get());
        if (status == PGRES_TUPLES_OK) continue;  // the end
        if (status != PGRES_SINGLE_TUPLE) connection_.refuse(result.get(), "reading " + table.name);
        if (!each(ResultRow{result.get(), 0})) return;
    }
}

void Tables::prepare_insert(Table const& table) {
    auto const sql = insert_text(table);
    if (filling_ == sql) return;
    if (!filling_.empty()) connection_.run(fmt::format("DEALLOCATE {}", insert_name));
    filling_.clear();
    std::vector<unsigned> types;
    for (auto const& column : table.columns) types.push_back(type_number(column.type));
    ResultPointer const result{
        PQprepare(connection_.handle(), insert_name, sql.c_str(), static_cast<int>(types.size()), types.data())};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) connection_.refuse(result.get(), sql);
    filling_ = sql;
}

void Tables::add_rows(Table const& table, std::span<std::vector<Value> const> rows) {
    // Those that keep references stay: USER leaves them out.
    connection_.run(fmt::format("ALTER TABLE \"{}\" DISABLE TRIGGER USER", table.name));
    prepare_insert(table);
    for (auto const& values : rows) {
        Parameters const parameters{values};
        ResultPointer const result{PQexecPrepared(connection_.handle(), insert_name, static_cast<int>(values.size()),
                                                  parameters.values(), parameters.lengths(), parameters.formats(), 1)};
        if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) connection_.refuse(result.get(), "filling " + table.name);
    }
    connection_.run(fmt::format("ALTER TABLE \"{}\" ENABLE TRIGGER USER", table.name));
}

void Tables::clear(Table const& table) {
    connection_.run(fmt::format("ALTER TABLE \"{}\" DISABLE TRIGGER USER", table.name));
    connection_.run(fmt::format("DELETE FROM \"{}\"", table.name));
    connection_.run(fmt::format("ALTER TABLE \"{}\" ENABLE TRIGGER USER", table.name));
}

void Tables::settle_counts() {
    for (auto const& row : rows_of("SELECT table_name, column_name FROM information_schema.columns "
                                   "WHERE table_schema = current_schema() AND is_identity = 'YES'"))
        connection_.run(
            fmt::format("SELECT setval(pg_get_serial_sequence('\"{0}\"', '{1}'), "
                        "coalesce(max(\"{1}\"), 0) + 1, false) FROM \"{0}\"",
                        row[0], row[1]));
}

void Tables::index_words(std::string const& table, std::string const& id, std::string const& circle,
                         std::string const& text) {
    connection_.run(
        fmt::format("INSERT INTO found_words (rowid, words) "
                    "SELECT findables.number, words_of({0}.{2}, {0}.{3}) "
                    "FROM findables JOIN {0} ON {0}.{1} = findables.thing_id WHERE findables.left_out = 0",
                    table, id, circle, text));
}

}  // namespace kith::sql::postgres
