// kith drill: backs up, restores, compares every row; while the server serves. Nothing stays of it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>

#include "app/commands.hpp"
#include "app/commands/copying.hpp"
#include "app/commands/options.hpp"
#include "app/embedded.hpp"
#include "app/open.hpp"
#include "platform/copies/compare.hpp"
#include "platform/copies/fill.hpp"
#include "platform/copies/restore.hpp"

namespace kith::app {

namespace {

namespace fs = std::filesystem;

struct DrillWords {
    ServeSettings settings;
    std::string scratch;
};

// A folder of its own, removed with all it holds at the end.
class Scratch {
public:
    explicit Scratch(std::string const& within) {
        auto pattern = ((within.empty() ? fs::temp_directory_path() : fs::path{within}) / "kith-drill-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            throw std::runtime_error{
                fmt::format("No folder can be made in {}.", fs::path{pattern}.parent_path().string())};
        path_ = pattern;
    }
    Scratch(Scratch const&) = delete;
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    std::string file(char const* name) const { return (path_ / name).string(); }

private:
    fs::path path_;
};

class Stopwatch {
public:
    double seconds() {
        auto const now = std::chrono::steady_clock::now();
        std::chrono::duration<double> const span = now - began_;
        began_ = now;
        return span.count();
    }

private:
    std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

struct Drilled {
    copies::BackedUp first, second;
    copies::Comparison comparison;
    std::vector<std::string> complaints;
    double backup_seconds = 0, again_seconds = 0, restore_seconds = 0;
};

// All of it within one transaction: what is restored is compared with what was backed up, whatever is posted meanwhile.
Drilled drill_in(sql::Transaction& transaction, std::string_view engine, Scratch const& scratch,
                 copies::Watching const& watching) {
    Drilled done;
    auto const key = copies::make_keys();
    auto const store = copies::open_folder(scratch.file("backups"), copies::Missing::make);
    Stopwatch watch;
    done.first = copies::back_up(transaction, engine, *store, key.writing(), system_now(), watching);
    done.backup_seconds = watch.seconds();
    done.second = copies::back_up(transaction, engine, *store, key.writing(), system_now(), watching);
    done.again_seconds = watch.seconds();

    copies::BackupRows rows{*store, key, copies::read_contents(*store, key, done.second.name)};
    auto const restored = open_new(settings_of_place(scratch.file("data"), {}));
    copies::fill(*restored.database, rows, embedded::migrations(), watching);
    done.complaints = restored.database->check_integrity();
    done.restore_seconds = watch.seconds();

    copies::DatabaseRows before{transaction};
    restored.database->read([&](sql::Transaction& other) {
        copies::DatabaseRows after{other};
        done.comparison = copies::compare(before, after, watching);
    });
    return done;
}

int drill(DrillWords const& words) {
    auto const opened = open_as_it_is(words.settings);
    Scratch const scratch{words.scratch};
    Drilled done;
    {
        Progress progress;
        done = opened.database->read([&](sql::Transaction& transaction) {
            return drill_in(transaction, opened.database->engine(), scratch, watched_by(progress));
        });
    }
    auto const& same = done.comparison;
    for (auto const& words_of_one : same.words) fmt::print("{}\n", words_of_one);
    for (auto const& complaint : done.complaints) fmt::print("{}\n", complaint);
    fmt::print(
        "backup drill: {} rows of {} tables, {}; backed up in {:.2f} s ({} objects, {}), again in {:.2f} s ({} new), "
        "restored in {:.2f} s; {} differences, {} complaints\n",
        grouped(same.rows), same.tables, as_size(same.bytes), done.backup_seconds, grouped(done.first.objects.written),
        as_size(done.first.objects.bytes_written), done.again_seconds, as_size(done.second.objects.bytes_written),
        done.restore_seconds, same.differences, done.complaints.size());
    return same.differences == 0 && done.complaints.empty() ? 0 : 1;
}

}  // namespace

void add_drill(Program& program) {
    auto* const command =
        program.words.add_subcommand("drill", "Back up, restore and compare every row, to see that it can be done");
    auto const words = std::make_shared<DrillWords>();
    add_data_options(*command, words->settings);
    command
        ->add_option("--scratch", words->scratch,
                     "Folder with room for a backup and a copy of the data; what is put there is encrypted and removed "
                     "again. Left out: the system's folder for such")
        ->type_name("FOLDER");
    program.commands.push_back({command, [words] { return drill(*words); }});
}

}  // namespace kith::app
