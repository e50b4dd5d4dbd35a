#include "platform/sql/sqlite/tables.hpp"

#include <fmt/format.h>

#include "platform/sql/sqlite/binding.hpp"
#include "platform/sql/sqlite/connection.hpp"
#include "sqlite3.h"

namespace kith::sql::sqlite {

namespace {

// Rows come in no order that suits every index: without room its pages would be read and deciphered over and over.
constexpr int fill_cache_kibibytes = 128 * 1024;

// A statement for once.
class Once {
public:
    Once(sqlite3* handle, std::string const& sql) : handle_{handle}, sql_{sql} {
        int const code = sqlite3_prepare_v2(handle, sql.c_str(), static_cast<int>(sql.size()), &statement_, nullptr);
        if (code != SQLITE_OK) throw_failure(handle, code, sql);
    }
    Once(Once const&) = delete;
    ~Once() { sqlite3_finalize(statement_); }

    bool next() {
        int const code = sqlite3_step(statement_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) throw_failure(handle_, code, sql_);
        return code == SQLITE_ROW;
    }
    sqlite3_stmt* get() const { return statement_; }

private:
    sqlite3* handle_;
    std::string sql_;
    sqlite3_stmt* statement_ = nullptr;
};

// While it lives no trigger of this connection runs.
class NoTriggers {
public:
    explicit NoTriggers(sqlite3* handle) : handle_{handle} { set(0); }
    NoTriggers(NoTriggers const&) = delete;
    ~NoTriggers() { set(1); }

private:
    void set(int on) { sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_TRIGGER, on, nullptr); }
    sqlite3* handle_;
};

Value::Type type_of(std::string_view table, std::string_view declared) {
    if (declared == "INTEGER") return Value::Type::integer;
    if (declared == "TEXT") return Value::Type::text;
    if (declared == "BLOB") return Value::Type::blob;
    throw Failure{Failure::Kind::broken,
                  fmt::format("the table {} has a column of type {}, which no copy can hold", table, declared)};
}

Table read_table(sqlite3* handle, std::string const& name) {
    Table table{.name = name, .columns = {}, .key = {}, .refers_to = {}};
    std::vector<std::size_t> places;  // in the key, from 1; 0: not in it
    Once columns{handle, fmt::format("SELECT name, type, pk FROM pragma_table_info('{}') ORDER BY cid", name)};
    while (columns.next()) {
        CompiledRow const row{columns.get()};
        table.columns.push_back({row.string(0), type_of(name, row.text(1))});
        places.push_back(static_cast<std::size_t>(row.integer(2)));
    }
    for (std::size_t place = 1; place <= places.size(); ++place)
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] == place) table.key.push_back(i);
    Once references{handle,
                    fmt::format(R"(SELECT DISTINCT "table" FROM pragma_foreign_key_list('{}') ORDER BY 1)", name)};
    while (references.next()) table.refers_to.push_back(CompiledRow{references.get()}.string(0));
    return table;
}

}  // namespace

Tables::~Tables() { sqlite3_finalize(insert_); }

std::vector<Table> Tables::list() {
    // The tables of FTS5 are of the types "virtual" and "shadow".
    Once names{handle_,
               "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
               "AND substr(name, 1, 7) <> 'sqlite_' AND name <> 'waiting_words' ORDER BY name"};
    std::vector<Table> tables;
    while (names.next()) tables.push_back(read_table(handle_, CompiledRow{names.get()}.string(0)));
    return tables;
}

void Tables::each_row(Table const& table, EachRow const& each) {
    require_key(table);
    Once rows{handle_, select_text(table)};
    CompiledRow const row{rows.get()};
    while (rows.next())
        if (!each(row)) return;
}

void Tables::add_rows(Table const& table, std::span<std::vector<Value> const> rows) {
    NoTriggers const quiet{handle_};
    if (filling_.empty()) run(fmt::format("PRAGMA cache_size = -{}", fill_cache_kibibytes));
    auto const sql = insert_text(table);
    if (filling_ != sql) {
        sqlite3_finalize(insert_);
        insert_ = nullptr;
        filling_.clear();
        int const code = sqlite3_prepare_v2(handle_, sql.c_str(), static_cast<int>(sql.size()), &insert_, nullptr);
        if (code != SQLITE_OK) throw_failure(handle_, code, sql);
        filling_ = sql;
        places_ = places_of(insert_);
    }
    for (auto const& values : rows) {
        for (std::size_t i = 0; i < values.size(); ++i)
            if (int const code = bind(insert_, places_[i], values[i]); code != SQLITE_OK)
                throw_failure(handle_, code, sql);
        sqlite3_step(insert_);
        if (int const code = sqlite3_reset(insert_); code != SQLITE_OK)
            throw_failure(handle_, code, "filling " + table.name);
    }
    sqlite3_clear_bindings(insert_);
}

void Tables::clear(Table const& table) {
    NoTriggers const quiet{handle_};
    run(fmt::format("DELETE FROM \"{}\"", table.name));
}

void Tables::index_words(std::string const& table, std::string const& id, std::string const& circle,
                         std::string const& text) {
    run(
        fmt::format("INSERT INTO found_words (rowid, words) "
                    "SELECT findables.number, lower(hex({0}.{2})) || char(31) || {0}.{3} "
                    "FROM findables JOIN {0} ON {0}.{1} = findables.thing_id WHERE findables.left_out = 0 "
                    "ORDER BY findables.number",
                    table, id, circle, text));
}

void Tables::run(std::string const& sql) {
    if (int const code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        throw_failure(handle_, code, sql);
}

}  // namespace kith::sql::sqlite
