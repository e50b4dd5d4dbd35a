#include "platform/sql/postgres/connection.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <libpq-fe.h>

#include "platform/sql/postgres/binding.hpp"
#include "platform/sql/postgres/dialect.hpp"
#include "platform/sql/postgres/text_search.hpp"

namespace kith::sql::postgres {

namespace {

constexpr char const* connect_timeout_seconds = "10";

// Promised by Database, whatever the server's own defaults are; and a body that hangs frees its locks.
constexpr char const* set_up =
    "SET synchronous_commit = on; SET client_min_messages = warning; "
    "SET idle_in_transaction_session_timeout = '60s'; SET lock_timeout = '10s'";

constexpr char const* indeterminate_type = "42P18";
constexpr char const* ambiguous_type = "42P08";

std::string_view state_of(PGresult const* result) {
    char const* const state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state ? state : "";
}

std::string message_of(PGresult const* result, PGconn* connection) {
    char const* const message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    std::string text = message ? message : PQerrorMessage(connection);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

Failure::Kind kind_of(std::string_view state) {
    if (state == "53100") return Failure::Kind::full;                             // disk full
    if (state.starts_with("53") || state == "55P03") return Failure::Kind::busy;  // no resources, lock timeout
    return Failure::Kind::broken;
}

}  // namespace

void ResultFree::operator()(pg_result* result) const { PQclear(result); }

Connection::Connection(PostgresSettings const& settings) {
    char const* const keywords[] = {"dbname", "client_encoding", "application_name", "connect_timeout", nullptr};
    char const* const values[] = {settings.url.c_str(), "UTF8", "kith", connect_timeout_seconds, nullptr};
    handle_ = PQconnectdbParams(keywords, values, 1);
    try {
        if (PQstatus(handle_) != CONNECTION_OK)
            throw Lost{fmt::format("PostgreSQL cannot be reached: {}", message_of(nullptr, handle_))};
        // A warning about a swallowed error may quote a member's words; failures are thrown, not printed.
        PQsetNoticeProcessor(handle_, [](void*, char const*) {}, nullptr);
        run(set_up);
    } catch (...) {
        PQfinish(handle_);
        throw;
    }
}

Connection::~Connection() { PQfinish(handle_); }

bool Connection::healthy() const {
    return PQstatus(handle_) == CONNECTION_OK && PQtransactionStatus(handle_) == PQTRANS_IDLE;
}

void Connection::refuse(pg_result* result, std::string_view doing) {
    auto const state = state_of(result);
    auto const what = fmt::format("PostgreSQL, {}: {} ({})", doing, message_of(result, handle_), state);
    if (state == "40001" || state == "40P01") throw Clash{Clash::Cause::order, what};
    if (state == "23505") throw Clash{Clash::Cause::unique, what};
    if (PQstatus(handle_) != CONNECTION_OK || state.starts_with("57P") || state.starts_with("08")) throw Lost{what};
    throw Failure{kind_of(state), what};
}

ResultPointer Connection::run(std::string const& sql) {
    ResultPointer result{PQexec(handle_, sql.c_str())};
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        refuse(result.get(), std::string_view{sql}.substr(0, 60));
    return result;
}

void Connection::commit() {
    auto const result = run("COMMIT");
    if (std::string_view{PQcmdStatus(result.get())} != "COMMIT")
        throw Failure{Failure::Kind::broken, "PostgreSQL undid a transaction in which a statement had failed"};
}

void Connection::rollback() {
    if (PQtransactionStatus(handle_) != PQTRANS_IDLE) ResultPointer{PQexec(handle_, "ROLLBACK")};
}

std::string const& Connection::prepared(Statement const& statement, std::span<Value const> values) {
    if (statement.index() >= prepared_.size()) prepared_.resize(Statement::all().size());
    auto& prepared = prepared_[statement.index()];
    if (!prepared.name.empty()) {
        if (!std::ranges::equal(prepared.types, values, {}, {}, type_of))
            throw Failure{Failure::Kind::broken,
                          fmt::format("values of other types than at its first use: {}", statement.text())};
        return prepared.name;
    }
    std::vector<unsigned> types(values.size());
    std::ranges::transform(values, types.begin(), type_of);
    auto name = fmt::format("s{}", statement.index());
    ResultPointer const result{PQprepare(handle_, name.c_str(), translate_statement(statement.text()).c_str(),
                                         static_cast<int>(types.size()), types.data())};
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) refuse(result.get(), statement.text());
    prepared = {std::move(name), std::move(types)};
    return prepared.name;
}

void Connection::try_prepare(Statement const& statement) {
    try_prepare_with(statement, translate_statement(statement.text()), {});
}

// Without values their types are not known. PostgreSQL infers nearly all of them, and names the
// one it cannot ("$2" in `$2 IS NULL`): then each of the three is tried for that one.
void Connection::try_prepare_with(Statement const& statement, std::string const& text, std::vector<unsigned> types) {
    ResultPointer const result{
        PQprepare(handle_, "", text.c_str(), static_cast<int>(types.size()), types.empty() ? nullptr : types.data())};
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) return;

    auto const message = message_of(result.get(), handle_);
    auto const state = state_of(result.get());
    auto const dollar = message.find('$');
    std::size_t number = 0;
    if ((state == indeterminate_type || state == ambiguous_type) && dollar != message.npos)
        std::from_chars(message.data() + dollar + 1, message.data() + message.size(), number);
    if (number == 0 || (number <= types.size() && types[number - 1] != 0)) refuse(result.get(), statement.text());

    if (types.size() < number) types.resize(number, 0);
    for (auto const candidate : {type::text, type::int8}) {
        types[number - 1] = candidate;
        try {
            return try_prepare_with(statement, text, types);
        } catch (Lost const&) {
            throw;
        } catch (Failure const&) {  // not this one
        }
    }
    types[number - 1] = type::bytea;
    try_prepare_with(statement, text, types);
}

std::int64_t Connection::execute(Statement const& statement, std::span<Value const> values, EachRow const& each) {
    auto const& name = prepared(statement, values);
    Parameters const parameters{values};
    constexpr int binary = 1;
    ResultPointer const result{PQexecPrepared(handle_, name.c_str(), static_cast<int>(values.size()),
                                              parameters.values(), parameters.lengths(), parameters.formats(), binary)};
    auto const status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) refuse(result.get(), statement.text());
    for (int row = 0; row < PQntuples(result.get()); ++row)
        if (!each(ResultRow{result.get(), row})) break;

    std::string_view const command{PQcmdStatus(result.get())};
    if (command.starts_with("SELECT")) return 0;
    std::string_view const changed{PQcmdTuples(result.get())};
    std::int64_t count = 0;
    std::from_chars(changed.data(), changed.data() + changed.size(), count);
    return count;
}

std::string Connection::text_expression(TextQuery const& query) const {
    return sql::text_expression(query, text_syntax);
}

}  // namespace kith::sql::postgres
