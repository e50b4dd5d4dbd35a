// kith check: is the database sound, and does what is in it agree with itself?
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "app/commands/invariants.hpp"
#include "app/commands/options.hpp"
#include "app/open.hpp"
#include "app/progress.hpp"

namespace kith::app {

namespace {

int check(ServeSettings const& settings) {
    auto const opened = open_database(settings, Absent::refuse);
    auto& database = *opened.database;
    std::vector<std::string> complaints;
    {
        Progress progress;
        progress.begin("Reading every page");
        complaints = database.check_integrity();
        auto const& statements = sql::Statement::all();
        progress.begin("Preparing every statement", static_cast<std::int64_t>(statements.size()));
        for (auto const* statement : statements) {
            try {
                database.prepare(*statement);
            } catch (sql::Failure const& failure) {
                complaints.push_back(fmt::format("a statement does not fit the tables: {}", failure.what()));
            }
            progress.add();
        }
        progress.begin("Comparing counts", static_cast<std::int64_t>(invariants().size()));
        for (auto const& invariant : invariants()) {
            auto const broken =
                database.read([&](sql::Transaction& transaction) { return count_broken(transaction, invariant); });
            if (broken > 0) complaints.push_back(fmt::format("{}: {} times not so", invariant.words, broken));
            progress.add();
        }
    }
    for (auto const& complaint : complaints) fmt::print("{}\n", complaint);
    if (complaints.empty())
        fmt::print("All is sound ({}, {} statements, {} rules).\n", database.engine(), sql::Statement::all().size(),
                   invariants().size());
    return complaints.empty() ? 0 : 1;
}

}  // namespace

void add_check(Program& program) {
    auto* const words =
        program.words.add_subcommand("check", "Check the database: its pages, its references, its counts");
    auto const settings = std::make_shared<ServeSettings>();
    add_data_options(*words, *settings);
    program.commands.push_back({words, [settings] { return check(*settings); }});
}

}  // namespace kith::app
