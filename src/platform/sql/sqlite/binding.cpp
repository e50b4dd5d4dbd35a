#include "platform/sql/sqlite/binding.hpp"

#include <charconv>

#include <fmt/format.h>

#include "sqlite3.h"

namespace kith::sql::sqlite {

std::vector<int> places_of(sqlite3_stmt* statement) {
    std::vector<int> places;
    for (int place = 1; place <= sqlite3_bind_parameter_count(statement); ++place) {
        char const* const name = sqlite3_bind_parameter_name(statement, place);
        std::size_t number = 0;
        if (name && name[0] == '$') std::from_chars(name + 1, name + std::string_view{name}.size(), number);
        if (number == 0)
            throw Failure{Failure::Kind::broken,
                          fmt::format("values are written $1, $2, …: {}", sqlite3_sql(statement))};
        if (places.size() < number) places.resize(number);
        places[number - 1] = place;
    }
    return places;
}

int bind(sqlite3_stmt* statement, int place, Value const& value) {
    if (place == 0) return SQLITE_OK;
    if (value.null) return sqlite3_bind_null(statement, place);
    // A null pointer would be taken for a null; an empty text is not one.
    char const* const bytes = value.bytes.data() ? value.bytes.data() : "";
    switch (value.type) {
        case Value::Type::integer: return sqlite3_bind_int64(statement, place, value.integer);
        case Value::Type::text:
            return sqlite3_bind_text64(statement, place, bytes, value.bytes.size(), SQLITE_STATIC, SQLITE_UTF8);
        case Value::Type::blob: return sqlite3_bind_blob64(statement, place, bytes, value.bytes.size(), SQLITE_STATIC);
    }
    return SQLITE_MISUSE;
}

bool CompiledRow::has(int column, int type) const {
    int const found = sqlite3_column_type(statement_, column);
    if (found == type) return true;
    if (found == SQLITE_NULL) return false;
    throw Failure{Failure::Kind::broken,
                  fmt::format("column {} is not of the type it is read as: {}", column, sqlite3_sql(statement_))};
}

bool CompiledRow::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::int64_t CompiledRow::integer(int column) const {
    return has(column, SQLITE_INTEGER) ? sqlite3_column_int64(statement_, column) : 0;
}

std::string_view CompiledRow::text(int column) const {
    if (!has(column, SQLITE_TEXT)) return {};
    auto const* const bytes = reinterpret_cast<char const*>(sqlite3_column_text(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view CompiledRow::blob(int column) const {
    if (!has(column, SQLITE_BLOB)) return {};
    auto const* const bytes = static_cast<char const*>(sqlite3_column_blob(statement_, column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

}  // namespace kith::sql::sqlite
