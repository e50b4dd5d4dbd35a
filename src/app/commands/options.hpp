// The options that several subcommands share, and the settings file behind them.
//
// Precedence: the command line, then the environment (KITH_…), then the file
// that --config names. A file may be shared by all subcommands: each takes what
// it has an option for. A name that no subcommand knows is an error, so that a
// slip of the pen does not go unnoticed.
#pragma once

#include <string>

#include "app/settings.hpp"

namespace CLI {
class App;
}

namespace kith::app {

// --config, --data, --key-file, --database.
void add_data_options(CLI::App&, ServeSettings&);
// Parts of them, for what needs no data.
void add_config_option(CLI::App&);
void add_origin_option(CLI::App&, ServeSettings&);
// --mail-server and what belongs to it.
void add_mail_options(CLI::App&, ServeSettings&);
// What `kith serve` has beyond them.
void add_serve_options(CLI::App&, ServeSettings&);
// Fills what neither the command line nor the environment gave from the file that --config names, if it does.
// Throws std::runtime_error, or CLI::ParseError for a value that will not do.
void read_settings_file(CLI::App&);

}  // namespace kith::app
