// Who holds the disk reads nothing.
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "platform/sql/sqlite/connection.hpp"
#include "support/temporary_folder.hpp"

namespace kith::sql {
namespace {

constexpr std::string_view canary = "the heron stands in the reeds at dusk";
std::string const secret(32, '\x07');

Statement const write_note{"INSERT INTO notes (note) VALUES ($1)"};
Statement const count_notes{"SELECT count(*) FROM notes"};

void write_canary(Database& database) {
    database.run_script("CREATE TABLE IF NOT EXISTS notes (note TEXT) STRICT");
    for (int i = 0; i < 50; ++i)
        ASSERT_TRUE(database
                        .write([](Transaction& t) -> Result<void> {
                            t.run(write_note, canary);
                            return {};
                        })
                        .has_value());
}

std::vector<std::string> files_with(std::filesystem::path const& folder, std::string_view text) {
    std::vector<std::string> found;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        std::ifstream file{entry.path(), std::ios::binary};
        std::string const content{std::istreambuf_iterator<char>{file}, {}};
        if (content.find(text) != std::string::npos) found.push_back(entry.path().filename());
    }
    std::ranges::sort(found);
    return found;
}

std::string message_of_opening(SqliteSettings const& settings) {
    try {
        open_sqlite(settings);
        return "opened";
    } catch (Failure const& failure) {
        return failure.what();
    }
}

TEST(Encryption, NoFileHoldsWhatWasWritten) {
    test::TemporaryFolder folder;
    {
        auto const database = open_sqlite({.path = folder.file("kith.db"), .key = secret});
        write_canary(*database);
        ASSERT_TRUE(std::filesystem::exists(folder.file("kith.db-wal")));
        ASSERT_GT(std::filesystem::file_size(folder.file("kith.db-wal")), 0);
        EXPECT_EQ(files_with(folder.path(), canary), std::vector<std::string>{});
        EXPECT_EQ(files_with(folder.path(), "SQLite format 3"), std::vector<std::string>{});
    }
    EXPECT_EQ(files_with(folder.path(), canary), std::vector<std::string>{});
}

// The test above can fail: without a key the words lie there.
TEST(Encryption, WithoutAKeyTheWordsAreThere) {
    test::TemporaryFolder folder;
    auto const database = open_sqlite({.path = folder.file("kith.db"), .key = ""});
    write_canary(*database);
    EXPECT_NE(files_with(folder.path(), canary), std::vector<std::string>{});
}

TEST(Encryption, ItOpensAgainWithItsKeyAndNoOther) {
    test::TemporaryFolder folder;
    SqliteSettings const settings{.path = folder.file("kith.db"), .key = secret};
    write_canary(*open_sqlite(settings));
    EXPECT_EQ(open_sqlite(settings)->read(
                  [](Transaction& t) { return t.one(count_notes, [](Row const& r) { return r.integer(0); }); }),
              50);
    EXPECT_NE(
        message_of_opening({.path = settings.path, .key = std::string(32, '\x08')}).find("does not open with this key"),
        std::string::npos);
    EXPECT_NE(message_of_opening({.path = settings.path, .key = ""}).find("no key was given"), std::string::npos);
    EXPECT_NE(message_of_opening({.path = settings.path, .key = "short"}).find("32 bytes"), std::string::npos);
}

TEST(Encryption, APlainFileDoesNotOpenWithAKey) {
    test::TemporaryFolder folder;
    write_canary(*open_sqlite({.path = folder.file("kith.db"), .key = ""}));
    EXPECT_NE(message_of_opening({.path = folder.file("kith.db"), .key = secret}), "opened");
}

TEST(Encryption, FilesAreForTheirOwnerAlone) {
    test::TemporaryFolder folder;
    auto const database = open_sqlite({.path = folder.file("kith.db"), .key = secret});
    write_canary(*database);
    for (auto const& entry : std::filesystem::directory_iterator{folder.path()}) {
        struct stat status{};
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0077, 0u) << entry.path();
    }
}

TEST(Sqlite, AnOldSqliteIsRefused) {
    EXPECT_THROW(sqlite::require_version(3'051'002), Failure);
    EXPECT_NO_THROW(sqlite::require_version(3'051'003));
}

}  // namespace
}  // namespace kith::sql
