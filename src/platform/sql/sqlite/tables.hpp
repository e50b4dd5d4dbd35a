// The tables of a SQLite file (platform/sql/tables.hpp).
#pragma once

#include "platform/sql/tables.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace kith::sql::sqlite {

class Tables final : public TableAccess {
public:
    explicit Tables(sqlite3* handle) : handle_{handle} {}
    Tables(Tables const&) = delete;
    ~Tables() override;

    std::vector<Table> list() override;
    void each_row(Table const&, EachRow const&) override;
    void add_rows(Table const&, std::span<std::vector<Value> const> rows) override;
    void clear(Table const&) override;
    void settle_counts() override {}  // SQLite's own counts follow what is put in
    void index_words(std::string const& table, std::string const& id, std::string const& circle,
                     std::string const& text) override;

private:
    void run(std::string const& sql);

    sqlite3* handle_;
    std::string filling_;  // the table that `insert_` is for
    sqlite3_stmt* insert_ = nullptr;
    std::vector<int> places_;
};

}  // namespace kith::sql::sqlite
