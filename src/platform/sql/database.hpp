// One database, two engines behind it: SQLite (embedded, encrypted) and
// PostgreSQL. Everything above this header is the same on both.
//
// Threads. `read` and `write` may be called from any thread and block it until
// done. On SQLite, reads run in parallel on connections of their own, each a
// snapshot; writes run one after another on one writer thread, which commits
// whatever has queued up together with one fsync (group commit). On PostgreSQL
// both run on a pool of connections, writes SERIALIZABLE.
//
// Durability. `write` returns only when the change is on disk. What a body did
// is undone when it returns an error, alone: its neighbours in the same commit
// are not touched.
//
// Bodies. A body must not call read or write itself, must not wait for anything
// slow (a password hash, the network), and may be run again from the start when
// PostgreSQL found two writes in each other's way: it may assign to what it
// captured, never append.
//
// Failure. What should not happen (disk, lost connection, a constraint that the
// code should have respected) is thrown as sql::Failure. After a failed commit
// the outcome is unknown; idempotency keys make the retry harmless.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "platform/sql/statement.hpp"
#include "platform/sql/tables.hpp"
#include "platform/sql/text_search.hpp"
#include "platform/sql/value.hpp"

namespace kith::sql {

class Failure : public std::runtime_error {
public:
    enum class Kind { broken, full, busy };
    Failure(Kind kind, std::string const& what) : std::runtime_error{what}, kind_{kind} {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

// One row of a result, valid only inside the callback that was given it.
// Columns count from 0. Reading a null as a number gives 0, as text an empty text.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;  // valid until the callback returns
    virtual std::string_view blob(int column) const = 0;  // likewise

    bool flag(int column) const { return integer(column) != 0; }
    Time time(int column) const { return {integer(column)}; }
    std::optional<Time> maybe_time(int column) const {
        return is_null(column) ? std::nullopt : std::optional{time(column)};
    }
    std::string string(int column) const { return std::string{text(column)}; }
    template <class Thing>
    Id<Thing> id(int column) const {
        Id<Thing> id;
        auto const bytes = blob(column);
        if (bytes.size() == id_bytes) std::memcpy(id.bytes.data(), bytes.data(), id_bytes);
        return id;
    }
    template <class Thing>
    std::optional<Id<Thing>> maybe_id(int column) const {
        return is_null(column) ? std::nullopt : std::optional{id<Thing>(column)};
    }
};

using EachRow = std::function<bool(Row const&)>;  // false: enough

class Transaction {
public:
    virtual ~Transaction() = default;

    // Runs a statement and hands each row to `each`. Returns the number of rows changed.
    // `each` must not run the same statement again.
    virtual std::int64_t execute(Statement const&, std::span<Value const> values, EachRow const& each) = 0;

    // What a statement's MATCH is given, in the engine's own words (text_search.hpp).
    virtual std::string text_expression(TextQuery const&) const = 0;

    // The tables as they are, for copies of the whole database: nothing of the domain has a use for it.
    virtual TableAccess& tables() = 0;

    // Rows changed.
    template <class... Values>
    std::int64_t run(Statement const& statement, Values const&... values) {
        return with(statement, [](Row const&) { return true; }, values...);
    }
    // What `read` makes of the first row; nothing when there is none.
    template <class Read, class... Values>
    auto one(Statement const& statement, Read&& read, Values const&... values)
        -> std::optional<std::decay_t<std::invoke_result_t<Read, Row const&>>> {
        std::optional<std::decay_t<std::invoke_result_t<Read, Row const&>>> found;
        with(
            statement,
            [&](Row const& row) {
                found.emplace(read(row));
                return false;
            },
            values...);
        return found;
    }
    // What `read` makes of each row.
    template <class Read, class... Values>
    auto all(Statement const& statement, Read&& read, Values const&... values)
        -> std::vector<std::decay_t<std::invoke_result_t<Read, Row const&>>> {
        std::vector<std::decay_t<std::invoke_result_t<Read, Row const&>>> rows;
        with(
            statement,
            [&](Row const& row) {
                rows.push_back(read(row));
                return true;
            },
            values...);
        return rows;
    }
    // True when there is a row.
    template <class... Values>
    bool any(Statement const& statement, Values const&... values) {
        return one(statement, [](Row const&) { return true; }, values...).has_value();
    }

private:
    template <class... Values>
    std::int64_t with(Statement const& statement, EachRow const& each, Values const&... values) {
        if constexpr (sizeof...(Values) == 0) {
            return execute(statement, {}, each);
        } else {
            Value const list[] = {Value{values}...};
            return execute(statement, list, each);
        }
    }
};

using Body = std::function<Result<void>(Transaction&)>;

class Database {
public:
    virtual ~Database() = default;

    // A consistent view; nothing it does is kept.
    template <class F>
    auto read(F&& body) -> std::invoke_result_t<F, Transaction&> {
        return run<F>(body, [&](Body const& plain) { read_with(plain); });
    }
    // Kept, and durable, when the body succeeds; undone when it returns an error.
    // The body returns a Result.
    template <class F>
    auto write(F&& body) -> std::invoke_result_t<F, Transaction&> {
        return run<F>(body, [&](Body const& plain) { write_with(plain); });
    }

    // "sqlite" or "postgresql", for the few places where a person is told.
    virtual std::string_view engine() const = 0;
    // Prepares a statement and throws Failure with the engine's words when it cannot. For tests and `kith check`.
    virtual void prepare(Statement const&) = 0;
    // Runs a script of several statements, written for SQLite with STRICT tables, outside any
    // transaction of the caller: all of it or nothing. For migrations.
    virtual void run_script(std::string_view script) = 0;
    // Complaints of the engine's own integrity check; empty when all is sound.
    virtual std::vector<std::string> check_integrity() = 0;

protected:
    // The body's error is told apart by the template above; here it means: undo.
    virtual void read_with(Body const&) = 0;
    virtual void write_with(Body const&) = 0;

private:
    template <class F, class Run>
    auto run(F& body, Run&& with) -> std::invoke_result_t<F, Transaction&> {
        using Returned = std::invoke_result_t<F, Transaction&>;
        if constexpr (std::is_void_v<Returned>) {
            with([&](Transaction& transaction) -> Result<void> {
                body(transaction);
                return {};
            });
        } else {
            std::optional<Returned> returned;
            with([&](Transaction& transaction) -> Result<void> {
                returned.emplace(body(transaction));
                if constexpr (requires {
                                  returned->error();
                                  returned->has_value();
                              })
                    if (!returned->has_value()) return fail(Error{returned->error().kind, {}, {}, {}});
                return {};
            });
            return std::move(*returned);
        }
    }
};

struct SqliteSettings {
    std::string path;         // of the database file; its folder exists
    std::string key;          // raw key, 32 bytes; empty only in tests: not encrypted
    std::size_t readers = 4;  // connections for reading, each with a small cache
    // Called once, on the writer's thread, when the disk failed in a way after which nothing is written any more;
    // whoever waited for that write has been told. Must not use the database.
    std::function<void()> when_lost{};
};
std::unique_ptr<Database> open_sqlite(SqliteSettings const&);

struct PostgresSettings {
    std::string url;  // postgres://user@host:port/name
    std::size_t connections = 8;
};
std::unique_ptr<Database> open_postgres(PostgresSettings const&);

}  // namespace kith::sql
