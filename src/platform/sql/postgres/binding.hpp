// Values and rows in PostgreSQL's binary form: numbers in network byte order,
// text and bytes as they are. Nothing is printed or parsed on either side.
#pragma once

#include <array>
#include <vector>

#include "platform/sql/database.hpp"

struct pg_result;

namespace kith::sql::postgres {

// PostgreSQL's numbers of types (pg_type.dat), which never change.
namespace type {
inline constexpr unsigned boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25;
inline constexpr unsigned unknown = 705, bpchar = 1042, varchar = 1043, numeric = 1700;
}  // namespace type

// int8, text or bytea.
unsigned type_of(Value const&);

// What PQexecPrepared takes. Looks at the values, which must outlive it.
class Parameters {
public:
    explicit Parameters(std::span<Value const>);
    Parameters(Parameters const&) = delete;
    Parameters& operator=(Parameters const&) = delete;
    char const* const* values() const { return values_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }

private:
    std::vector<std::array<char, 8>> numbers_;
    std::vector<char const*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// Row `row` of a result in binary form. Reading a column as what it is not throws Failure.
class ResultRow final : public Row {
public:
    ResultRow(pg_result* result, int row) : result_{result}, row_{row} {}
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    std::string_view blob(int column) const override;

private:
    std::string_view bytes(int column) const;
    pg_result* result_;
    int row_;
};

}  // namespace kith::sql::postgres
