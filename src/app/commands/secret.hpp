// A password or the like, on its way in: never an argument, which every user of the machine could see.
#pragma once

#include <string>

namespace kith::app {

// Asks on the terminal without showing what is typed; reads one line from standard input when that is no terminal.
std::string read_secret(std::string const& question);

}  // namespace kith::app
