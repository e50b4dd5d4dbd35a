// Values into a prepared statement and rows out of it.
#pragma once

#include <vector>

#include "platform/sql/database.hpp"

struct sqlite3_stmt;

namespace kith::sql::sqlite {

// SQLite's numbers of $1, $2, … (SQLite counts `$n` as names, in the order in
// which they first stand in the text). 0 for a number that the text leaves out.
std::vector<int> places_of(sqlite3_stmt*);

// SQLite's result code. The value's bytes are not copied.
int bind(sqlite3_stmt*, int place, Value const&);

// The row at which the statement stands. Reading a column as what it is not
// throws Failure, as it does on PostgreSQL.
class CompiledRow final : public Row {
public:
    explicit CompiledRow(sqlite3_stmt* statement) : statement_{statement} {}
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    std::string_view blob(int column) const override;

private:
    bool has(int column, int type) const;  // false for null
    sqlite3_stmt* statement_;
};

}  // namespace kith::sql::sqlite
