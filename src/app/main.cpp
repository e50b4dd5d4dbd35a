// The program: a command line, and the subcommand it names.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/no_core.hpp"
#include "app/version.hpp"

int main(int count, char** words) {
    using namespace kith::app;
    leave_no_core();
    CLI::App line{"Kith: a private place where social workers support each other.", "kith"};
    line.set_version_flag("--version", fmt::format("kith {}", version), "Say the version");
    line.require_subcommand(1);
    line.get_formatter()->column_width(34);
    Program program{line, {}};
    for (auto* const add : {&add_serve, &add_demo, &add_token, &add_person, &add_mail, &add_returned, &add_backup,
                            &add_restore, &add_drill, &add_move, &add_compare, &add_check, &add_doctor, &add_disclose,
                            &add_log, &add_routes, &add_scan})
        add(program);
    try {
        line.parse(count, words);
        for (auto const& command : program.commands) {
            if (!command.words->parsed()) continue;
            read_settings_file(*command.words);
            return command.run();
        }
    } catch (CLI::ParseError const& fault) {
        return line.exit(fault);
    } catch (std::exception const& failure) {
        fmt::print(stderr, "kith: {}\n", failure.what());
    }
    return 1;
}
