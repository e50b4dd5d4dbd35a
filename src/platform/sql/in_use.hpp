// Is anybody else at work on the same data, in this process or another? For what must be alone with it: moving it
// elsewhere while somebody still writes would lose what they write. The database of whoever asks must not be open.
//
// On PostgreSQL every other session in the database counts, whoever's it is.
#pragma once

#include "platform/sql/database.hpp"

namespace kith::sql {

bool in_use(SqliteSettings const&);
bool in_use(PostgresSettings const&);

}  // namespace kith::sql
