// kith log: the log of what was done with power. Shows that of the place, and verifies all of them.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/open.hpp"
#include "domain/acts/chain.hpp"
#include "domain/acts/log.hpp"

namespace kith::app {

namespace {

constexpr std::size_t lines_printed_max = 1'000;
constexpr std::size_t complaints_printed_max = 50;

int print_log(ServeSettings const& settings) {
    auto const opened = open_database(settings, Absent::refuse);
    auto const lines = opened.database->read([](sql::Transaction& transaction) {
        return acts::lines(transaction, acts::of_the_place, std::nullopt, lines_printed_max);
    });
    for (auto const& line : lines) {
        auto const act = act_from(line.act);
        fmt::print("{:>5}  {}  {}  {} {} {}{}{}\n", line.number, line.code, iso(line.done_at), line.by,
                   act ? in_words(*act) : line.act, line.about, line.reason.empty() ? "" : "Reason: ", line.reason);
    }
    return 0;
}

// The log of a group is named by the group's number alone.
int verify_logs(ServeSettings const& settings) {
    auto const opened = open_database(settings, Absent::refuse);
    auto const verified = opened.database->read(acts::verify);
    std::size_t printed = 0;
    for (auto const& complaint : verified.complaints) {
        if (++printed > complaints_printed_max) break;
        auto const log = complaint.chain == acts::of_the_place ? std::string{"The log of the place"}
                                                               : "The log of the group " + complaint.chain.text();
        fmt::print("{}{}: {}.\n", log, complaint.line == 0 ? "" : fmt::format(", line {}", complaint.line),
                   complaint.words);
    }
    if (!verified.complaints.empty()) {
        fmt::print("{} complaints. Somebody has changed the log, or the disk has.\n", verified.complaints.size());
        return 1;
    }
    fmt::print("Nothing was changed: {} lines in {} logs, sealed with the key {}.\n", verified.lines, verified.chains,
               verified.key_code);
    fmt::print("The newest line of the place's log has the code {}. Keep both codes somewhere else.\n",
               verified.head_code);
    return 0;
}

}  // namespace

void add_log(Program& program) {
    auto* const log = program.words.add_subcommand("log", "The log of what was done with power over this place");
    log->require_subcommand(1);
    auto const add = [&](char const* name, char const* about, int (*run)(ServeSettings const&)) {
        auto* const command = log->add_subcommand(name, about);
        auto const settings = std::make_shared<ServeSettings>();
        add_data_options(*command, *settings);
        program.commands.push_back({command, [settings, run] { return run(*settings); }});
    };
    add("list", "Print what hosts did, and whoever runs the machine; never what happened in a group", print_log);
    add("verify", "See whether any line of any log was changed, left out or put elsewhere", verify_logs);
}

}  // namespace kith::app
