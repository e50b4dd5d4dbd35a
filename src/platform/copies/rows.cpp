#include "platform/copies/rows.hpp"

namespace kith::copies {

namespace {

using Type = sql::Value::Type;

Cell read_cell(sql::Row const& row, int column, Type type) {
    Cell cell;
    cell.null = row.is_null(column);
    if (cell.null) return cell;
    switch (type) {
        case Type::integer: cell.integer = row.integer(column); break;
        case Type::text: cell.bytes = row.text(column); break;
        case Type::blob: cell.bytes = row.blob(column); break;
    }
    return cell;
}

sql::Value value_of(Type type, Cell const& cell) {
    auto const with_null = [&](sql::Value value) {
        value.null = cell.null;
        return value;
    };
    switch (type) {
        case Type::integer: return with_null(sql::Value{cell.integer});
        case Type::text: return with_null(sql::Value{cell.bytes});
        case Type::blob: return with_null(sql::Value::blob(cell.bytes));
    }
    return with_null(sql::Value{0});
}

}  // namespace

DatabaseRows::DatabaseRows(sql::Transaction& transaction)
    : transaction_{transaction}, tables_{sql::tables_in_order(transaction)} {}

void DatabaseRows::each(sql::Table const& table, EachCells const& each) {
    Cells cells(table.columns.size());
    transaction_.tables().each_row(table, [&](sql::Row const& row) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = read_cell(row, static_cast<int>(i), table.columns[i].type);
        each(cells);
        cells.resize(table.columns.size());
        return true;
    });
}

std::vector<sql::Value> values_of(sql::Table const& table, Cells const& cells) {
    std::vector<sql::Value> values;
    values.reserve(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) values.push_back(value_of(table.columns[i].type, cells[i]));
    return values;
}

}  // namespace kith::copies
