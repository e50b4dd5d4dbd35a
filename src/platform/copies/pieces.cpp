#include "platform/copies/pieces.hpp"

#include <cstring>

namespace kith::copies {

namespace {

using Type = sql::Value::Type;

enum class Form : std::uint8_t { null, integer, bytes, apart };

void write(BytesOut& out, Form form) { out.byte(static_cast<std::uint8_t>(form)); }

void write_plain(BytesOut& out, Type type, Cell const& cell) {
    if (cell.null) {
        write(out, Form::null);
    } else if (type == Type::integer) {
        write(out, Form::integer);
        auto const bits = static_cast<std::uint64_t>(cell.integer);
        out.number((bits << 1) ^ (cell.integer < 0 ? ~std::uint64_t{0} : 0));  // small ones short, of either sign
    } else {
        write(out, Form::bytes);
        out.text(cell.bytes);
    }
}

std::int64_t signed_of(std::uint64_t bits) {
    return static_cast<std::int64_t>((bits >> 1) ^ (bits & 1 ? ~std::uint64_t{0} : 0));
}

std::string_view view_of(ObjectName const& name) { return {reinterpret_cast<char const*>(name.data()), name.size()}; }

Cell read_cell(BytesIn& in, Type type, std::function<std::string(ObjectName const&)> const& apart) {
    Cell cell;
    cell.null = false;
    auto const form = static_cast<Form>(in.byte());
    if (form == Form::null) {
        cell.null = true;
    } else if (form == Form::integer && type == Type::integer) {
        cell.integer = signed_of(in.number());
    } else if (form == Form::bytes && type != Type::integer) {
        cell.bytes = in.text();
    } else if (form == Form::apart && type != Type::integer) {
        ObjectName name;
        std::memcpy(name.data(), in.raw(name.size()).data(), name.size());
        cell.bytes = apart(name);
    } else {
        throw Damaged{"a row that is none"};
    }
    return cell;
}

}  // namespace

std::string as_bytes(sql::Table const& table, Cells const& cells) {
    BytesOut out;
    for (std::size_t i = 0; i < cells.size(); ++i) write_plain(out, table.columns[i].type, cells[i]);
    return std::move(out.bytes);
}

void Cutter::write_cell(sql::Column const& column, Cell const& cell) {
    if (cell.null || column.type == Type::integer || cell.bytes.size() < bytes_apart)
        return write_plain(piece_, column.type, cell);
    write(piece_, Form::apart);
    piece_.raw(view_of(objects_.put(cell.bytes)));
}

// By the key alone, so that a row that changes cuts where it did before. The longer the row, the likelier.
bool Cutter::ends_here(Cells const& cells, std::size_t row_bytes) const {
    if (piece_.bytes.size() < piece_bytes_min) return false;
    if (piece_.bytes.size() >= piece_bytes_max) return true;
    BytesOut key;
    for (auto const place : table_.key) write_plain(key, table_.columns[place].type, cells[place]);
    auto const digest = crypto::digest(key.bytes);
    std::uint32_t drawn = 0;
    std::memcpy(&drawn, digest.data(), sizeof drawn);
    return drawn < std::uint64_t{row_bytes} * UINT32_MAX / piece_bytes_usual;
}

void Cutter::add(Cells const& cells) {
    auto const before = piece_.bytes.size();
    for (std::size_t i = 0; i < cells.size(); ++i) write_cell(table_.columns[i], cells[i]);
    ++rows_in_piece_;
    if (ends_here(cells, piece_.bytes.size() - before)) cut();
}

void Cutter::cut() {
    if (rows_in_piece_ == 0) return;
    copy_.pieces.push_back({objects_.put(piece_.bytes), rows_in_piece_});
    copy_.rows += rows_in_piece_;
    piece_.bytes.clear();
    rows_in_piece_ = 0;
}

TableCopy Cutter::done() {
    cut();
    copy_.table = table_;
    return std::move(copy_);
}

void read_piece(sql::Table const& table, std::string_view piece,
                std::function<std::string(ObjectName const&)> const& apart, EachCells const& each) {
    BytesIn in{piece};
    Cells cells;
    while (!in.done()) {
        cells.clear();
        for (auto const& column : table.columns) cells.push_back(read_cell(in, column.type, apart));
        each(cells);
    }
}

}  // namespace kith::copies
