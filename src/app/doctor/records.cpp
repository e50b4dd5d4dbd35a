#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "app/commands/copying.hpp"
#include "app/doctor/doctor.hpp"
#include "app/embedded.hpp"
#include "app/open.hpp"
#include "platform/copies/backup.hpp"
#include "platform/copies/keys.hpp"
#include "platform/copies/store.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::app {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t mebibyte = 1024 * 1024;
constexpr std::uint64_t little_room_bytes = 1024 * mebibyte;
constexpr std::chrono::hours backup_old_after{26};                                // a day, and time to make one
constexpr long nfs = 0x6969, smb = 0x517B, cifs = 0xFF534D42, fuse = 0x65735546;  // statfs(2)

// Whether locks and syncs of the file system are another machine's.
bool is_over_a_network(std::string const& folder) {
    struct statfs status{};
    if (::statfs(folder.c_str(), &status) != 0) return false;
    auto const type = static_cast<long>(status.f_type);
    return type == nfs || type == smb || type == cifs || type == fuse;
}

void check_folder(Places const& places, Findings& findings) {
    struct stat status{};
    if (::stat(places.folder.c_str(), &status) != 0) {
        findings.push_back({State::look, "Data", fmt::format("{} is not there yet.", places.folder),
                            "The first start of \"kith serve\" makes it."});
        return;
    }
    if ((status.st_mode & 077) != 0)
        findings.push_back({State::wrong, "Data", fmt::format("Others can look into {}.", places.folder),
                            fmt::format("chmod 700 {}", places.folder)});
    else if (status.st_uid != ::geteuid() && ::geteuid() != 0)
        findings.push_back({State::wrong, "Data", fmt::format("{} is another user's.", places.folder),
                            "Ask as the user that Kith runs as, like  sudo -u kith kith doctor …"});
    else
        findings.push_back({State::well, "Data", fmt::format("{} is for Kith alone.", places.folder), {}});
    if (is_over_a_network(places.folder))
        findings.push_back({State::wrong, "Data", fmt::format("{} lies on another machine's disk.", places.folder),
                            "SQLite needs a disk of this machine: over a network locks and syncs cannot be trusted, "
                            "and words may be lost. Move the folder, or use PostgreSQL."});
}

void check_key(Places const& places, Findings& findings) {
    struct stat status{};
    bool const there = fs::exists(places.file);
    if (::stat(places.key_file.c_str(), &status) != 0) {
        if (there)
            findings.push_back({State::wrong, "Key", fmt::format("{} is not there.", places.key_file),
                                "Without it nothing can be read. Bring it back from its copy, or name it with "
                                "--key-file."});
        return;
    }
    if ((status.st_mode & 077) != 0)
        findings.push_back({State::wrong, "Key", fmt::format("Others can read {}.", places.key_file),
                            fmt::format("chmod 600 {}", places.key_file)});
    else
        findings.push_back(
            {State::well,
             "Key",
             fmt::format("{} is for Kith alone. Is a copy of it elsewhere, apart from the data?", places.key_file),
             {}});
}

// Opened as it stands: an update is for `kith serve` to make.
void check_database(ServeSettings const& settings, Findings& findings) {
    try {
        auto const opened = open_as_it_is(settings);
        auto const known = sql::applied(*opened.database);
        auto const& ours = embedded::migrations();
        for (auto const& name : known)
            if (std::ranges::find(ours, name, &sql::Migration::name) == ours.end()) {
                findings.push_back({State::wrong, "Records", sql::words_for_unknown(name), "Start the newer program."});
                return;
            }
        if (known.size() < ours.size())
            findings.push_back(
                {State::look, "Records",
                 fmt::format("{} changes of this program's tables are still to come.", ours.size() - known.size()),
                 "Make a backup; then \"kith serve\" makes the changes when it starts."});
        else
            findings.push_back(
                {State::well,
                 "Records",
                 fmt::format("They can be read ({}), and are of this program's time.", opened.database->engine()),
                 {}});
    } catch (std::exception const& fault) {
        findings.push_back(
            {State::wrong, "Records", fault.what(), "\"kith check\" tells more once they can be opened."});
    }
}

}  // namespace

void check_records(ServeSettings const& settings, Findings& findings) {
    if (settings.database.empty()) {
        auto const places = places_of(settings);
        check_folder(places, findings);
        check_key(places, findings);
        if (!fs::exists(places.file)) return;
    } else {
        findings.push_back({State::look, "Records", "PostgreSQL does not encrypt them.",
                            "Let its disk be encrypted, and the line to it go through TLS (sslmode=verify-full)."});
    }
    check_database(settings, findings);
}

void check_room(ServeSettings const& settings, Findings& findings) {
    if (!settings.database.empty()) return;
    auto const places = places_of(settings);
    std::error_code fault;
    fs::path const folder{places.folder};
    auto const space = fs::space(fs::exists(folder) ? folder : folder.parent_path(), fault);
    if (fault) return;
    auto const free = as_size(space.available);
    if (space.available < settings.ballast_mebibytes * mebibyte)
        findings.push_back({State::wrong, "Room", fmt::format("{} are free: new words are refused.", free),
                            "Make room on the disk. Members can read, and what they wrote stays in their forms."});
    else if (space.available < little_room_bytes || space.available < space.capacity / 10)
        findings.push_back({State::look, "Room", fmt::format("{} are free, of {}.", free, as_size(space.capacity)),
                            "Make room before it is used up."});
    else
        findings.push_back({State::well, "Room", fmt::format("{} are free.", free), {}});
}

void check_backups(ServeSettings const& settings, std::string const& folder, Time now, Findings& findings) {
    if (folder.empty()) {
        findings.push_back({State::look, "Backups", "No folder of backups was named.",
                            "Ask with --backups FOLDER. How to make them: docs/operating/backup.md."});
        return;
    }
    try {
        auto const store = copies::open_folder(folder, copies::Missing::refuse);
        auto const key = copies::read_writing_key(backup_key_file(settings, {}));
        auto const all = copies::listed_in(*store, key);
        if (all.empty())
            findings.push_back({State::wrong, "Backups", fmt::format("There is none in {}.", folder),
                                fmt::format("kith backup {} …", folder)});
        else if (now - all.back().made_at > backup_old_after)
            findings.push_back({State::wrong, "Backups",
                                fmt::format("The last is of {}.", in_words(all.back().made_at)),
                                "One a day at least. Does the timer run? systemctl list-timers kith-backup"});
        else
            findings.push_back({State::well,
                                "Backups",
                                fmt::format("The last of {} is of {}.", all.size(), in_words(all.back().made_at)),
                                {}});
    } catch (std::exception const& fault) {
        findings.push_back({State::wrong, "Backups", fault.what(), "See docs/operating/backup.md."});
    }
}

}  // namespace kith::app
