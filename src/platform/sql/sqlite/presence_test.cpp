// A log that was left behind is written again by the first who comes, and by nobody while somebody is there.
#include "platform/sql/sqlite/presence.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <optional>

#include "support/temporary_folder.hpp"

namespace kith::sql::sqlite {
namespace {

namespace fs = std::filesystem;

class PresenceTest : public ::testing::Test {
protected:
    PresenceTest() {
        std::ofstream{log_, std::ios::binary} << bytes_;
        make_old();
    }
    void make_old() { fs::last_write_time(log_, long_ago_); }
    bool was_written() const { return fs::last_write_time(log_) > long_ago_; }
    std::string log() const {
        std::ifstream file{log_, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    test::TemporaryFolder folder_;
    std::string const path_ = folder_.file("kith.db"), log_ = path_ + "-wal";
    std::string const bytes_ = [] {
        std::string bytes(200'001, 'x');  // several pieces, and a rest
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 31 % 251);
        return bytes;
    }();
    fs::file_time_type const long_ago_ = fs::file_time_type::clock::now() - std::chrono::hours{48};
};

TEST_F(PresenceTest, TheFirstWritesTheLogAgainAsItWas) {
    Presence const first{path_};
    EXPECT_TRUE(was_written());
    EXPECT_EQ(log(), bytes_);
}

TEST_F(PresenceTest, WhoComesWhileSomebodyIsThereLeavesIt) {
    std::optional<Presence> first{path_};
    make_old();
    std::optional<Presence> second{path_};
    EXPECT_FALSE(was_written());
    first.reset();
    second.reset();
    Presence const next{path_};
    EXPECT_TRUE(was_written()) << "they are gone";
}

TEST_F(PresenceTest, WithoutALogThereIsNothingToDo) {
    fs::remove(log_);
    Presence const first{path_};
    EXPECT_FALSE(fs::exists(log_));
}

}  // namespace
}  // namespace kith::sql::sqlite
