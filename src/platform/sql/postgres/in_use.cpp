#include "platform/sql/in_use.hpp"

#include <libpq-fe.h>

#include <chrono>
#include <thread>

#include "platform/sql/postgres/connection.hpp"

namespace kith::sql {

namespace {

// PostgreSQL's own process for a client ends a moment after the client: who has just gone is still there for a while.
constexpr std::chrono::milliseconds looked_again_after{100};
constexpr int looks = 20;

}  // namespace

bool in_use(PostgresSettings const& settings) {
    postgres::Connection connection{settings};
    for (int look = 0; look < looks; ++look) {
        if (look > 0) std::this_thread::sleep_for(looked_again_after);
        auto const others = connection.run(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' "
            "AND pid <> pg_backend_pid() LIMIT 1");
        if (PQntuples(others.get()) == 0) return false;
    }
    return true;
}

}  // namespace kith::sql
