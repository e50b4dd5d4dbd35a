// kith backup: makes, lists, checks and forgets backups, while the server serves.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>

#include "app/commands.hpp"
#include "app/commands/copying.hpp"
#include "app/commands/options.hpp"
#include "app/open.hpp"
#include "platform/copies/bytes.hpp"
#include "platform/copies/moment.hpp"
#include "platform/copies/retention.hpp"

namespace kith::app {

namespace {

constexpr std::int64_t days_kept_max = 3'650;

struct BackupWords {
    ServeSettings settings;
    std::string folder;
    std::string key_file;
    std::string reading_key_file;  // to make
    copies::Retention retention;
    bool list = false, check = false, forget = false;
};

int make_keys(BackupWords const& words) {
    auto const reading = copies::make_keys();
    auto const writing_file = backup_key_file(words.settings, words.key_file);
    copies::write_key_file(words.reading_key_file, copies::as_line(reading));
    try {
        copies::write_key_file(writing_file, copies::as_line(reading.writing()));
    } catch (...) {
        std::remove(words.reading_key_file.c_str());
        throw;
    }
    fmt::print(
        "Two keys were made.\n"
        "  {}  writes backups, and cannot read them. It stays on this machine.\n"
        "  {}  reads them. Take it away from this machine, and keep two copies of it:\n"
        "  without it no backup can be read, by anybody.\n",
        writing_file, words.reading_key_file);
    return 0;
}

int list(copies::Store& store, copies::WritingKey const& key) {
    for (auto const& backup : copies::listed_in(store, key))
        fmt::print("{}  {} objects\n", copies::exact(backup.made_at), grouped(backup.objects.size()));
    return 0;
}

int check(copies::Store& store, copies::WritingKey const& key) {
    std::vector<std::string> complaints;
    {
        Progress progress;
        complaints = copies::check_all(store, key, watched_by(progress));
    }
    for (auto const& complaint : complaints) fmt::print("{}\n", complaint);
    if (complaints.empty()) fmt::print("Every object of every backup is there and as it was written.\n");
    return complaints.empty() ? 0 : 1;
}

void forget(copies::Store& store, copies::WritingKey const& key, copies::Retention const& retention,
            copies::Asked asked) {
    auto const forgotten = copies::forget(store, key, retention, system_now(), asked);
    if (forgotten.held_back)
        fmt::print(
            "Every earlier backup is older than {} days. Is the clock right? None was forgotten; if it is, run "
            "this with --forget.\n",
            retention.days);
    if (forgotten.backups > 0)
        fmt::print("Forgotten: {} {}, with {} objects that no other needs.\n", forgotten.backups,
                   forgotten.backups == 1 ? "backup" : "backups", grouped(forgotten.objects));
}

int back_up(BackupWords const& words, copies::Store& store, copies::WritingKey const& key) {
    auto const began = std::chrono::steady_clock::now();
    auto const opened = open_as_it_is(words.settings);
    copies::BackedUp done;
    {
        Progress progress;
        done = opened.database->read([&](sql::Transaction& transaction) {
            return copies::back_up(transaction, opened.database->engine(), store, key, system_now(),
                                   watched_by(progress));
        });
    }
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
    fmt::print("{} rows of {} tables in {:.1f} s: {} written in {} objects, {} there already. All read back.\n",
               grouped(done.rows), done.tables, took.count(), as_size(done.objects.bytes_written),
               grouped(done.objects.written), as_size(done.objects.bytes_kept));
    return 0;
}

int backup(BackupWords const& words) {
    if (!words.reading_key_file.empty()) return make_keys(words);
    if (words.folder.empty()) throw std::runtime_error{"Name the folder that backups go to: kith backup FOLDER"};
    auto const key = copies::read_writing_key(backup_key_file(words.settings, words.key_file));
    bool const only_look = words.list || words.check || words.forget;
    auto const store = copies::open_folder(words.folder, only_look ? copies::Missing::refuse : copies::Missing::make);
    if (words.list) return list(*store, key);
    auto const lock = store->lock(words.check ? copies::Store::For::reading : copies::Store::For::writing);
    if (words.check) return check(*store, key);
    if (!words.forget) back_up(words, *store, key);
    forget(*store, key, words.retention, words.forget ? copies::Asked::by_a_person : copies::Asked::by_itself);
    return 0;
}

}  // namespace

void add_backup(Program& program) {
    auto* const command = program.words.add_subcommand(
        "backup", "Back up to a folder while the server serves; list, check and forget backups");
    auto const words = std::make_shared<BackupWords>();
    add_data_options(*command, words->settings);
    command->add_option("FOLDER", words->folder, "Where backups are kept; made when it is not there");
    add_backup_key_option(*command, words->key_file);
    command
        ->add_option("--make-keys", words->reading_key_file,
                     "Make the two keys: the writing key where --backup-key says, and the reading key in this file, to "
                     "be taken elsewhere")
        ->type_name("FILE");
    command->add_option("--keep-days", words->retention.days, "Forget backups that are older than so many days")
        ->envname("KITH_KEEP_DAYS")
        ->type_name("DAYS")
        ->capture_default_str()
        ->check(CLI::Range(std::int64_t{1}, days_kept_max));
    command->add_option("--keep-count", words->retention.count, "Keep no more than so many backups")
        ->envname("KITH_KEEP_COUNT")
        ->type_name("NUMBER")
        ->check(CLI::PositiveNumber);
    auto* const looks = command->add_option_group("instead of making one");
    looks->add_flag("--list", words->list, "List the backups there are");
    looks->add_flag("--check", words->check, "Read every object of every backup");
    looks->add_flag("--forget", words->forget, "Forget what is too old, and make none");
    looks->require_option(0, 1);
    program.commands.push_back({command, [words] { return backup(*words); }});
}

}  // namespace kith::app
