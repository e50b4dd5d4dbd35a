// What a folder of backups withstands: who has no key, damage, a run that is cut short; and what is forgotten.
#include <gtest/gtest.h>

#include "platform/copies/retention.hpp"
#include "support/backed_up.hpp"

namespace kith::copies {
namespace {

using namespace test_place;

class KeptTest : public PlaceTest {};
INSTANTIATE_TEST_SUITE_P(Engines, KeptTest, test::both_engines(), test::engine_name);

TEST_P(KeptTest, NothingCanBeReadWithoutTheReadingKey) {
    back_up_at(morning);
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

TEST_P(KeptTest, EveryDamageIsFound) {
    auto const name = back_up_at(morning).name;
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
    EXPECT_EQ(back_up_at(morning + a_day).objects.written, 1u);
    EXPECT_TRUE(check_all(*store_, key_.writing()).empty());
}

TEST_P(KeptTest, OlderOnesAreThinnedToOneADay) {
    auto const midnight = morning - std::chrono::hours{8};
    for (int hours = 0; hours < 5 * 24; hours += 6) back_up_at(midnight + std::chrono::hours{hours});
    auto const writing = key_.writing();
    EXPECT_EQ(listed_in(*store_, writing).size(), 20u);
    auto const now = midnight + 5 * a_day;
    // Three days of which the last is left, two that are whole.
    EXPECT_EQ(forget(*store_, writing, {}, now, Asked::by_itself).backups, 9u);
    auto const left = listed_in(*store_, writing);
    ASSERT_EQ(left.size(), 11u);
    EXPECT_EQ(left[0].made_at, midnight + std::chrono::hours{18});
    EXPECT_EQ(left[2].made_at, midnight + std::chrono::hours{2 * 24 + 18});
    EXPECT_EQ(forget(*store_, writing, {}, now, Asked::by_itself).backups, 0u);
}

TEST_P(KeptTest, AClockThatJumpsTakesNothing) {
    for (int days = 0; days < 3; ++days) back_up_at(morning + days * a_day);
    back_up_at(morning + 4'000 * a_day);
    auto const writing = key_.writing();
    auto const held = forget(*store_, writing, {}, morning + 4'000 * a_day, Asked::by_itself);
    EXPECT_TRUE(held.held_back);
    EXPECT_EQ(listed_in(*store_, writing).size(), 4u);
    EXPECT_EQ(forget(*store_, writing, {}, morning + 4'000 * a_day, Asked::by_a_person).backups, 3u);
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

TEST_P(KeptTest, ABackupThatIsCutShortIsNone) {
    back_up_at(morning);
    change([](sql::Transaction& t) { t.run(change_thing, value_of(id_of(1'000)), "changed"); });
    bool went_well = false;
    for (int good = 0; !went_well && good < 50; ++good) {
        Failing failing{*store_, good};
        try {
            database().read([&](sql::Transaction& t) { back_up(t, "x", failing, key_.writing(), morning + a_day); });
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

TEST_P(KeptTest, WhatIsForgottenIsGone) {
    back_up_at(morning);
    auto const objects_before = store_->list(objects_beginning);
    change([](sql::Transaction& t) { t.run(drop_thing, value_of(id_of(500'000))); });  // one with a picture
    back_up_at(morning + 10 * a_day);
    auto const last = back_up_at(morning + 20 * a_day);
    auto const writing = key_.writing();

    auto forgotten = forget(*store_, writing, {.days = 30, .count = {}}, morning + 20 * a_day, Asked::by_a_person);
    EXPECT_EQ(forgotten.backups + forgotten.objects, 0u);
    EXPECT_EQ(newest_at(*store_, writing, morning + a_day)->made_at, morning);
    EXPECT_FALSE(newest_at(*store_, writing, morning - a_day));

    forgotten = forget(*store_, writing, {.days = 15, .count = {}}, morning + 20 * a_day, Asked::by_a_person);
    EXPECT_EQ(forgotten.backups, 1u);
    EXPECT_GE(forgotten.objects, 3u);  // a piece of each table, and the picture
    EXPECT_EQ(listed_in(*store_, writing).size(), 2u);
    EXPECT_TRUE(check_all(*store_, writing).empty());
    EXPECT_EQ(forget(*store_, writing, {.days = 15, .count = 1}, morning + 20 * a_day, Asked::by_a_person).backups, 1u);
    // The newest stays, however old.
    EXPECT_EQ(forget(*store_, writing, {.days = 1, .count = {}}, morning + 900 * a_day, Asked::by_a_person).backups,
              0u);

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
