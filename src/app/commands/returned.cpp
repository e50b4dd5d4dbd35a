// kith returned: a letter that came back, as the mail server hands it over on standard input.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <iterator>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/open.hpp"
#include "domain/reach/addresses.hpp"
#include "domain/reach/returned.hpp"

namespace kith::app {

namespace {

std::string read_message() {
    std::string message(reach::returned_bytes_max, '\0');
    std::cin.read(message.data(), static_cast<std::streamsize>(message.size()));
    message.resize(static_cast<std::size_t>(std::cin.gcount()));
    // To the end, so that whoever hands it over does not take it for undelivered.
    std::cin.clear();
    while (std::cin.ignore(1 << 16)) {
    }
    return message;
}

int read_returned(ServeSettings const& settings) {
    auto const way_out = reach::way_out_of_returned(read_message());
    bool stopped = false;
    if (way_out) {
        auto const opened = open_database(settings, Absent::refuse);
        stopped = opened.database
                      ->write([&](sql::Transaction& transaction) -> Result<bool> {
                          return reach::refuse_by_secret(transaction, *way_out, system_now());
                      })
                      .value_or(false);
    }
    fmt::print("{}\n", stopped ? "An address that takes no letters is not written to any more."
                               : "Nothing to do: it is no report that an address takes no letters.");
    return 0;
}

}  // namespace

void add_returned(Program& program) {
    auto* const words =
        program.words.add_subcommand("returned", "Read a letter that came back, and write to its address no more");
    auto const settings = std::make_shared<ServeSettings>();
    add_data_options(*words, *settings);
    program.commands.push_back({words, [settings] { return read_returned(*settings); }});
}

}  // namespace kith::app
