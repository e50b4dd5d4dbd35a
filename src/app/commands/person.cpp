// kith person: accounts, as far as whoever runs the server needs to see to them.
// Nobody's groups are shown here: to run the server is not to be in them.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/commands/secret.hpp"
#include "app/open.hpp"
#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"
#include "domain/sessions/store.hpp"
#include "platform/crypto/password.hpp"

namespace kith::app {

namespace {

struct PersonWords {
    ServeSettings settings;
    std::string email, name, capacity = "practitioner";
};

std::string new_password(Person const& person) {
    auto const password = read_secret("A new password:");
    if (auto const fault = people::fault_of_password(password, person)) throw std::runtime_error{*fault};
    return password;
}

int list(PersonWords const& words) {
    auto const opened = open_database(words.settings, Absent::refuse);
    auto const everyone =
        opened.database->read([](sql::Transaction& transaction) { return people::everyone(transaction); });
    for (auto const& person : everyone)
        fmt::print("{:<32}  {:<28}  {:<16}  since {}{}\n", person.email, person.name, stored(person.capacity),
                   iso_day(person.joined_at), person.is_host ? "  host" : "");
    return 0;
}

int add(PersonWords const& words) {
    Person person;
    person.id = PersonId::random();
    person.email = text::ascii_lower(text::trim(words.email));
    person.name = text::one_line(words.name);
    person.joined_at = system_now();
    auto const capacity = capacity_from(words.capacity);
    if (!capacity)
        throw std::runtime_error{
            fmt::format("\"{}\" is no capacity: practitioner, student, manager, educator or "
                        "lived_experience.",
                        words.capacity)};
    person.capacity = *capacity;
    if (!people::looks_like_email(person.email))
        throw std::runtime_error{fmt::format("\"{}\" is no e-mail address.", words.email)};
    if (person.name.empty() || text::characters(person.name) > name_characters_max)
        throw std::runtime_error{fmt::format("Give a --name of at most {} characters.", name_characters_max)};
    auto const opened = open_database(words.settings, Absent::refuse);
    auto const hash = crypto::hash_password(new_password(person));
    auto const added = opened.database->write([&](sql::Transaction& transaction) -> Result<bool> {
        if (!people::add(transaction, person, hash)) return false;
        acts::log(transaction, acts::of_the_place, std::nullopt, Act::added_person, "", "", system_now());
        return true;
    });
    if (!added.value_or(false))
        throw std::runtime_error{fmt::format("Somebody has the address {} already.", person.email)};
    fmt::print("{} can sign in. They are in no group until a member invites them.\n", person.name);
    return 0;
}

int set_password(PersonWords const& words) {
    auto const opened = open_database(words.settings, Absent::refuse);
    auto const found = opened.database->read([&](sql::Transaction& transaction) -> std::optional<Person> {
        auto const credentials = people::find_credentials(transaction, text::ascii_lower(words.email));
        return credentials ? people::find(transaction, credentials->person) : std::nullopt;
    });
    if (!found) throw std::runtime_error{fmt::format("There is nobody with the address {}.", words.email)};
    auto const hash = crypto::hash_password(new_password(*found));
    (void)opened.database->write([&](sql::Transaction& transaction) -> Result<void> {
        people::set_password_hash(transaction, found->id, hash);
        acts::log(transaction, acts::of_the_place, std::nullopt, Act::set_password, found->id, "", system_now());
        sessions::end_others(transaction, found->id, SessionId{});  // all of them: no session has the id of zeros
        return {};
    });
    fmt::print("The password of {} is changed, and every session and token of theirs has ended.\n", found->name);
    return 0;
}

int make_host(PersonWords const& words) {
    auto const opened = open_database(words.settings, Absent::refuse);
    auto const made = opened.database->write([&](sql::Transaction& transaction) -> Result<bool> {
        auto const found = people::find_credentials(transaction, text::ascii_lower(words.email));
        if (!found) throw std::runtime_error{fmt::format("There is nobody with the address {}.", words.email)};
        if (people::find(transaction, found->person)->is_host) return false;
        people::make_host(transaction, found->person, system_now());
        acts::log(transaction, acts::of_the_place, std::nullopt, Act::made_host, found->person, "", system_now());
        return true;
    });
    fmt::print("{} {}. It stands in the log that everybody here can read.\n", words.email,
               made.value_or(false) ? "is a host now" : "was a host already");
    return 0;
}

}  // namespace

void add_person(Program& program) {
    auto* const person = program.words.add_subcommand("person", "The accounts of this place");
    person->require_subcommand(1);
    auto const words = std::make_shared<PersonWords>();
    auto const add_command = [&](char const* name, char const* about, int (*run)(PersonWords const&)) {
        auto* const command = person->add_subcommand(name, about);
        add_data_options(*command, words->settings);
        program.commands.push_back({command, [words, run] { return run(*words); }});
        return command;
    };
    auto const ask_email = [&](CLI::App* command) {
        command->add_option("--email", words->email, "Their e-mail address")->required()->type_name("EMAIL");
    };
    add_command("list", "List who has an account; never their groups", list);
    auto* const adding =
        add_command("add", "Make an account; the password is asked for, or read from standard input", add);
    ask_email(adding);
    adding->add_option("--name", words->name, "Their name, as colleagues know them")->required()->type_name("TEXT");
    adding->add_option("--capacity", words->capacity, "practitioner, student, manager, educator or lived_experience")
        ->type_name("WORD")
        ->capture_default_str();
    ask_email(add_command("host", "Make somebody a host, beside those there are", make_host));
    ask_email(add_command("password", "Set a new password, for someone who lost theirs, and end all their sessions",
                          set_password));
}

}  // namespace kith::app
