// kith demo: an example community of invented people, to look at and to measure with.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/demo/fill.hpp"
#include "app/open.hpp"

namespace kith::app {

namespace {

constexpr std::int64_t day_milliseconds = 24 * 60 * 60 * 1000;

struct DemoWords {
    ServeSettings settings;
    demo::Wishes wishes;
    std::string ends;
    bool json = false;
};

// The beginning of the day, or of today: the same wishes give the same community all day long.
Time midnight_of(std::string const& day) {
    if (day.empty()) return {system_now().milliseconds / day_milliseconds * day_milliseconds};
    int year = 0, month = 0, of_month = 0, read = 0;
    std::sscanf(day.c_str(), "%4d-%2d-%2d%n", &year, &month, &of_month, &read);
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(of_month)}};
    if (read != static_cast<int>(day.size()) || !date.ok())
        throw std::runtime_error{fmt::format("\"{}\" is no day. Write it like 2026-11-21.", day)};
    return {std::chrono::sys_days{date}.time_since_epoch().count() * day_milliseconds};
}

void print_json(demo::Filled const& filled) {
    nlohmann::ordered_json made{{"people", nlohmann::ordered_json::array()},
                                {"groups", nlohmann::ordered_json::array()}};
    for (auto const& person : filled.people)
        made["people"].push_back(
            {{"name", person.name}, {"email", person.email}, {"password", demo::password}, {"token", person.token}});
    for (auto const& room : filled.rooms)
        made["groups"].push_back({{"id", room.id.text()}, {"name", room.name}, {"members", room.members}});
    fmt::print("{}\n", made.dump(2));
}

void print_words(demo::Filled const& filled) {
    fmt::print("An example community: {} people, {} groups, {} posts. Nobody in it exists.\n", filled.people.size(),
               filled.rooms.size(), filled.posts);
    fmt::print("Sign in as any of these, with the password \"{}\":\n", demo::password);
    for (auto const& person : filled.people)
        if (!person.about.empty()) fmt::print("  {:<34} {}\n", person.email, person.about);
}

int make_demo(DemoWords words) {
    words.wishes.ends = midnight_of(words.ends);
    if (words.wishes.members != 0 && words.wishes.members < demo::cast().size())
        throw std::runtime_error{fmt::format("The example needs at least {} members.", demo::cast().size())};
    auto const opened = open_database(words.settings);
    auto const filled = [&] {
        Progress progress;
        return demo::fill(*opened.database, words.wishes, words.json ? demo::Tokens::everyone : demo::Tokens::none,
                          progress);
    }();
    if (words.json)
        print_json(filled);
    else
        print_words(filled);
    return 0;
}

}  // namespace

void add_demo(Program& program) {
    auto* const command = program.words.add_subcommand("demo", "Fill an empty folder with an example community");
    auto const words = std::make_shared<DemoWords>();
    add_data_options(*command, words->settings);
    command
        ->add_option("--members", words->wishes.members,
                     "How many members; left out: the cast that speaks in the texts")
        ->type_name("NUMBER")
        ->check(CLI::Range(std::size_t{0}, demo::members_max));
    command
        ->add_option("--posts", words->wishes.posts,
                     "How many posts and comments; left out: every text once. More are made from the same words")
        ->type_name("NUMBER")
        ->check(CLI::Range(std::size_t{0}, demo::posts_max));
    command->add_option("--seed", words->wishes.seed, "The same seed, numbers and day give the same community")
        ->type_name("NUMBER")
        ->capture_default_str();
    command->add_option("--ends", words->ends, "The day on whose eve the talk ends; left out: today")->type_name("DAY");
    command->add_flag("--json", words->json, "Print people, with a token for each, and groups as JSON");
    program.commands.push_back({command, [words] { return make_demo(*words); }});
}

}  // namespace kith::app
