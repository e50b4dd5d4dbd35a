// kith disclose: all that could be handed over about a person, as docs/operating/disclosure.md promises it.
#include "app/disclosure/disclose.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/embedded.hpp"
#include "app/open.hpp"
#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/people/store.hpp"

namespace kith::app {

namespace {

struct DiscloseWords {
    ServeSettings settings;
    std::string email, reason;
};

int print(DiscloseWords const& words) {
    auto const promise = read_promise(embedded::disclosure());
    auto const reason = text::one_line(words.reason);
    if (reason.empty() || text::characters(reason) > log_reason_characters_max)
        throw std::runtime_error{fmt::format("Say why, in at most {} characters.", log_reason_characters_max)};
    auto const opened = open_database(words.settings, Absent::refuse);
    // Written down first: nothing is printed that no line tells of.
    auto const person = opened.database->write([&](sql::Transaction& transaction) -> Result<PersonId> {
        auto const found = people::find_credentials(transaction, text::ascii_lower(words.email));
        if (!found) throw std::runtime_error{fmt::format("There is nobody with the address {}.", words.email)};
        acts::log(transaction, acts::of_the_place, std::nullopt, Act::disclosed, "", reason, system_now());
        return found->person;
    });
    opened.database->read([&](sql::Transaction& transaction) {
        fmt::print("All that whoever runs this Kith could hand over about {}.\n", words.email);
        disclose(transaction, promise, *person, [](std::string_view line) { fmt::print("{}\n", line); });
    });
    return 0;
}

}  // namespace

void add_disclose(Program& program) {
    auto* const command =
        program.words.add_subcommand("disclose", "Print all that could be handed over about a person");
    auto const words = std::make_shared<DiscloseWords>();
    add_data_options(*command, words->settings);
    command->add_option("email", words->email, "The address they sign in with")->required()->type_name("EMAIL");
    command->add_option("--reason", words->reason, "Why; everybody with an account can read it in the log")
        ->required()
        ->type_name("TEXT");
    program.commands.push_back({command, [words] { return print(*words); }});
}

}  // namespace kith::app
