// What the index of words costs who writes: durable posts a second, with it and without, in one run on one disk.
//
//   bench_text_index [FOLDER] [SECONDS-PER-FIGURE]
//
// Each post is 16 bytes of id, its group and some 40 words, in an encrypted file, through the same group commit.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "platform/sql/database.hpp"

namespace {

using namespace kith;
using Clock = std::chrono::steady_clock;

constexpr std::size_t vocabulary = 8'000, words_of_post = 40;

struct Post;
sql::Statement const insert_post{"INSERT INTO posts (id, group_id, body) VALUES ($1, $2, $3)"};
constexpr std::string_view table =
    "CREATE TABLE posts (id BLOB PRIMARY KEY, group_id BLOB NOT NULL, body TEXT NOT NULL) STRICT;\n";
constexpr std::string_view index = "CREATE TEXT INDEX;\nCREATE TEXT INDEX ON posts (id, group_id, body);\n";

// Some words often and most seldom, as in talk.
std::string some_words(std::mt19937& random) {
    std::exponential_distribution<double> rank{6.0 / static_cast<double>(vocabulary)};
    std::string body;
    for (std::size_t i = 0; i < words_of_post; ++i) {
        auto const number = static_cast<std::size_t>(rank(random)) % vocabulary;
        body += fmt::format("{}w{:x} ", i ? "" : "The ", number * 2654435761u % 1'000'003u);
    }
    return body;
}

double writes_a_second(std::filesystem::path const& folder, bool indexed, int threads,
                       std::chrono::duration<double> span) {
    for (auto const* name : {"bench.db", "bench.db-wal", "bench.db-shm"}) std::filesystem::remove(folder / name);
    auto const database = sql::open_sqlite({.path = (folder / "bench.db").string(), .key = std::string(32, 'k')});
    database->run_script(table);
    if (indexed) database->run_script(index);
    auto const group = Id<void>::random();
    std::atomic<std::int64_t> writes = 0;
    auto const start = Clock::now();
    {
        std::vector<std::jthread> callers;
        for (int i = 0; i < threads; ++i)
            callers.emplace_back([&, i] {
                std::mt19937 random{static_cast<unsigned>(i)};
                std::int64_t mine = 0;
                for (; Clock::now() - start < span; ++mine) {
                    auto const body = some_words(random);
                    auto const id = Id<Post>::ordered(system_now());
                    (void)database->write([&](sql::Transaction& transaction) -> Result<void> {
                        transaction.run(insert_post, id, group, body);
                        return {};
                    });
                }
                writes += mine;
            });
    }
    return static_cast<double>(writes) / std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace

int main(int count, char** arguments) {
    std::filesystem::path const folder = count > 1 ? arguments[1] : ".";
    std::chrono::duration<double> const span{count > 2 ? std::stod(arguments[2]) : 3.0};
    for (int const threads : {1, 16, 64}) {
        auto const without = writes_a_second(folder, false, threads, span);
        auto const with = writes_a_second(folder, true, threads, span);
        fmt::print("{:>3} writers  {:>8.0f} posts/s without  {:>8.0f} with  {:.2f}  {:>6.1f} us more each\n", threads,
                   without, with, with / without, 1e6 / with - 1e6 / without);
    }
}
