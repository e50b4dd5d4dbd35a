#include "platform/copies/backup.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "platform/copies/bytes.hpp"
#include "platform/copies/compare.hpp"
#include "platform/copies/fill.hpp"
#include "platform/copies/restore.hpp"
#include "platform/copies/retention.hpp"
#include "support/engines.hpp"

namespace kith::copies {
namespace {

namespace fs = std::filesystem;

constexpr sql::Migration migrations[] = {
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
constexpr sql::Migration rooms_for_postgres = {
    "0001_rooms",
    "CREATE TABLE rooms (id BLOB PRIMARY KEY, name TEXT NOT NULL) STRICT;\n"
    "INSERT INTO rooms (id, name) VALUES ('seed', 'made by the migration');"};

sql::Statement const add_room{"INSERT INTO rooms (id, name) VALUES ($1, $2)"};
sql::Statement const drop_rooms{"DELETE FROM rooms"};
sql::Statement const add_thing{"INSERT INTO things (id, room_id, body, weight, picture) VALUES ($1, $2, $3, $4, $5)"};
sql::Statement const change_thing{"UPDATE things SET body = $2 WHERE id = $1"};
sql::Statement const drop_thing{"DELETE FROM things WHERE id = $1"};
sql::Statement const hide_thing{"INSERT INTO hidings (thing_id) VALUES ($1)"};
sql::Statement const count_things{"SELECT count(*) FROM things"};
sql::Statement const find_words{
    "SELECT findables.thing_id FROM found_words CROSS JOIN findables WHERE found_words.words MATCH $1 "
    "AND findables.number = found_words.rowid ORDER BY found_words.rowid DESC"};

std::vector<sql::Migration> migrations_for(sql::Database const& database) {
    std::vector<sql::Migration> all{std::begin(migrations), std::end(migrations)};
    if (database.engine() == "postgresql") all[0] = rooms_for_postgres;
    return all;
}

IdBytes id_of(std::uint64_t number) {
    IdBytes id{};
    for (std::size_t i = 0; i < 8; ++i) id[7 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}
sql::Value value_of(IdBytes const& id) { return sql::Value{std::span<std::uint8_t const>{id}}; }

// Not to be packed smaller, and the same each time.
std::string noise(std::size_t bytes, std::uint32_t seed) {
    std::string text(bytes, '\0');
    for (auto& c : text) c = static_cast<char>((seed = seed * 1'664'525 + 1'013'904'223) >> 24);
    return text;
}

constexpr Time noon{1'800'000'000'000};
constexpr auto a_day = std::chrono::hours{24};
constexpr std::uint64_t things_made = 3'000;
constexpr std::size_t picture_bytes = 100'000;

class BackupTest : public test::OnBothEngines {
protected:
    BackupTest() {
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
INSTANTIATE_TEST_SUITE_P(Engines, BackupTest, test::both_engines(), test::engine_name);

TEST_P(BackupTest, WhatIsRestoredIsEqualOnEitherEngine) {
    auto const done = back_up_at(noon);
    EXPECT_EQ(done.tables, 6u);
    for (auto const& engine : {test::Engine::sqlite, test::Engine::postgres}) {
        auto const to = engine == GetParam() ? (engine == test::Engine::sqlite
                                                    ? sql::open_sqlite({.path = folder_.file("same.db")})
                                                    : sql::open_postgres({test::shared_cluster().fresh_database()}))
                                             : other_engine();
        restore_into(*to, done.name);
        auto const same = compare_with(*to);
        EXPECT_EQ(same.differences, 0u) << (same.words.empty() ? "" : same.words[0]);
        // Things, their numbers in the index, a room, a hiding, three migrations.
        EXPECT_EQ(same.rows, 2 * things_made + 5);
        EXPECT_TRUE(to->check_integrity().empty());
        EXPECT_TRUE(sql::migrate(*to, migrations_for(*to)).empty());
    }
}

TEST_P(BackupTest, WordsAreFoundInWhatWasRestored) {
    auto const other = other_engine();
    restore_into(*other, back_up_at(noon).name);
    auto const found = [&](std::string const& word) {
        return other->read([&](sql::Transaction& t) {
            sql::TextQuery query{{{sql::TextQuery::Form::any_form, {word}}}, {id_of(1)}};
            return t.all(
                        find_words, [](sql::Row const& row) { return row.blob(0).size(); }, t.text_expression(query))
                .size();
        });
    };
    EXPECT_EQ(found("77"), 1u);
    EXPECT_EQ(found("2"), 0u);  // hidden
    EXPECT_EQ(found("canary"), things_made - 1);
    ASSERT_TRUE(other
                    ->write([&](sql::Transaction& t) -> Result<void> {
                        t.run(change_thing, value_of(id_of(77'000)), "heron");
                        t.run(add_thing, value_of(id_of(9'000'000)), value_of(id_of(1)), "kestrel", 1,
                              sql::Value::blob(""));
                        return {};
                    })
                    .has_value());
    EXPECT_EQ(found("77"), 0u);
    EXPECT_EQ(found("heron"), 1u);
    EXPECT_EQ(found("kestrel"), 1u);
}

TEST_P(BackupTest, TheSecondWritesOnlyWhatChanged) {
    auto const first = back_up_at(noon);
    EXPECT_GT(first.objects.written, 8u);
    EXPECT_EQ(back_up_at(noon + a_day).objects.written, 0u);
    change([](sql::Transaction& t) {
        t.run(change_thing, value_of(id_of(1'500'000)), "another body, and longer than the one before it was");
        t.run(add_thing, value_of(id_of(1'500'500)), value_of(id_of(1)), "in the middle", 1, sql::Value::blob(""));
        t.run(drop_thing, value_of(id_of(7'000)));
    });
    auto const third = back_up_at(noon + 2 * a_day);
    EXPECT_GE(third.objects.written, 1u);
    EXPECT_LT(third.objects.bytes_written, first.objects.bytes_written / 2);
    auto const other = other_engine();
    restore_into(*other, third.name);
    EXPECT_EQ(compare_with(*other).differences, 0u);
}

TEST_P(BackupTest, NothingCanBeReadWithoutTheReadingKey) {
    back_up_at(noon);
    for (auto const& file : files()) {
        std::ifstream stream{file, std::ios::binary};
        std::string const bytes{std::istreambuf_iterator<char>{stream}, {}};
        for (auto const* words : {"canary", "Tuesday", "things", "0002_", "xxxxxx"})
            EXPECT_EQ(bytes.find(words), bytes.npos) << file << " holds " << words;
        EXPECT_EQ(bytes.find(noise(64, 500)), bytes.npos) << file;
    }
    auto stranger = make_keys();
    auto const name = listed_in(*store_, key_.writing()).at(0).name;
    EXPECT_THROW(listed_in(*store_, stranger.writing()), std::runtime_error);
    EXPECT_THROW(read_contents(*store_, stranger, name), Damaged);
    stranger.naming = key_.naming;  // all that the writing key knows
    EXPECT_THROW(read_contents(*store_, stranger, name), Damaged);
}

TEST_P(BackupTest, EveryDamageIsFound) {
    auto const name = back_up_at(noon).name;
    EXPECT_TRUE(check_all(*store_, key_.writing()).empty());
    int tried = 0;
    for (auto const& file : files()) {
        if (file.parent_path() == folder_.path() / "backups") continue;  // keys and lock
        auto const kept = folder_.file("kept");
        for (auto const what : {"changed", "cut", "gone"}) {
            fs::copy_file(file, kept, fs::copy_options::overwrite_existing);
            auto const size = fs::file_size(file);
            if (what == std::string_view{"changed"}) {
                std::fstream stream{file, std::ios::binary | std::ios::in | std::ios::out};
                auto const at = static_cast<std::streamoff>(size * 7 / 11);
                stream.seekg(at);
                auto const byte = static_cast<char>(stream.get() ^ 0x10);
                stream.seekp(at);
                stream.put(byte);
            } else if (what == std::string_view{"cut"}) {
                fs::resize_file(file, size - 1);
            } else {
                fs::remove(file);
            }
            bool noticed = false;
            try {
                noticed = !check_all(*store_, key_.writing()).empty();
            } catch (Damaged const&) {
                noticed = true;
            }
            // A list that is gone is a backup that is not there: restoring by its name says so.
            EXPECT_TRUE(noticed || file.string().find("/backups/backups/") != std::string::npos) << file << what;
            auto const read_all = [&] {
                BackupRows rows{*store_, key_, read_contents(*store_, key_, name)};
                for (auto const& table : rows.tables()) rows.each(table, [](Cells&) {});
            };
            EXPECT_THROW(read_all(), Damaged) << file << " " << what;
            fs::copy_file(kept, file, fs::copy_options::overwrite_existing);
            ++tried;
        }
    }
    EXPECT_GT(tried, 30);
    // One in the place of another is found as well.
    auto const objects = store_->list(objects_beginning);
    store_->put(objects[0], *store_->get(objects[1]));
    EXPECT_EQ(check_all(*store_, key_.writing()).size(), 1u);
    // And the next backup writes it anew.
    EXPECT_EQ(back_up_at(noon + a_day).objects.written, 1u);
    EXPECT_TRUE(check_all(*store_, key_.writing()).empty());
}

// Fails at the nth thing it is to do.
class Failing final : public Store {
public:
    Failing(Store& store, int good) : store_{store}, good_{good} {}
    void put(std::string const& name, std::string_view bytes) override {
        count();
        store_.put(name, bytes);
    }
    void settle() override {
        count();
        store_.settle();
    }
    std::optional<std::string> get(std::string const& name, From from) override { return store_.get(name, from); }
    std::vector<std::string> list(std::string const& beginning) override { return store_.list(beginning); }
    void remove(std::string const& name) override {
        count();
        store_.remove(name);
    }
    std::unique_ptr<Lock> lock(For what) override { return store_.lock(what); }
    std::string words() const override { return store_.words(); }

private:
    void count() {
        if (good_-- <= 0) throw std::runtime_error{"the folder is gone"};
    }
    Store& store_;
    int good_;
};

TEST_P(BackupTest, ABackupThatIsCutShortIsNone) {
    back_up_at(noon);
    change([](sql::Transaction& t) { t.run(change_thing, value_of(id_of(1'000)), "changed"); });
    bool went_well = false;
    for (int good = 0; !went_well && good < 50; ++good) {
        Failing failing{*store_, good};
        try {
            database().read([&](sql::Transaction& t) { back_up(t, "x", failing, key_.writing(), noon + a_day); });
            went_well = true;
        } catch (std::runtime_error const&) {
            // The list may have been put and not settled: then it is whole, and so is all it stands on.
            for (auto const& backup : listed_in(*store_, key_.writing())) {
                BackupRows rows{*store_, key_, read_contents(*store_, key_, backup.name)};
                for (auto const& table : rows.tables()) rows.each(table, [](Cells&) {});
            }
        }
    }
    EXPECT_TRUE(went_well);
    EXPECT_EQ(listed_in(*store_, key_.writing()).size(), 2u);
}

TEST_P(BackupTest, WhatIsForgottenIsGone) {
    back_up_at(noon);
    auto const objects_before = store_->list(objects_beginning);
    change([](sql::Transaction& t) { t.run(drop_thing, value_of(id_of(500'000))); });  // one with a picture
    back_up_at(noon + 10 * a_day);
    auto const last = back_up_at(noon + 20 * a_day);
    auto const writing = key_.writing();

    auto forgotten = forget(*store_, writing, {.days = 30, .count = {}}, noon + 20 * a_day);
    EXPECT_EQ(forgotten.backups + forgotten.objects, 0u);
    EXPECT_EQ(newest_at(*store_, writing, noon + a_day)->made_at, noon);
    EXPECT_FALSE(newest_at(*store_, writing, noon - a_day));

    forgotten = forget(*store_, writing, {.days = 15, .count = {}}, noon + 20 * a_day);
    EXPECT_EQ(forgotten.backups, 1u);
    EXPECT_GE(forgotten.objects, 3u);  // a piece of each table, and the picture
    EXPECT_EQ(listed_in(*store_, writing).size(), 2u);
    EXPECT_TRUE(check_all(*store_, writing).empty());
    EXPECT_EQ(forget(*store_, writing, {.days = 15, .count = 1}, noon + 20 * a_day).backups, 1u);
    // The newest stays, however old.
    EXPECT_EQ(forget(*store_, writing, {.days = 1, .count = {}}, noon + 900 * a_day).backups, 0u);

    // What was deleted stands in nothing that is left, for who has the reading key too.
    BackupRows rows{*store_, key_, read_contents(*store_, key_, last.name)};
    auto const deleted = noise(picture_bytes, 500);
    for (auto const& table : rows.tables())
        rows.each(table, [&](Cells& cells) {
            for (auto const& cell : cells) {
                EXPECT_NE(cell.bytes, deleted);
                EXPECT_EQ(cell.bytes.find("canary 500 "), cell.bytes.npos);
            }
        });
    EXPECT_LT(store_->list(objects_beginning).size(), objects_before.size() + 1);
}

TEST_P(BackupTest, FillingThatIsCutShortIsOpenedByNobody) {
    auto const name = back_up_at(noon).name;
    auto const to = other_engine();
    // A picture that is damaged is met when much is filled already.
    auto const objects = store_->list(objects_beginning);
    auto const large = std::ranges::find_if(
        objects, [&](auto const& o) { return store_->get(o)->size() == picture_bytes + 48 + 12 + 1 + 3 + 32; });
    ASSERT_NE(large, objects.end());
    store_->put(*large, "damaged");
    EXPECT_THROW(restore_into(*to, name), Damaged);
    EXPECT_THROW(sql::migrate(*to, migrations_for(*to)), sql::Failure);
    EXPECT_THROW(restore_into(*to, name), sql::Failure);  // not empty
}

TEST_P(BackupTest, AnOlderProgramRefusesABackupOfANewerOne) {
    auto const name = back_up_at(noon).name;
    auto const to = other_engine();
    BackupRows rows{*store_, key_, read_contents(*store_, key_, name)};
    auto known = migrations_for(*to);
    known.pop_back();
    try {
        fill(*to, rows, known);
        FAIL();
    } catch (sql::Failure const& failure) {
        EXPECT_NE(std::string_view{failure.what()}.find("newer than this program"), std::string_view::npos);
    }
}

TEST_P(BackupTest, ComparingSeesOneChangedOneMissingAndOneMore) {
    auto const other = other_engine();
    restore_into(*other, back_up_at(noon).name);
    change([](sql::Transaction& t) { t.run(change_thing, value_of(id_of(5'000)), "canary 5 xxxxy"); });
    EXPECT_EQ(compare_with(*other).differences, 1u);
    change([](sql::Transaction& t) { t.run(hide_thing, value_of(id_of(9'999'000))); });
    EXPECT_EQ(compare_with(*other).differences, 2u);
    database().run_script("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;");
    EXPECT_EQ(compare_with(*other).differences, 3u);
}

TEST(BackupFolder, OneAtATime) {
    test::TemporaryFolder const folder;
    auto const store = open_folder(folder.file("backups"), Missing::make);
    auto lock = store->lock(Store::For::writing);
    EXPECT_THROW(store->lock(Store::For::writing), std::runtime_error);
    EXPECT_THROW(store->lock(Store::For::reading), std::runtime_error);
    lock = nullptr;
    lock = store->lock(Store::For::reading);
    EXPECT_NO_THROW(store->lock(Store::For::reading));
    EXPECT_THROW(store->lock(Store::For::writing), std::runtime_error);
}

TEST(BackupFolder, IsMadeForItsOwnerAlone) {
    test::TemporaryFolder const folder;
    EXPECT_THROW(open_folder(folder.file("backups"), Missing::refuse), std::runtime_error);
    auto const store = open_folder(folder.file("backups"), Missing::make);
    store->put("objects/one", "content");
    EXPECT_EQ(fs::status(folder.file("backups")).permissions() & fs::perms::all, fs::perms::owner_all);
    EXPECT_EQ(fs::status(folder.file("backups/objects/one")).permissions() & fs::perms::all,
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST(BackupKeys, AreFilesOfTheirOwner) {
    test::TemporaryFolder const folder;
    auto const key = make_keys();
    auto const file = folder.file("reading");
    write_key_file(file, as_line(key));
    EXPECT_THROW(write_key_file(file, as_line(key)), std::runtime_error);
    EXPECT_EQ(read_reading_key(file).open, key.open);
    EXPECT_THROW(read_writing_key(file), std::runtime_error);
    EXPECT_EQ(read_reading_key(file).writing().id(), key.writing().id());
    fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
    EXPECT_THROW(read_reading_key(file), std::runtime_error);
}

}  // namespace
}  // namespace kith::copies
