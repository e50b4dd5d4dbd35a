// The tables of Kith in an empty database, for unit tests: the files of migrations/ as they are.
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

// In their order. Read once; they live as long as the program.
inline std::vector<sql::Migration> const& migrations_of_tree() {
    struct Read {
        std::vector<std::string> names, texts;
        std::vector<sql::Migration> all;
        Read() {
            std::vector<std::filesystem::path> files;
            for (auto const& entry : std::filesystem::directory_iterator{source_tree() / "migrations"})
                files.push_back(entry.path());
            std::ranges::sort(files);
            for (auto const& file : files) {
                std::ifstream stream{file};
                names.push_back(file.stem().string());
                texts.emplace_back(std::istreambuf_iterator<char>{stream}, std::istreambuf_iterator<char>{});
            }
            for (std::size_t i = 0; i < names.size(); ++i) all.push_back({names[i], texts[i]});
        }
    };
    static Read const read;
    return read.all;
}

inline void migrate(sql::Database& database) { sql::migrate(database, migrations_of_tree()); }

}  // namespace kith::test
