#include "platform/sql/postgres/binding.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

namespace kith::sql::postgres {

namespace {

std::int64_t big_endian(std::string_view bytes) {
    std::uint64_t number = !bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0x80) ? ~std::uint64_t{0} : 0;
    for (char const byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

[[noreturn]] void wrong_type(int column, unsigned type, char const* wanted) {
    throw Failure{Failure::Kind::broken,
                  fmt::format("column {} has PostgreSQL's type {} and is read as {}", column, type, wanted)};
}

}  // namespace

unsigned type_of(Value const& value) {
    switch (value.type) {
        case Value::Type::integer: return type::int8;
        case Value::Type::text: return type::text;
        case Value::Type::blob: return type::bytea;
    }
    return type::unknown;
}

Parameters::Parameters(std::span<Value const> values)
    : numbers_(values.size()), values_(values.size()), lengths_(values.size()), formats_(values.size(), 1) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const& value = values[i];
        if (value.null) continue;  // a null pointer is a null
        if (value.type == Value::Type::integer) {
            auto number = static_cast<std::uint64_t>(value.integer);
            for (int at = 7; at >= 0; --at, number >>= 8)
                numbers_[i][static_cast<std::size_t>(at)] = static_cast<char>(number & 0xff);
            values_[i] = numbers_[i].data();
            lengths_[i] = 8;
        } else {
            values_[i] = value.bytes.data() ? value.bytes.data() : "";
            lengths_[i] = static_cast<int>(value.bytes.size());
        }
    }
}

std::string_view ResultRow::bytes(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

bool ResultRow::is_null(int column) const { return PQgetisnull(result_, row_, column) != 0; }

std::int64_t ResultRow::integer(int column) const {
    if (is_null(column)) return 0;
    switch (auto const found = PQftype(result_, column)) {
        case type::boolean:
        case type::int2:
        case type::int4:
        case type::int8: return big_endian(bytes(column));
        // numeric comes of sum() and avg() over BIGINT: CAST(… AS INTEGER) in the statement.
        default: wrong_type(column, found, "an integer");
    }
}

std::string_view ResultRow::text(int column) const {
    if (is_null(column)) return {};
    switch (auto const found = PQftype(result_, column)) {
        case type::text:
        case type::varchar:
        case type::bpchar:
        case type::name:
        case type::unknown: return bytes(column);
        default: wrong_type(column, found, "text");
    }
}

std::string_view ResultRow::blob(int column) const {
    if (is_null(column)) return {};
    if (auto const found = PQftype(result_, column); found != type::bytea) wrong_type(column, found, "bytes");
    return bytes(column);
}

}  // namespace kith::sql::postgres
