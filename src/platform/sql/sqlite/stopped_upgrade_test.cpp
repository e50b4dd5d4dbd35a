// Each migration of Kith, stopped with kill -9 at every single statement that SQLite runs for it: what is left is the
// database before it or after it, never anything between, and the next start goes on from there.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <span>

#include "platform/sql/sqlite/connection.hpp"
#include "sqlite3.h"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::sql::sqlite {
namespace {

// Of the child process alone.
int statements_left = 0;

int count_statement(unsigned, void*, void*, void*) {
    if (statements_left-- == 0) ::kill(::getpid(), SIGKILL);
    return 0;
}

int watch(sqlite3* connection, char const**, sqlite3_api_routines const*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, count_statement, nullptr);
}

enum class Ended { stopped, went_through };

// Migrates in a process of its own, which is stopped when so many statements have begun.
Ended migrate_until(SqliteSettings const& settings, std::span<Migration const> migrations, int statements) {
    auto const child = ::fork();
    if (child == 0) {
        try {
            auto const database = open_sqlite(settings);
            // From here on: opening is the same each time.
            statements_left = statements;
            sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
            auto const again = open_sqlite(settings);
            migrate(*again, migrations);
        } catch (...) {
            ::_exit(2);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return Ended::stopped;
    EXPECT_EQ(status, 0) << "the migrations failed by themselves";
    return Ended::went_through;
}

std::vector<std::string> schema_of(SqliteSettings const& settings) {
    Connection connection{settings, Use::write};
    EXPECT_EQ(connection.texts("PRAGMA integrity_check"), std::vector<std::string>{"ok"});
    auto schema =
        connection.texts("SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
    auto const record = connection.texts(
        "SELECT 'applied ' || name FROM migrations WHERE (SELECT count(*) FROM sqlite_schema WHERE name = "
        "'migrations')");
    schema.insert(schema.end(), record.begin(), record.end());
    return schema;
}

TEST(StoppedUpgrade, LeavesBeforeOrAfterOnSqlite) {
    test::TemporaryFolder const folder;
    auto const& all = test::migrations_of_tree();
    SqliteSettings const stopped{.path = folder.file("stopped.db"), .key = test::test_key(), .readers = 1};
    SqliteSettings const straight{.path = folder.file("straight.db"), .key = test::test_key(), .readers = 1};
    migrate(*open_sqlite(stopped), {});
    migrate(*open_sqlite(straight), {});
    int stops = 0;
    for (std::size_t count = 1; count <= all.size(); ++count) {
        std::span const migrations{all.data(), count};
        auto const before = schema_of(straight);
        migrate(*open_sqlite(straight), migrations);
        auto const after = schema_of(straight);
        ASSERT_NE(before, after);
        for (int statements = 0;; ++statements) {
            auto const ended = migrate_until(stopped, migrations, statements);
            auto const found = schema_of(stopped);
            ASSERT_TRUE(found == before || found == after) << all[count - 1].name << " at " << statements;
            if (ended == Ended::went_through) {
                ASSERT_EQ(found, after) << all[count - 1].name;
                break;
            }
            ++stops;
        }
    }
    EXPECT_GT(stops, 300);
    RecordProperty("stops", stops);
}

}  // namespace
}  // namespace kith::sql::sqlite
