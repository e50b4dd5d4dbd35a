// A real PostgreSQL 15 of its own for a test: a cluster in a temporary folder
// that listens on a unix socket there.
//
// It takes about a second to start, so a test program starts one and asks it for
// a fresh database per test (some 30 ms). It ends and its folder is removed with
// this object, and also when the test process dies, by the closing of a pipe.
// Works as root (PostgreSQL then runs as the user `postgres`) and as anyone else.
// Needs no test framework. Failure is thrown as std::runtime_error.
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <mutex>
#include <string>

namespace kith::test {

class PostgresCluster {
public:
    enum class Durability { none, full };  // none: no fsync, faster; a test of durability wants full

    explicit PostgresCluster(Durability = Durability::none);
    ~PostgresCluster();
    PostgresCluster(PostgresCluster const&) = delete;
    PostgresCluster& operator=(PostgresCluster const&) = delete;

    // Of the database that is there from the start.
    std::string const& url() const { return url_; }
    // Makes an empty database and returns its URL. From any thread.
    std::string fresh_database();

private:
    std::string next_url();

    std::mutex mutex_;
    pid_t keeper_ = -1;
    std::FILE* to_ = nullptr;
    std::FILE* from_ = nullptr;
    std::string url_;
};

}  // namespace kith::test
