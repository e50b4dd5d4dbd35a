// Each test of what stands on the database runs on both engines:
//
//   class PostTest : public kith::test::OnBothEngines {};
//   INSTANTIATE_TEST_SUITE_P(Engines, PostTest, kith::test::both_engines(), kith::test::engine_name);
//   TEST_P(PostTest, …) { database() … }
//
// Every test gets an empty database: a file of its own, or a database of its own
// in one PostgreSQL cluster, which starts with the first test that needs it.
#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "platform/sql/database.hpp"
#include "support/postgres_cluster.hpp"
#include "support/temporary_folder.hpp"

namespace kith::test {

enum class Engine { sqlite, postgres };

inline auto both_engines() { return ::testing::Values(Engine::sqlite, Engine::postgres); }

inline std::string engine_name(::testing::TestParamInfo<Engine> const& info) {
    return info.param == Engine::sqlite ? "sqlite" : "postgres";
}

inline PostgresCluster& shared_cluster() {
    static PostgresCluster cluster;
    return cluster;
}

inline std::string test_key() { return std::string(32, 'k'); }

class OnBothEngines : public ::testing::TestWithParam<Engine> {
protected:
    OnBothEngines() {
        if (GetParam() == Engine::postgres) url_ = shared_cluster().fresh_database();
        database_ = open();
    }
    sql::Database& database() { return *database_; }
    // Another handle on the same data, as another process or a restart would have.
    std::unique_ptr<sql::Database> open() const {
        return GetParam() == Engine::sqlite ? sql::open_sqlite({.path = folder_.file("kith.db"), .key = test_key()})
                                            : sql::open_postgres({.url = url_});
    }
    void reopen() {
        database_.reset();
        database_ = open();
    }

private:
    TemporaryFolder folder_;
    std::string url_;
    std::unique_ptr<sql::Database> database_;
};

}  // namespace kith::test
