// One connection to a PostgreSQL server, with what it has prepared there.
//
// A connection belongs to one thread at a time. What the server refuses is thrown
// as sql::Failure; the two refusals that a transaction may be tried again after
// are thrown as what is derived from it: Clash and Lost.
//
// Messages carry the server's first line alone. Its DETAIL is left out, because
// it quotes what members wrote ("Key (email)=(…) already exists").
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "platform/sql/database.hpp"
#include "platform/sql/postgres/tables.hpp"

struct pg_conn;
struct pg_result;

namespace kith::sql::postgres {

// Two transactions were in each other's way; from the start, it may well succeed.
struct Clash : Failure {
    enum class Cause { order, unique };  // unique: a key that another transaction has taken just now, or long ago
    Clash(Cause c, std::string const& what) : Failure{Kind::busy, what}, cause{c} {}
    Cause cause;
};

// The line is dead. Nothing of a transaction whose COMMIT was not sent is kept.
struct Lost : Failure {
    explicit Lost(std::string const& what) : Failure{Kind::broken, what} {}
};

struct ResultFree {
    void operator()(pg_result*) const;
};
using ResultPointer = std::unique_ptr<pg_result, ResultFree>;

class Connection final : public Transaction {
public:
    explicit Connection(PostgresSettings const&);
    ~Connection() override;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    std::int64_t execute(Statement const&, std::span<Value const>, EachRow const&) override;
    std::string text_expression(TextQuery const&) const override;
    TableAccess& tables() override { return tables_; }
    // Lets the server read and plan it, with the types that it works out by itself.
    void try_prepare(Statement const&);

    // Text without values, one or several statements; the result of the last.
    ResultPointer run(std::string const& sql);
    // Throws Failure when the server answers COMMIT by undoing, as it does after a swallowed error.
    void commit();
    // Does not throw.
    void rollback();

    bool healthy() const;
    pg_conn* handle() const { return handle_; }
    // Throws what the server has said.
    [[noreturn]] void refuse(pg_result*, std::string_view doing);

private:
    std::string const& prepared(Statement const&, std::span<Value const>);
    void try_prepare_with(Statement const&, std::string const& text, std::vector<unsigned> types);

    struct Prepared {
        std::string name;             // on the server; empty: not prepared yet
        std::vector<unsigned> types;  // of the values
    };
    pg_conn* handle_;
    Tables tables_{*this};
    std::vector<Prepared> prepared_;  // by Statement::index()
};

}  // namespace kith::sql::postgres
