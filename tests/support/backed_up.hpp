// A small place with its own tables, a folder of backups and their keys: for the tests of platform/copies.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "platform/copies/backup.hpp"
#include "platform/copies/bytes.hpp"
#include "platform/copies/compare.hpp"
#include "platform/copies/fill.hpp"
#include "platform/copies/restore.hpp"
#include "support/engines.hpp"

namespace kith::copies::test_place {

namespace fs = std::filesystem;

inline constexpr sql::Migration migrations[] = {
    {"0001_rooms",
     "CREATE TABLE rooms (id BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;\n"
     "INSERT INTO rooms (id, name) VALUES (CAST('seed' AS BLOB), 'made by the migration');"},
    {"0002_things",
     "CREATE TABLE things (\n"
     "    id BLOB PRIMARY KEY,\n"
     "    room_id BLOB NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,\n"
     "    body TEXT NOT NULL,\n"
     "    weight INTEGER,\n"
     "    picture BLOB\n"
     ") STRICT;\n"
     "CREATE TABLE hidings (thing_id BLOB PRIMARY KEY) STRICT;\n"
     "CREATE TABLE lists (room_id BLOB NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (room_id, place)) STRICT;"},
    {"0003_words",
     "CREATE TEXT INDEX;\n"
     "CREATE TEXT INDEX ON things (id, room_id, body);\n"
     "LEAVE OUT OF TEXT INDEX things (id, room_id, body) WHILE hidings (thing_id);"},
};
// PostgreSQL has no cast from text to bytes in those words.
inline constexpr sql::Migration rooms_for_postgres = {
    "0001_rooms",
    "CREATE TABLE rooms (id BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"
    "INSERT INTO rooms (id, name) VALUES ('seed', 'made by the migration');"};

inline sql::Statement const add_room{"INSERT INTO rooms (id, name) VALUES ($1, $2)"};
inline sql::Statement const drop_rooms{"DELETE FROM rooms"};
inline sql::Statement const add_thing{
    "INSERT INTO things (id, room_id, body, weight, picture) VALUES ($1, $2, $3, $4, $5)"};
inline sql::Statement const change_thing{"UPDATE things SET body = $2 WHERE id = $1"};
inline sql::Statement const drop_thing{"DELETE FROM things WHERE id = $1"};
inline sql::Statement const hide_thing{"INSERT INTO hidings (thing_id) VALUES ($1)"};
inline sql::Statement const count_things{"SELECT count(*) FROM things"};
inline sql::Statement const find_words{
    "SELECT findables.thing_id FROM found_words CROSS JOIN findables WHERE found_words.words MATCH $1 "
    "AND findables.number = found_words.rowid ORDER BY found_words.rowid DESC"};

inline std::vector<sql::Migration> migrations_for(sql::Database const& database) {
    std::vector<sql::Migration> all{std::begin(migrations), std::end(migrations)};
    if (database.engine() == "postgresql") all[0] = rooms_for_postgres;
    return all;
}

inline IdBytes id_of(std::uint64_t number) {
    IdBytes id{};
    for (std::size_t i = 0; i < 8; ++i) id[7 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}
inline sql::Value value_of(IdBytes const& id) { return sql::Value{std::span<std::uint8_t const>{id}}; }

// Not to be packed smaller, and the same each time.
inline std::string noise(std::size_t bytes, std::uint32_t seed) {
    std::string text(bytes, '\0');
    for (auto& c : text) c = static_cast<char>((seed = seed * 1'664'525 + 1'013'904'223) >> 24);
    return text;
}

inline constexpr Time morning{1'800'000'000'000};  // eight o'clock, UTC
inline constexpr auto a_day = std::chrono::hours{24};
inline constexpr std::uint64_t things_made = 2'000;
inline constexpr std::size_t picture_bytes = 100'000;

class PlaceTest : public test::OnBothEngines {
protected:
    PlaceTest() {
        sql::migrate(database(), migrations_for(database()));
        change([](sql::Transaction& t) {
            t.run(drop_rooms);
            auto const room = id_of(1);
            t.run(add_room, value_of(room), "Tuesday circle");
            for (std::uint64_t i = 1; i <= things_made; ++i) {
                auto const id = id_of(i * 1'000);
                auto const body = "canary " + std::to_string(i) + " " + std::string(i % 200, 'x');
                auto const picture = i % 500 == 0 ? noise(picture_bytes, static_cast<std::uint32_t>(i)) : std::string{};
                auto weight = sql::Value{i % 2 ? INT64_MIN + static_cast<std::int64_t>(i) : INT64_MAX};
                weight.null = i % 3 == 0;
                auto bytes = sql::Value::blob(picture);
                bytes.null = i % 500 != 0 && i % 2 == 0;
                t.run(add_thing, value_of(id), value_of(room), body, weight, bytes);
            }
            t.run(hide_thing, value_of(id_of(2'000)));
        });
    }

    void change(std::function<void(sql::Transaction&)> const& work) {
        ASSERT_TRUE(database()
                        .write([&](sql::Transaction& transaction) -> Result<void> {
                            work(transaction);
                            return {};
                        })
                        .has_value());
    }
    BackedUp back_up_at(Time now) {
        return database().read(
            [&](sql::Transaction& t) { return back_up(t, database().engine(), *store_, key_.writing(), now); });
    }
    std::unique_ptr<sql::Database> other_engine() {
        if (GetParam() == test::Engine::sqlite) return sql::open_postgres({test::shared_cluster().fresh_database()});
        return sql::open_sqlite({.path = folder_.file("other.db"), .key = test::test_key()});
    }
    void restore_into(sql::Database& to, std::string const& name) {
        BackupRows rows{*store_, key_, read_contents(*store_, key_, name)};
        fill(to, rows, migrations_for(to));
    }
    Comparison compare_with(sql::Database& other) {
        return database().read([&](sql::Transaction& one) {
            DatabaseRows first{one};
            return other.read([&](sql::Transaction& two) {
                DatabaseRows second{two};
                return compare(first, second);
            });
        });
    }
    // Every file of the folder, one after another.
    std::vector<fs::path> files() const {
        std::vector<fs::path> found;
        for (auto const& entry : fs::recursive_directory_iterator{folder_.path() / "backups"})
            if (entry.is_regular_file()) found.push_back(entry.path());
        return found;
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<Store> store_ = open_folder(folder_.file("backups"), Missing::make);
    ReadingKey key_ = make_keys();
};

}  // namespace kith::copies::test_place
