// The tables of Kith in an empty database, for unit tests of the domain: the files of migrations/ as they are.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "platform/sql/migrate.hpp"
#include "support/source_tree.hpp"

namespace kith::test {

inline void migrate(sql::Database& database) {
    auto const folder = source_tree() / "migrations";
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<std::string> names, texts;
    for (auto const& file : files) {
        std::ifstream stream{file};
        names.push_back(file.stem().string());
        texts.emplace_back(std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{});
    }
    std::vector<sql::Migration> migrations;
    for (std::size_t i = 0; i < names.size(); ++i) migrations.push_back({names[i], texts[i]});
    sql::migrate(database, migrations);
}

}  // namespace kith::test
