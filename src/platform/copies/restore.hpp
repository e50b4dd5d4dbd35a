// The rows of a backup, verified as they are read.
#pragma once

#include <optional>

#include "platform/copies/backup.hpp"

namespace kith::copies {

// The store and the key must outlive it. Reading throws Damaged where an object is not whole.
class BackupRows final : public Rows {
public:
    BackupRows(Store&, ReadingKey const&, Contents);
    std::vector<sql::Table> const& tables() override { return tables_; }
    void each(sql::Table const&, EachCells const&) override;

private:
    Store& store_;
    ReadingKey const& key_;
    Contents contents_;
    std::vector<sql::Table> tables_;
};

// The newest backup that was made at that moment or before. Nothing where there is none.
std::optional<Listed> newest_at(Store&, WritingKey const&, Time);

}  // namespace kith::copies
