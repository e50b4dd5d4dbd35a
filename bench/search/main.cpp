// What a search costs without Kith: SQLite's FTS5 as it comes (porter, unicode61), asked by one statement for the
// newest 20 with their texts, over all posts of a place, on the same network layer.
//
//   bench_search FOLDER EXPRESSION…     GET /raw/N asks for the Nth expression
//
// It adds its own index to the database of the folder: give it a copy. The key lies beside the folder, FOLDER.key.
#include <charconv>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "platform/net/server.hpp"
#include "platform/sql/database.hpp"

namespace {

using namespace kith;

constexpr std::string_view index_script =
    "CREATE TABLE IF NOT EXISTS raw_numbers (number INTEGER PRIMARY KEY, post_id BLOB NOT NULL);\n"
    "INSERT INTO raw_numbers (post_id) SELECT id FROM posts ORDER BY id;\n"
    "CREATE VIRTUAL TABLE raw_words USING fts5 (words, content = '', tokenize = 'porter unicode61');\n"
    "INSERT INTO raw_words (rowid, words) SELECT raw_numbers.number, posts.body FROM raw_numbers "
    "JOIN posts ON posts.id = raw_numbers.post_id ORDER BY raw_numbers.number;\n";

sql::Statement const select_newest{
    "SELECT posts.body FROM raw_words CROSS JOIN raw_numbers CROSS JOIN posts WHERE raw_words.words MATCH $1 "
    "AND raw_numbers.number = raw_words.rowid AND posts.id = raw_numbers.post_id "
    "ORDER BY raw_words.rowid DESC LIMIT 20"};

std::string key_of(std::string const& folder) {
    std::ifstream in{folder + ".key", std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::string newest(sql::Database& database, std::string const& expression) {
    return database.read([&](sql::Transaction& transaction) {
        std::string all;
        transaction.all(
            select_newest, [&](sql::Row const& row) { return all.append(row.text(0)).append("\n"), 0; }, expression);
        return all;
    });
}

void serve(std::string const& folder, std::vector<std::string> const& expressions) {
    net::Settings settings;
    settings.port = 0;
    auto const database = sql::open_sqlite({folder + "/kith.db", key_of(folder), settings.read_workers + 1});
    database->run_script(index_script);
    net::Server server{settings, [&](http::Request const& request) {
                           std::size_t which = 0;
                           auto const number = request.path.substr(request.path.rfind('/') + 1);
                           std::from_chars(number.data(), number.data() + number.size(), which);
                           http::Response response;
                           response.body = newest(*database, expressions.at(which));
                           response.with("Content-Type", "text/plain; charset=utf-8");
                           return response;
                       }};
    std::printf("http://127.0.0.1:%u\n", server.port());
    std::fflush(stdout);
    server.run();
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::fputs("bench_search FOLDER EXPRESSION…\n", stderr);
        return 2;
    }
    try {
        serve(words[1], {words + 2, words + count});
    } catch (std::exception const& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 1;
    }
}
