// What only PostgreSQL does: lines that die, and answers to a commit.
#include <gtest/gtest.h>

#include "support/engines.hpp"

namespace kith::sql {
namespace {

Statement const end_all_lines{
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"};
Statement const one{"SELECT 1"};
Statement const fails{"INSERT INTO notes (note) VALUES (NULL)"};
Statement const succeeds{"INSERT INTO notes (note) VALUES ('a')"};
Statement const count_notes{"SELECT count(*) FROM notes"};

class PostgresDatabaseTest : public ::testing::Test {
protected:
    std::string const url_ = test::shared_cluster().fresh_database();
    std::unique_ptr<Database> database_ = open_postgres({.url = url_, .connections = 3});

    void end_lines() {
        open_postgres({.url = url_})->read([](Transaction& t) { t.any(end_all_lines); });
    }
    bool reads() {
        return database_->read([](Transaction& t) { return t.any(one); });
    }
};

TEST_F(PostgresDatabaseTest, DeadLinesAreReplacedUnseen) {
    EXPECT_TRUE(reads());
    end_lines();
    EXPECT_TRUE(reads());
    end_lines();
    database_->run_script("CREATE TABLE a (b INTEGER) STRICT");
    end_lines();
    database_->prepare(one);
    end_lines();
    EXPECT_TRUE(database_
                    ->write([](Transaction& t) -> Result<void> {
                        t.any(one);
                        return {};
                    })
                    .has_value());
}

TEST_F(PostgresDatabaseTest, ALineLostInsideABodyIsTriedOnceMore) {
    int runs = 0;
    database_->read([&](Transaction& t) {
        t.any(one);
        if (++runs == 1) end_lines();
        t.any(one);
    });
    EXPECT_EQ(runs, 2);
}

TEST_F(PostgresDatabaseTest, ASwallowedFailureIsNotTakenForSuccess) {
    database_->run_script("CREATE TABLE notes (note TEXT NOT NULL) STRICT");
    EXPECT_THROW(static_cast<void>(database_->write([](Transaction& t) -> Result<void> {
                     t.run(succeeds);
                     try {
                         t.run(fails);
                     } catch (Failure const&) {
                     }
                     return {};
                 })),
                 Failure);
    EXPECT_EQ(
        database_->read([](Transaction& t) { return t.one(count_notes, [](Row const& r) { return r.integer(0); }); }),
        0);
}

TEST_F(PostgresDatabaseTest, AServerThatIsNotThereIsSaidAtOnce) {
    EXPECT_THROW(open_postgres({.url = "postgres://kith@/none?host=/nonexistent"}), Failure);
}

}  // namespace
}  // namespace kith::sql
