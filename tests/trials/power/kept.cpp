#include "trials/power/kept.hpp"

#include <random>
#include <string>

namespace kith::trial {

namespace {

constexpr std::size_t short_words = 700, long_words = 40'000;

sql::Statement const make_kept{
    "CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT"};
sql::Statement const make_index{"CREATE INDEX IF NOT EXISTS kept_words ON kept (substr(words, 1, 20))"};
sql::Statement const make_counted{
    "CREATE TABLE IF NOT EXISTS counted (id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT"};
sql::Statement const begin_count{"INSERT INTO counted (id, n) VALUES (1, 0) ON CONFLICT DO NOTHING"};
sql::Statement const any_table{"SELECT 1 FROM sqlite_schema WHERE name = 'counted'"};
sql::Statement const keep{"INSERT INTO kept (number, words) VALUES ($1, $2)"};
sql::Statement const count_up{"UPDATE counted SET n = n + 1 WHERE id = 1"};
sql::Statement const select_kept{"SELECT number, words FROM kept"};
sql::Statement const select_count{"SELECT n FROM counted WHERE id = 1"};

// The same for the same number.
std::string words_of(std::int64_t number) {
    std::mt19937_64 random{static_cast<std::uint64_t>(number)};
    std::string words(1 + random() % (random() % 8 == 0 ? long_words : short_words), ' ');
    for (auto& letter : words) letter = static_cast<char>('a' + random() % 26);
    return words;
}

}  // namespace

void make_tables(sql::Transaction& transaction) {
    for (auto const* statement : {&make_kept, &make_index, &make_counted, &begin_count}) transaction.run(*statement);
}

void write_one(sql::Transaction& transaction, std::int64_t number) {
    transaction.run(keep, number, words_of(number));
    transaction.run(count_up);
}

Everything read_everything(sql::Transaction& transaction) {
    Everything found;
    if (!transaction.any(any_table)) return found;
    for (auto const& [number, right] : transaction.all(select_kept, [](sql::Row const& row) {
             return std::pair{row.integer(0), row.text(1) == words_of(row.integer(0))};
         }))
        found.words_right[number] = right;
    found.counted = transaction.one(select_count, [](sql::Row const& row) { return row.integer(0); }).value_or(0);
    return found;
}

}  // namespace kith::trial
