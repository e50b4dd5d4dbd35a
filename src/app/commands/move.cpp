// kith move: all of a place from SQLite to PostgreSQL, or back; kith compare: whether two hold the same.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "app/commands.hpp"
#include "app/commands/copying.hpp"
#include "app/commands/options.hpp"
#include "app/embedded.hpp"
#include "app/open.hpp"
#include "platform/copies/compare.hpp"
#include "platform/copies/fill.hpp"

namespace kith::app {

namespace {

struct TwoPlaces {
    std::string from, to, from_key_file, to_key_file;

    ServeSettings first() const { return settings_of_place(from, from_key_file); }
    ServeSettings second() const { return settings_of_place(to, to_key_file); }
};

// An address may hold a password.
std::string words_for(ServeSettings const& place) {
    return place.database.empty() ? place.data : "The PostgreSQL database";
}

void require_stopped(ServeSettings const& place) {
    if (in_use(place))
        throw std::runtime_error{
            fmt::format("{} is in use. Stop the server, and whatever else is connected, first.", words_for(place))};
}

copies::Comparison compare_both(sql::Database& first, sql::Database& second, copies::Watching const& watching) {
    return first.read([&](sql::Transaction& one) {
        copies::DatabaseRows rows_of_one{one};
        return second.read([&](sql::Transaction& other) {
            copies::DatabaseRows rows_of_other{other};
            return copies::compare(rows_of_one, rows_of_other, watching);
        });
    });
}

void say(copies::Comparison const& comparison) {
    for (auto const& words : comparison.words) fmt::print("{}\n", words);
    if (comparison.differences > comparison.words.size())
        fmt::print("and {} more\n", comparison.differences - comparison.words.size());
}

int move(TwoPlaces const& places) {
    auto const began = std::chrono::steady_clock::now();
    require_stopped(places.first());
    copies::Comparison comparison;
    std::string new_key;
    {
        auto const from = open_as_it_is(places.first());
        auto const to = open_new(places.second());
        if (to.key_made) new_key = to.key_file;
        Progress progress;
        auto const watching = watched_by(progress);
        from.database->read([&](sql::Transaction& transaction) {
            copies::DatabaseRows rows{transaction};
            copies::fill(*to.database, rows, embedded::migrations(), watching);
        });
        comparison = compare_both(*from.database, *to.database, watching);
    }
    // Who came in between may have written what was not moved.
    require_stopped(places.first());
    say(comparison);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
    fmt::print("Moved {} rows of {} tables ({}) in {:.1f} s; compared row by row: {} differences.\n",
               grouped(comparison.rows), comparison.tables, as_size(comparison.bytes), took.count(),
               comparison.differences);
    if (!new_key.empty()) fmt::print("A new key was made for it: {}\n", new_key);
    if (comparison.differences == 0)
        fmt::print("{} is as it was. Remove it once you trust the new place.\n", words_for(places.first()));
    return comparison.differences == 0 ? 0 : 1;
}

int compare(TwoPlaces const& places) {
    auto const first = open_as_it_is(places.first());
    auto const second = open_as_it_is(places.second());
    copies::Comparison comparison;
    {
        Progress progress;
        comparison = compare_both(*first.database, *second.database, watched_by(progress));
    }
    say(comparison);
    fmt::print("{} rows of {} tables ({}): {} differences.\n", grouped(comparison.rows), comparison.tables,
               as_size(comparison.bytes), comparison.differences);
    return comparison.differences == 0 ? 0 : 1;
}

void add(Program& program, char const* name, char const* about, int (*run)(TwoPlaces const&)) {
    auto* const command = program.words.add_subcommand(name, about);
    auto const places = std::make_shared<TwoPlaces>();
    add_config_option(*command);
    command->add_option("FROM", places->from, "A folder of data, or postgres://…")->required();
    command->add_option("TO", places->to, "The other")->required();
    command
        ->add_option("--from-key", places->from_key_file,
                     "File of the first one's key. Left out: beside the folder, with .key at the end")
        ->type_name("FILE");
    command->add_option("--to-key", places->to_key_file, "File of the second one's key, likewise")->type_name("FILE");
    program.commands.push_back({command, [places, run] { return run(*places); }});
}

}  // namespace

void add_move(Program& program) {
    add(program, "move", "Move everything from SQLite to PostgreSQL or back, with the server stopped", move);
}

void add_compare(Program& program) { add(program, "compare", "Compare every row of two databases", compare); }

}  // namespace kith::app
