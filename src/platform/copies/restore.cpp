#include "platform/copies/restore.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "platform/copies/bytes.hpp"
#include "platform/copies/pieces.hpp"

namespace kith::copies {

BackupRows::BackupRows(Store& store, ReadingKey const& key, Contents contents)
    : store_{store}, key_{key}, contents_{std::move(contents)} {
    for (auto const& copy : contents_.tables) tables_.push_back(copy.table);
}

void BackupRows::each(sql::Table const& table, EachCells const& each) {
    auto const copy = std::ranges::find(contents_.tables, table.name, [](TableCopy const& c) { return c.table.name; });
    if (copy == contents_.tables.end()) throw Damaged{fmt::format("the backup has no table {}", table.name)};
    auto const apart = [&](ObjectName const& name) { return read_object(store_, key_, name); };
    for (auto const& piece : copy->pieces) {
        std::uint64_t rows = 0;
        read_piece(copy->table, read_object(store_, key_, piece.name), apart, [&](Cells& cells) {
            ++rows;
            each(cells);
        });
        if (rows != piece.rows) throw Damaged{fmt::format("{} has not as many rows as it should", path_of(piece.name))};
    }
}

std::optional<Listed> newest_at(Store& store, WritingKey const& key, Time moment) {
    std::optional<Listed> newest;
    for (auto& backup : listed_in(store, key))
        if (backup.made_at <= moment) newest = std::move(backup);
    return newest;
}

}  // namespace kith::copies
