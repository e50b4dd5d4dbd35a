// A backup: all rows of all tables as one transaction sees them, in objects, and a list of these that is written last.
// It is there as a whole or not at all; the server goes on meanwhile.
//
// The rows of a table stand in its key's order, cut into pieces where a digest of the key says so: what is put in or
// changed somewhere leaves the other pieces as they were, and they are not written again. Bytes that are long
// (pictures) are objects of their own.
#pragma once

#include <string>
#include <vector>

#include "base/time.hpp"
#include "platform/copies/objects.hpp"
#include "platform/copies/rows.hpp"

namespace kith::copies {

inline constexpr char const* backups_beginning = "backups/";

struct Piece {
    ObjectName name;
    std::uint64_t rows;
};
struct TableCopy {
    sql::Table table;
    std::uint64_t rows;
    std::vector<Piece> pieces;
};

// What is in a backup; sealed, for the reading key.
struct Contents {
    Time made_at;
    std::string engine;
    std::vector<TableCopy> tables;
};

// What the writing key sees of a backup: when, and which objects it stands on.
struct Listed {
    std::string name;
    Time made_at;
    std::vector<ObjectName> objects;
};

struct BackedUp {
    std::string name;
    std::uint64_t tables = 0, rows = 0;
    ObjectWriter::Figures objects;
};

// Throws Damaged where what was written does not read back, std::runtime_error where the folder holds backups of
// another key.
BackedUp back_up(sql::Transaction&, std::string_view engine, Store&, WritingKey const&, Time now, Watching const& = {});

// The oldest first. Throws Damaged where the list of one is.
std::vector<Listed> listed_in(Store&, WritingKey const&);
Contents read_contents(Store&, ReadingKey const&, std::string const& name);

// Every object of every backup, as the writing key can tell; complaints.
std::vector<std::string> check_all(Store&, WritingKey const&, Watching const& = {});

// Refuses a store whose backups are of other keys; says in it whose they are, where it is new.
void claim(Store&, WritingKey const&);
void require_own(Store&, WritingKey const&);

}  // namespace kith::copies
