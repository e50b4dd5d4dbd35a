#include "app/open.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "app/embedded.hpp"
#include "domain/acts/log.hpp"
#include "platform/crypto/token.hpp"
#include "platform/sql/in_use.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_bytes = 32;

std::string read_key(std::string const& file) {
    struct stat status{};
    if (stat(file.c_str(), &status) != 0) throw std::runtime_error{"The key file " + file + " cannot be read."};
    if ((status.st_mode & 077) != 0)
        throw std::runtime_error{"Others can read the key file " + file + ". Take that away first: chmod 600 " + file};
    std::string key(key_bytes, '\0');
    int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    auto const bytes = descriptor < 0 ? -1 : ::read(descriptor, key.data(), key_bytes);
    if (descriptor >= 0) ::close(descriptor);
    if (bytes != static_cast<ssize_t>(key_bytes))
        throw std::runtime_error{"The key file " + file + " does not hold a key of Kith."};
    return key;
}

// The names that a folder holds are on disk only then.
bool sync_folder(fs::path const& folder) {
    int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool const synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0) ::close(descriptor);
    return synced;
}

// Made with nobody else able to read it, and on disk before the first byte is encrypted with it.
std::string make_key(std::string const& file) {
    std::array<std::uint8_t, key_bytes> key;
    crypto::random_bytes(key);
    int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw std::runtime_error{"The key file " + file + " cannot be made. Is its folder there, and yours?"};
    bool const written =
        ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written || !sync_folder(fs::path{file}.parent_path()))
        throw std::runtime_error{"The key file " + file + " cannot be written."};
    return {reinterpret_cast<char const*>(key.data()), key.size()};
}

// The folder, there and for nobody else; a folder that holds something else is left as it is.
void make_ready(Places const& places) {
    fs::path const folder{places.folder};
    std::error_code fault;
    fs::create_directories(folder, fault);
    if (fault || !fs::is_directory(folder, fault))
        throw std::runtime_error{fmt::format("The folder {} cannot be made: {}.", folder.string(),
                                             fault ? fault.message() : "something else has that name")};
    if (::access(folder.c_str(), R_OK | W_OK | X_OK) != 0)
        throw std::runtime_error{fmt::format("The folder {} is not writable for this user.", folder.string())};
    if (!fs::exists(places.file) && !fs::is_empty(folder))
        throw std::runtime_error{fmt::format(
            "The folder {} holds other files. Name one that is empty or new with --data.", folder.string())};
    fs::permissions(folder, fs::perms::owner_all, fault);
    (void)sync_folder(folder.parent_path());  // not ours to read, perhaps
}

enum class Wanted { either, old, made_now };

OpenedDatabase open_sqlite(ServeSettings const& settings, Wanted wanted, std::function<void()> when_lost) {
    auto const places = places_of(settings);
    bool const there = fs::exists(places.file);
    if (!there && wanted == Wanted::old)
        throw std::runtime_error{
            fmt::format("There is no database in {}. Name its folder with --data.", places.folder)};
    if (there && wanted == Wanted::made_now)
        throw std::runtime_error{
            fmt::format("There is a database in {} already. Name a folder that is empty or new.", places.folder)};
    make_ready(places);
    OpenedDatabase opened{nullptr, places.folder, places.key_file, !fs::exists(places.key_file)};
    if (opened.key_made && there)
        throw std::runtime_error{"There is a database in " + places.folder + ", but its key " + opened.key_file +
                                 " is not there. Without the key nothing in it can be read: bring the key back, or "
                                 "name it with --key-file."};
    auto const key = opened.key_made ? make_key(opened.key_file) : read_key(opened.key_file);
    opened.database = sql::open_sqlite({places.file, key, settings.read_workers + 1, std::move(when_lost)});
    return opened;
}

OpenedDatabase open_without_migrations(ServeSettings const& settings, Wanted wanted,
                                       std::function<void()> when_lost = {}) {
    if (settings.database.empty()) return open_sqlite(settings, wanted, std::move(when_lost));
    return {sql::open_postgres({settings.database}), {}, {}, false};
}

}  // namespace

Places places_of(ServeSettings const& settings) {
    auto folder = fs::absolute(settings.data).lexically_normal();
    if (!folder.has_filename()) folder = folder.parent_path();  // "data/" is "data"
    auto const key_file = settings.key_file.empty() ? fs::path{folder.string() + ".key"}
                                                    : fs::absolute(settings.key_file).lexically_normal();
    auto const inside = key_file.lexically_relative(folder);
    if (!inside.empty() && *inside.begin() != "..")
        throw std::runtime_error{
            fmt::format("The key {} would lie inside the folder of the data: whoever copies the one "
                        "would have the other. Name a place outside with --key-file.",
                        key_file.string())};
    return {folder.string(), (folder / "kith.db").string(), key_file.string()};
}

OpenedDatabase open_database(ServeSettings const& settings, Absent absent, std::function<void()> when_lost) {
    auto opened =
        open_without_migrations(settings, absent == Absent::make ? Wanted::either : Wanted::old, std::move(when_lost));
    sql::migrate(*opened.database, embedded::migrations());
    if (!opened.database->read(acts::has_begun))
        (void)opened.database->write([](sql::Transaction& transaction) -> Result<void> {
            acts::begin(transaction, system_now());
            return {};
        });
    return opened;
}

OpenedDatabase open_as_it_is(ServeSettings const& settings) { return open_without_migrations(settings, Wanted::old); }

bool in_use(ServeSettings const& settings) {
    if (!settings.database.empty()) return sql::in_use(sql::PostgresSettings{settings.database});
    auto const places = places_of(settings);
    return fs::exists(places.file) && sql::in_use(sql::SqliteSettings{places.file, read_key(places.key_file)});
}

OpenedDatabase open_new(ServeSettings const& settings) { return open_without_migrations(settings, Wanted::made_now); }

}  // namespace kith::app
