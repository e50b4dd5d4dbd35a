// Each migration of Kith, stopped after every one of its statements: by the server's side of the line, and once before
// the commit by kill -9 of the program. What is left is the database before it or after it, never anything between, and
// the next start goes on from there.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::sql::postgres {
namespace {

Statement const columns_of_schema{
    "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || "
    "coalesce(column_default, '') FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1"};
Statement const indexes_of_schema{"SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"};
Statement const constraints_of_schema{
    "SELECT relname || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid) FROM pg_constraint "
    "JOIN pg_class ON pg_class.oid = conrelid WHERE pg_constraint.connamespace = to_regnamespace('public') ORDER BY 1"};
Statement const triggers_of_schema{
    "SELECT pg_get_triggerdef(oid) || ' ' || CAST(tgenabled AS TEXT) FROM pg_trigger WHERE NOT tgisinternal ORDER BY "
    "1"};
Statement const functions_of_schema{
    "SELECT proname || prosrc FROM pg_proc WHERE pronamespace = to_regnamespace('public') ORDER BY 1"};
Statement const record_of_schema{"SELECT name FROM migrations ORDER BY name"};

std::vector<std::string> schema_of(Database& database) {
    return database.read([](Transaction& transaction) {
        std::vector<std::string> schema;
        for (auto const* statement : {&columns_of_schema, &indexes_of_schema, &constraints_of_schema,
                                      &triggers_of_schema, &functions_of_schema, &record_of_schema})
            for (auto& line : transaction.all(*statement, [](Row const& row) { return row.string(0); }))
                schema.push_back(std::move(line));
        return schema;
    });
}

// Where each statement of a script ends, behind its semicolon. The migrations have none in quotes.
std::vector<std::size_t> ends_of(std::string_view script) {
    std::vector<std::size_t> ends;
    bool comment = false, quoted = false;
    for (std::size_t i = 0; i < script.size(); ++i) {
        if (script[i] == '\n') comment = false;
        if (!quoted && script.substr(i, 2) == "--") comment = true;
        if (!comment && script[i] == '\'') quoted = !quoted;
        if (!comment && !quoted && script[i] == ';') ends.push_back(i + 1);
    }
    return ends;
}

std::string with(std::string_view script, std::size_t at, std::string_view more) {
    return std::string{script.substr(0, at)} + "\n" + std::string{more} + "\n" + std::string{script.substr(at)};
}

std::vector<Migration> up_to(std::size_t count) {
    auto const& all = test::migrations_of_tree();
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)};
}

// The program is killed while the server is at its last statement; then the server finds nobody to say COMMIT.
// False where a slow machine let it end first.
bool kill_before_commit(std::string const& url, std::vector<Migration> const& migrations) {
    auto const child = ::fork();
    if (child == 0) {
        try {
            migrate(*open_postgres({.url = url, .connections = 1}), migrations);
        } catch (...) {
            ::_exit(2);
        }
        ::_exit(0);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

TEST(StoppedUpgrade, LeavesBeforeOrAfterOnPostgres) {
    auto const url = test::shared_cluster().fresh_database();
    auto const database = open_postgres({.url = url});
    auto const straight = open_postgres({.url = test::shared_cluster().fresh_database()});
    migrate(*database, {});
    migrate(*straight, {});
    auto const& all = test::migrations_of_tree();
    int stops = 0, kills = 0;
    for (std::size_t count = 1; count <= all.size(); ++count) {
        auto const before = schema_of(*straight);
        migrate(*straight, up_to(count));
        auto const after = schema_of(*straight);
        auto migrations = up_to(count);
        auto const script = all[count - 1].text;
        auto const ends = ends_of(script);
        ASSERT_FALSE(ends.empty());
        for (auto const end : ends) {
            auto const changed = with(script, end, "SELECT pg_terminate_backend(pg_backend_pid());");
            migrations.back().text = changed;
            EXPECT_THROW(migrate(*database, migrations), Failure);
            ASSERT_EQ(schema_of(*database), before) << all[count - 1].name << " at " << end;
            ++stops;
        }
        // Long enough that the program is dead before the server is done.
        auto const slow = with(script, script.size(), "SELECT pg_sleep(1.5);");
        migrations.back().text = slow;
        bool const killed = kill_before_commit(url, migrations);
        kills += killed ? 1 : 0;
        ASSERT_EQ(schema_of(*database), killed ? before : after) << all[count - 1].name;
        // The lock that lets one script run at a time is the server's until it notices.
        migrate(*database, up_to(count));
        ASSERT_EQ(schema_of(*database), after) << all[count - 1].name;
    }
    EXPECT_GT(stops, 130);
    EXPECT_GT(kills, 0);
    RecordProperty("stops", stops);
}

}  // namespace
}  // namespace kith::sql::postgres
