// How many durable writes a second the group commit makes, beside what SQLite
// itself makes in a plain loop with 50 rows a commit, in one run on one disk.
//
//   bench_sql_commit [FOLDER] [SECONDS-PER-FIGURE]
//
// Each row is 16 bytes of id, a number and 200 bytes of text, in an encrypted file.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "platform/sql/sqlite/writer.hpp"
#include "platform/sql/value.hpp"

namespace {

using namespace kith;
using Clock = std::chrono::steady_clock;

constexpr int reference_rows_a_commit = 50;

struct Row;
sql::Statement const insert_row{"INSERT INTO rows (id, at, body) VALUES ($1, $2, $3)"};
std::string const body(200, 'b');

Result<void> insert(sql::Transaction& transaction) {
    auto const now = system_now();
    transaction.run(insert_row, Id<Row>::ordered(now), now, body);
    return {};
}

sql::SqliteSettings fresh_file(std::filesystem::path const& folder) {
    for (auto const* name : {"bench.db", "bench.db-wal", "bench.db-shm"}) std::filesystem::remove(folder / name);
    return {.path = (folder / "bench.db").string(), .key = std::string(32, 'k')};
}

constexpr char const* schema =
    "CREATE TABLE rows (id BLOB PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID";

double plain_loop(std::filesystem::path const& folder, std::chrono::duration<double> span) {
    using Step = sql::sqlite::Connection::Step;
    sql::sqlite::Connection connection{fresh_file(folder), sql::sqlite::Use::write};
    connection.run_script(schema);
    connection.run_script("PRAGMA wal_autocheckpoint = 1000");
    std::int64_t rows = 0;
    auto const start = Clock::now();
    while (Clock::now() - start < span) {
        connection.take_or_throw(Step::begin_write);
        for (int i = 0; i < reference_rows_a_commit; ++i) static_cast<void>(insert(connection));
        connection.take_or_throw(Step::commit);
        rows += reference_rows_a_commit;
    }
    return static_cast<double>(rows) / std::chrono::duration<double>(Clock::now() - start).count();
}

struct Figure {
    double writes_a_second;
    double writes_a_commit;
};

Figure group_commit(std::filesystem::path const& folder, int threads, std::chrono::duration<double> span) {
    sql::sqlite::Writer writer{fresh_file(folder)};
    writer.write([](sql::Transaction& transaction) -> Result<void> {
        dynamic_cast<sql::sqlite::Connection&>(transaction).run_script(schema);
        return {};
    });
    auto const commits_before = writer.commits();
    std::atomic<std::int64_t> writes = 0;
    auto const start = Clock::now();
    {
        std::vector<std::jthread> callers;
        for (int i = 0; i < threads; ++i)
            callers.emplace_back([&] {
                sql::Body const one = insert;
                std::int64_t mine = 0;
                for (; Clock::now() - start < span; ++mine) writer.write(one);
                writes += mine;
            });
    }
    auto const seconds = std::chrono::duration<double>(Clock::now() - start).count();
    auto const commits = writer.commits() - commits_before;
    return {static_cast<double>(writes) / seconds, static_cast<double>(writes) / static_cast<double>(commits)};
}

}  // namespace

int main(int count, char** arguments) {
    std::filesystem::path const folder = count > 1 ? arguments[1] : ".";
    std::chrono::duration<double> const span{count > 2 ? std::stod(arguments[2]) : 3.0};
    auto const reference = plain_loop(folder, span);
    fmt::print("{:<34} {:>10.0f} rows/s\n", "plain loop, 50 rows a commit", reference);
    for (int const threads : {1, 16, 64}) {
        auto const figure = group_commit(folder, threads, span);
        fmt::print("{:<34} {:>10.0f} rows/s  {:>5.2f} of the loop  {:>5.1f} rows a commit\n",
                   fmt::format("group commit, {} threads, 1 row each", threads), figure.writes_a_second,
                   figure.writes_a_second / reference, figure.writes_a_commit);
    }
    fresh_file(folder);
}
