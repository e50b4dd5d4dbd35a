// What backup, restore, drill, move and compare share.
#pragma once

#include <string>

#include "app/progress.hpp"
#include "app/settings.hpp"
#include "platform/copies/rows.hpp"

namespace CLI {
class App;
}

namespace kith::app {

// Draws what a copy tells of itself. The progress must outlive it.
copies::Watching watched_by(Progress&);

// The settings of a place that is named in one word: a folder of data, or postgres://…
ServeSettings settings_of_place(std::string const& place, std::string const& key_file);

// The file of the writing key: as given, or beside the folder of the data.
std::string backup_key_file(ServeSettings const&, std::string const& given);
// --backup-key FILE
void add_backup_key_option(CLI::App&, std::string& file);

// "1,234,567"; "12.3 MB"
std::string grouped(std::uint64_t);
std::string as_size(std::uint64_t bytes);

}  // namespace kith::app
