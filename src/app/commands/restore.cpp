// kith restore: a backup becomes a database again, in a place that is empty.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "app/commands.hpp"
#include "app/commands/copying.hpp"
#include "app/commands/options.hpp"
#include "app/embedded.hpp"
#include "app/open.hpp"
#include "platform/copies/bytes.hpp"
#include "platform/copies/fill.hpp"
#include "platform/copies/moment.hpp"
#include "platform/copies/restore.hpp"

namespace kith::app {

namespace {

struct RestoreWords {
    std::string folder, into, key_file, reading_key_file, at;
};

Time moment_of(RestoreWords const& words) {
    if (words.at.empty()) return system_now();
    auto const moment = copies::parse_moment(words.at);
    if (!moment)
        throw std::runtime_error{
            fmt::format("\"{}\" is no moment. Write it as 2026-11-22T04:10:00Z, in UTC.", words.at)};
    return *moment;
}

int restore(RestoreWords const& words) {
    auto const began = std::chrono::steady_clock::now();
    auto const moment = moment_of(words);
    auto const key = copies::read_reading_key(words.reading_key_file);
    auto const store = copies::open_folder(words.folder, copies::Missing::refuse);
    auto const lock = store->lock(copies::Store::For::reading);
    auto const found = copies::newest_at(*store, key.writing(), moment);
    if (!found)
        throw std::runtime_error{words.at.empty() ? fmt::format("There is no backup in {}.", words.folder)
                                                  : fmt::format("There is no backup of {} or before.", words.at)};
    copies::BackupRows rows{*store, key, copies::read_contents(*store, key, found->name)};
    auto const opened = open_new(settings_of_place(words.into, words.key_file));
    {
        Progress progress;
        copies::fill(*opened.database, rows, embedded::migrations(), watched_by(progress));
    }
    auto const complaints = opened.database->check_integrity();
    for (auto const& complaint : complaints) fmt::print("{}\n", complaint);
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
    fmt::print("Restored what was there at {}, in {:.1f} s. Nothing later is in it.\n", copies::exact(found->made_at),
               took.count());
    if (opened.key_made) fmt::print("A new key was made for it: {}\n", opened.key_file);
    return complaints.empty() ? 0 : 1;
}

}  // namespace

void add_restore(Program& program) {
    auto* const command = program.words.add_subcommand("restore", "Make a database of a backup, in an empty place");
    auto const words = std::make_shared<RestoreWords>();
    add_config_option(*command);
    command->add_option("FOLDER", words->folder, "Where backups are kept")->required();
    command->add_option("--into", words->into, "A folder that is new or empty, or an empty database of PostgreSQL")
        ->required()
        ->type_name("PLACE");
    command->add_option("--reading-key", words->reading_key_file, "File of the key that reads backups")
        ->required()
        ->type_name("FILE");
    command
        ->add_option(
            "--key-file", words->key_file,
            "File of the key to encrypt the data with; made when it is not there. Left out: beside the folder, "
            "with .key at the end")
        ->type_name("FILE");
    command->add_option("--at", words->at, "The newest backup that is not younger than this moment, in UTC")
        ->type_name("TIME");
    program.commands.push_back({command, [words] { return restore(*words); }});
}

}  // namespace kith::app
