// Group commit: many writes, few commits, and each caller gets its own outcome.
#include "platform/sql/sqlite/writer.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <csignal>
#include <latch>

#include <fmt/format.h>

#include "support/temporary_folder.hpp"

namespace kith::sql::sqlite {
namespace {

Statement const insert_note{"INSERT INTO notes (note) VALUES ($1)"};
Statement const count_notes{"SELECT count(*) FROM notes"};

class WriterTest : public ::testing::Test {
protected:
    WriterTest() {
        writer_.emplace(settings_);
        writer_->write([](Transaction& t) -> Result<void> {
            dynamic_cast<Connection&>(t).run_script("CREATE TABLE notes (note TEXT UNIQUE) STRICT");
            return {};
        });
    }
    std::int64_t count() {
        Connection reader{settings_, Use::read};
        return *reader.one(count_notes, [](Row const& row) { return row.integer(0); });
    }
    void insert(std::string const& note) {
        writer_->write([&](Transaction& t) -> Result<void> {
            t.run(insert_note, note);
            return {};
        });
    }
    // Holds the writer in a body until `after` has queued what it wants in one commit.
    template <class Queue>
    void in_one_batch(Queue const& queue) {
        std::latch held{1}, go{1};
        std::jthread holder{[&] {
            writer_->write([&](Transaction&) -> Result<void> {
                held.count_down();
                go.wait();
                return {};
            });
        }};
        held.wait();
        {
            std::vector<std::jthread> threads;
            queue(threads);
            std::this_thread::sleep_for(std::chrono::milliseconds{100});  // until all of them wait
            go.count_down();
        }
    }

    test::TemporaryFolder folder_;
    SqliteSettings const settings_{.path = folder_.file("kith.db"), .key = std::string(32, 'k')};
    std::optional<Writer> writer_;
};

TEST_F(WriterTest, WritesThatWaitTogetherShareACommit) {
    constexpr int threads = 64, each = 20;
    auto const before = writer_->commits();
    {
        std::vector<std::jthread> writers;
        for (int i = 0; i < threads; ++i)
            writers.emplace_back([&, i] {
                for (int n = 0; n < each; ++n) insert(fmt::format("{} {}", i, n));
            });
    }
    EXPECT_EQ(count(), threads * each);
    EXPECT_LT(writer_->commits() - before, threads * each / 4u);
}

TEST_F(WriterTest, OneThatFailsDoesNotTouchItsNeighbours) {
    insert("taken");
    auto const before = writer_->commits();
    std::atomic<int> kept = 0, refused = 0, failed = 0;
    in_one_batch([&](auto& threads) {
        for (int i = 0; i < 30; ++i)
            threads.emplace_back([&, i] {
                try {
                    bool undone = false;
                    writer_->write([&, i](Transaction& t) -> Result<void> {
                        t.run(insert_note, fmt::format("note {}", i));
                        if (i % 3 == 1) t.run(insert_note, "taken");  // throws
                        undone = i % 3 == 2;
                        if (undone) return fail(Error::not_found());
                        return {};
                    });
                    ++(undone ? refused : kept);
                } catch (Failure const&) {
                    ++failed;
                }
            });
    });
    EXPECT_EQ(kept, 10);
    EXPECT_EQ(refused, 10);
    EXPECT_EQ(failed, 10);
    EXPECT_EQ(count(), 11);
    EXPECT_EQ(writer_->commits() - before, 1) << "all of them stood in one commit";
}

// RLIMIT_FSIZE makes the kernel refuse to let a file grow (EFBIG), as a broken disk would.
TEST_F(WriterTest, AfterAFailedCommitNoMoreWritesAreTaken) {
    std::atomic<int> told = 0;
    auto with_word = settings_;
    with_word.when_lost = [&] { ++told; };
    writer_.reset();
    writer_.emplace(with_word);
    insert("before");
    EXPECT_EQ(told, 0);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    rlimit limited = unlimited;
    limited.rlim_cur = std::filesystem::file_size(settings_.path + "-wal") + 100;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &limited), 0);
    EXPECT_THROW(insert(std::string(100'000, 'x')), Failure);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    EXPECT_THROW(insert("after"), Failure) << "though the disk would take it again";
    writer_.reset();
    EXPECT_EQ(told, 1);
    writer_.emplace(settings_);
    EXPECT_EQ(count(), 1);
    insert("after a restart");
    EXPECT_EQ(count(), 2);
}

TEST_F(WriterTest, TheLogIsWrittenBackNowAndThen) {
    auto const size = std::filesystem::file_size(settings_.path);
    for (int i = 0; i < 200; ++i) insert(fmt::format("{} {}", i, std::string(100'000, 'y')));
    EXPECT_GT(std::filesystem::file_size(settings_.path), size + 10'000'000);
    EXPECT_LT(std::filesystem::file_size(settings_.path + "-wal"), 10'000'000) << "the log begins anew";
}

TEST_F(WriterTest, AnotherProcessThatHoldsTheFileIsWaitedFor) {
    Connection other{settings_, Use::write};
    other.take_or_throw(Connection::Step::begin_write);
    std::jthread ending{[&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{200});
        other.take_or_throw(Connection::Step::rollback);
    }};
    insert("patient");
    EXPECT_EQ(count(), 1);
}

}  // namespace
}  // namespace kith::sql::sqlite
