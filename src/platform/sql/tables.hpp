// The tables as they stand in the database, for copies of the whole of it (platform/copies): which there are, their
// rows in the order of their key, and rows put in as they were. The list comes from the schema, so that a table which
// a migration adds is in every copy without anybody thinking of it.
//
// Left out is what an engine makes of other rows: the words of the index (`found_words`, `waiting_words`), which
// `index_words` makes anew. What no copy could hold is refused with Failure: a table without a primary key, a column
// that is neither a number, nor text, nor bytes.
//
// Got from Transaction::tables, and of no use after that transaction. One thread.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "platform/sql/value.hpp"

namespace kith::sql {

class Row;
class Transaction;
struct Migration;
using EachRow = std::function<bool(Row const&)>;

struct Column {
    std::string name;
    Value::Type type = Value::Type::integer;
    friend bool operator==(Column const&, Column const&) = default;
};

struct Table {
    std::string name;
    std::vector<Column> columns;
    std::vector<std::size_t> key;        // the columns of the primary key, in its order
    std::vector<std::string> refers_to;  // other tables, which must be filled before
    friend bool operator==(Table const&, Table const&) = default;
};

class TableAccess {
public:
    virtual ~TableAccess() = default;

    // By name.
    virtual std::vector<Table> list() = 0;
    // Each row in the order of the key, one at a time: a table may be larger than the memory.
    virtual void each_row(Table const&, EachRow const&) = 0;

    // What follows changes the database, and wants a transaction of Database::write.

    // Puts rows in as they were: no trigger runs. One value for each column.
    virtual void add_rows(Table const&, std::span<std::vector<Value> const> rows) = 0;
    virtual void clear(Table const&) = 0;
    // Once all rows are in: the next number that the engine counts is one after those that are there.
    virtual void settle_counts() = 0;
    // Makes the words of one table's rows findable (text_search.hpp); `findables` is filled.
    virtual void index_words(std::string const& table, std::string const& id, std::string const& circle,
                             std::string const& text) = 0;
};

// Every table, each after those that it refers to. Throws Failure where they refer to each other in a ring.
std::vector<Table> tables_in_order(Transaction&);

// For every `CREATE TEXT INDEX ON table (id, circle, text)` of these migrations, in their order: index_words.
void index_words_of(Transaction&, std::span<Migration const>);

// SELECT every column FROM the table, in the order of its key; INSERT with $1, $2, … for every column.
std::string select_text(Table const&);
std::string insert_text(Table const&);
// Throws Failure where no copy could hold the table.
void require_key(Table const&);

}  // namespace kith::sql
