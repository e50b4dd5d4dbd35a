// What could be handed over about a person, as docs/operating/disclosure.md promises it: every table and every column
// of the database, with what stands there in plain words, and which rows are whose.
//
// The document is part of the program, so what `kith disclose` prints and what was promised cannot differ; and
// `differences` is what the tests hold against the schema, so that a column which nobody has named fails the build.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/tables.hpp"

namespace kith::app {

enum class Stands {
    readable,
    not_printed,  // readable too: bytes, keys, secrets of links
    digest,       // of it: what it was cannot be had back
    sealed,       // nobody here can open it
    person,       // readable: who
};

struct PromisedColumn {
    std::string name;
    Stands stands = Stands::readable;
    std::string words_of;  // the column that says whose words these are; empty: whoever's the row is
    std::string sentence;
};

// A row is somebody's where `column` holds them, or, with a table, the `key` of a row of that table which is theirs.
struct TheirsBy {
    std::string column, table, key;
};

struct PromisedTable {
    std::string name, sentence;
    std::vector<TheirsBy> theirs_by;  // none: it is about nobody
    std::vector<PromisedColumn> columns;
};

struct Promise {
    std::string beside;  // what there is beside the tables
    std::vector<PromisedTable> tables;
};

// Throws std::runtime_error where a line cannot be understood.
Promise read_promise(std::string_view document);

// What is in the database and not promised, and the other way round, a sentence each. None: they agree.
std::vector<std::string> differences(Promise const&, std::vector<sql::Table> const&);

}  // namespace kith::app
