// kith token: bearer tokens for programs, made for a person by whoever runs the server.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/open.hpp"
#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/people/store.hpp"
#include "domain/sessions/actions.hpp"
#include "domain/sessions/store.hpp"

namespace kith::app {

namespace {

struct TokenWords {
    ServeSettings settings;
    std::string email, name = "A program", id;
};

PersonId person_with(sql::Transaction& transaction, std::string const& email) {
    auto const found = people::find_credentials(transaction, text::ascii_lower(email));
    if (!found) throw std::runtime_error{fmt::format("There is nobody with the address {}.", email)};
    return found->person;
}

int create(TokenWords const& words) {
    auto const opened = open_database(words.settings, Absent::refuse);
    auto const label = text::shortened(text::one_line(words.name), session_label_characters_max);
    auto const made = opened.database->write([&](sql::Transaction& transaction) -> Result<sessions::Opened> {
        auto const person = person_with(transaction, words.email);
        acts::log(transaction, acts::of_the_place, std::nullopt, Act::made_token, person, "", system_now());
        return sessions::open(transaction, person, SessionKind::token, label, system_now());
    });
    fmt::print("{}\n", made->secret);
    return 0;
}

int list(TokenWords const& words) {
    auto const opened = open_database(words.settings, Absent::refuse);
    opened.database->read([&](sql::Transaction& transaction) {
        auto const person = person_with(transaction, words.email);
        for (auto const& session : sessions::of_person(transaction, person, system_now())) {
            if (session.kind != SessionKind::token) continue;
            fmt::print("{}  made {}  used {}  until {}  {}\n", session.id.text(), iso_day(session.made_at),
                       iso_day(session.used_on), iso_day(session.expires_at), session.label);
        }
        return 0;
    });
    return 0;
}

int end(TokenWords const& words) {
    auto const id = SessionId::parse(words.id);
    if (!id)
        throw std::runtime_error{fmt::format("\"{}\" is no id of a token. `kith token list` shows them.", words.id)};
    auto const opened = open_database(words.settings, Absent::refuse);
    auto const ended = opened.database->write([&](sql::Transaction& transaction) -> Result<bool> {
        return sessions::end(transaction, person_with(transaction, words.email), *id);
    });
    if (!ended.value_or(false)) throw std::runtime_error{fmt::format("{} has no token {}.", words.email, words.id)};
    fmt::print("Ended.\n");
    return 0;
}

}  // namespace

void add_token(Program& program) {
    auto* const token = program.words.add_subcommand("token", "Tokens, with which programs act for a person");
    token->require_subcommand(1);
    auto const words = std::make_shared<TokenWords>();
    auto const add = [&](char const* name, char const* about, int (*run)(TokenWords const&)) {
        auto* const command = token->add_subcommand(name, about);
        add_data_options(*command, words->settings);
        command->add_option("--person", words->email, "E-mail address of the person")->required()->type_name("EMAIL");
        program.commands.push_back({command, [words, run] { return run(*words); }});
        return command;
    };
    add("create", "Make a token for a person and print it; it is shown this once", create)
        ->add_option("--name", words->name, "What it is for; the person sees it among their sessions")
        ->type_name("TEXT")
        ->capture_default_str();
    add("list", "List a person's tokens, without their secrets", list);
    add("end", "End a token: who has it is let in no more", end)
        ->add_option("--id", words->id, "Its id, as the list shows it")
        ->required()
        ->type_name("ID");
}

}  // namespace kith::app
