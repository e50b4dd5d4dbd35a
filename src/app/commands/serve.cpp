// kith serve: its options. The server itself is in app/serve.cpp.
#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "app/commands/options.hpp"

namespace kith::app {

void add_serve(Program& program) {
    auto* const words = program.words.add_subcommand("serve", "Serve the place to browsers, until it is stopped");
    auto const settings = std::make_shared<ServeSettings>();
    add_data_options(*words, *settings);
    add_serve_options(*words, *settings);
    words->footer(
        "Each option may also be given in the environment, by the name in brackets, or in the file\n"
        "that --config names. The command line comes first, then the environment, then the file.\n"
        "SIGTERM or Ctrl-C stops the server after it has finished what is under way.");
    program.commands.push_back({words, [settings] { return serve(*settings); }});
}

}  // namespace kith::app
