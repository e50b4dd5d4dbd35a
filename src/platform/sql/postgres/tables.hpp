// The tables of a PostgreSQL database, in its current schema (platform/sql/tables.hpp).
#pragma once

#include "platform/sql/tables.hpp"

namespace kith::sql::postgres {

class Connection;

class Tables final : public TableAccess {
public:
    explicit Tables(Connection& connection) : connection_{connection} {}

    std::vector<Table> list() override;
    void each_row(Table const&, EachRow const&) override;
    void add_rows(Table const&, std::span<std::vector<Value> const> rows) override;
    void clear(Table const&) override;
    void settle_counts() override;
    void index_words(std::string const& table, std::string const& id, std::string const& circle,
                     std::string const& text) override;

private:
    std::vector<std::vector<std::string>> rows_of(std::string const& sql);
    void prepare_insert(Table const&);

    Connection& connection_;
    std::string filling_;  // the table that the prepared INSERT is for
};

}  // namespace kith::sql::postgres
