// The rows of a table as pieces of bytes, and back.
#pragma once

#include "platform/copies/backup.hpp"
#include "platform/copies/bytes.hpp"

namespace kith::copies {

// A piece is cut after a row whose key says so, or when it has become too long.
inline constexpr std::size_t piece_bytes_usual = 64 * 1024;
inline constexpr std::size_t piece_bytes_min = 16 * 1024;
inline constexpr std::size_t piece_bytes_max = 1024 * 1024;
// Bytes of at least so many are an object of their own.
inline constexpr std::size_t bytes_apart = 32 * 1024;

class Cutter {
public:
    Cutter(sql::Table const& table, ObjectWriter& objects) : table_{table}, objects_{objects} {}
    void add(Cells const&);
    TableCopy done();

private:
    void write_cell(sql::Column const&, Cell const&);
    bool ends_here(Cells const&, std::size_t row_bytes) const;
    void cut();

    sql::Table const& table_;
    ObjectWriter& objects_;
    BytesOut piece_;
    std::uint64_t rows_in_piece_ = 0;
    TableCopy copy_{{}, 0, {}};
};

// Gives each row of a piece. Throws Damaged.
void read_piece(sql::Table const&, std::string_view piece, std::function<std::string(ObjectName const&)> const& apart,
                EachCells const&);

// A row as bytes that are the same wherever the row is the same.
std::string as_bytes(sql::Table const&, Cells const&);

}  // namespace kith::copies
