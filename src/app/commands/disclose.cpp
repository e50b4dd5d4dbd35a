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
#include "domain/people/store.hpp"

namespace kith::app {

namespace {

struct DiscloseWords {
    ServeSettings settings;
    std::string email;
};

int print(DiscloseWords const& words) {
    auto const promise = read_promise(embedded::disclosure());
    auto const opened = open_database(words.settings, Absent::refuse);
    opened.database->read([&](sql::Transaction& transaction) {
        auto const found = people::find_credentials(transaction, text::ascii_lower(words.email));
        if (!found) throw std::runtime_error{fmt::format("There is nobody with the address {}.", words.email)};
        fmt::print("All that whoever runs this Kith could hand over about {}.\n", words.email);
        disclose(transaction, promise, found->person, [](std::string_view line) { fmt::print("{}\n", line); });
        return 0;
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
    program.commands.push_back({command, [words] { return print(*words); }});
}

}  // namespace kith::app
