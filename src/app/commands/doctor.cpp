// kith doctor: is this host set up as it should be, and if not, what is to be done?
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/doctor/doctor.hpp"

namespace kith::app {

namespace {

std::string_view sign_of(State state) {
    switch (state) {
        case State::well: return "well ";
        case State::look: return "LOOK ";
        case State::wrong: return "WRONG";
    }
    return {};
}

int examine(ServeSettings const& settings, std::string const& backups) {
    auto const now = system_now();
    Findings findings;
    check_records(settings, findings);
    check_room(settings, findings);
    check_backups(settings, backups, now, findings);
    check_door(settings, now, findings);
    check_letters(settings, findings);
    check_pictures(settings, findings);
    check_machine(findings);
    for (auto const& finding : findings) {
        fmt::print("{}  {:<12} {}\n", sign_of(finding.state), finding.of, finding.says);
        if (finding.state != State::well && !finding.advice.empty()) fmt::print("{:20}{}\n", "", finding.advice);
    }
    auto const wrong = std::ranges::count(findings, State::wrong, &Finding::state);
    auto const look = std::ranges::count(findings, State::look, &Finding::state);
    if (wrong == 0 && look == 0)
        fmt::print("All is well.\n");
    else
        fmt::print("{} wrong, {} to look at.\n", wrong, look);
    return wrong == 0 ? 0 : 1;
}

}  // namespace

void add_doctor(Program& program) {
    auto* const words = program.words.add_subcommand(
        "doctor",
        "Look whether this host is set up as it should be, and say what to do; status 1 when something is wrong");
    auto const settings = std::make_shared<ServeSettings>();
    auto const backups = std::make_shared<std::string>();
    add_data_options(*words, *settings);
    add_serve_options(*words, *settings);
    words->add_option("--backups", *backups, "Folder of backups, to see how old the last is")
        ->envname("KITH_BACKUPS")
        ->type_name("FOLDER");
    program.commands.push_back({words, [settings, backups] { return examine(*settings, *backups); }});
}

}  // namespace kith::app
