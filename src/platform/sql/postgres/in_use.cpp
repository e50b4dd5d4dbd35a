#include "platform/sql/in_use.hpp"

#include <libpq-fe.h>

#include "platform/sql/postgres/connection.hpp"

namespace kith::sql {

bool in_use(PostgresSettings const& settings) {
    postgres::Connection connection{settings};
    auto const others = connection.run(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' "
        "AND pid <> pg_backend_pid() LIMIT 1");
    return PQntuples(others.get()) > 0;
}

}  // namespace kith::sql
