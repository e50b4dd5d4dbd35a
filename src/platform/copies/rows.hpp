// Rows on their way from one place to another: out of a database, out of a backup; and as bytes.
//
// A source is read table by table, in the order in which they may be filled, each row in the order of its key: two
// sources that hold the same give the same, whatever engine is behind them. One thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/database.hpp"

namespace kith::copies {

struct Cell {
    bool null = true;
    std::int64_t integer = 0;
    std::string bytes;  // of text and blob
    friend bool operator==(Cell const&, Cell const&) = default;
};
using Cells = std::vector<Cell>;
using EachCells = std::function<void(Cells&)>;  // may take what it is given

class Rows {
public:
    virtual ~Rows() = default;
    virtual std::vector<sql::Table> const& tables() = 0;
    virtual void each(sql::Table const&, EachCells const&) = 0;
};

// What a transaction sees, which must outlive this.
class DatabaseRows final : public Rows {
public:
    explicit DatabaseRows(sql::Transaction&);
    std::vector<sql::Table> const& tables() override { return tables_; }
    void each(sql::Table const&, EachCells const&) override;

private:
    sql::Transaction& transaction_;
    std::vector<sql::Table> tables_;
};

// As a statement takes them; they look at the cells.
std::vector<sql::Value> values_of(sql::Table const&, Cells const&);

// How far a copy has got, told to whoever watches. Both may be empty.
struct Watching {
    std::function<void(std::string const& what, std::int64_t most)> begin;  // most 0: nobody knows
    std::function<void(std::int64_t)> add;

    void begin_with(std::string const& what, std::int64_t most = 0) const {
        if (begin) begin(what, most);
    }
    void add_some(std::int64_t done = 1) const {
        if (add) add(done);
    }
};

}  // namespace kith::copies
