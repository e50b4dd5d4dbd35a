#include "app/commands/copying.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <stdexcept>

#include "app/open.hpp"

namespace kith::app {

copies::Watching watched_by(Progress& progress) {
    return {[&](std::string const& what, std::int64_t most) { progress.begin(what, most); },
            [&](std::int64_t done) { progress.add(done); }};
}

ServeSettings settings_of_place(std::string const& place, std::string const& key_file) {
    ServeSettings settings;
    if (place.starts_with("postgres://") || place.starts_with("postgresql://"))
        settings.database = place;
    else
        settings.data = place;
    settings.key_file = key_file;
    return settings;
}

std::string backup_key_file(ServeSettings const& settings, std::string const& given) {
    if (!given.empty()) return given;
    if (!settings.database.empty())
        throw std::runtime_error{"Name the writing key of the backups with --backup-key FILE."};
    return places_of(settings).folder + ".backup-key";
}

void add_backup_key_option(CLI::App& words, std::string& file) {
    words
        .add_option("--backup-key", file,
                    "File of the key that backups are written with. Left out: beside the folder of the data, with "
                    ".backup-key at the end")
        ->envname("KITH_BACKUP_KEY")
        ->type_name("FILE");
}

std::string grouped(std::uint64_t number) {
    auto text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), 1, ',');
    return text;
}

std::string as_size(std::uint64_t bytes) {
    if (bytes < 10'000) return fmt::format("{} bytes", grouped(bytes));
    if (bytes < 10'000'000) return fmt::format("{} kB", grouped(bytes / 1'000));
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace kith::app
