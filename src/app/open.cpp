#include "app/open.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <filesystem>

#include "app/embedded.hpp"
#include "platform/crypto/token.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::app {

namespace {

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

// Made with nobody else able to read it, and on disk before the first byte is encrypted with it.
std::string make_key(std::string const& file) {
    std::array<std::uint8_t, key_bytes> key;
    crypto::random_bytes(key);
    int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) throw std::runtime_error{"The key file " + file + " cannot be made."};
    bool const written = ::write(descriptor, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!written) throw std::runtime_error{"The key file " + file + " cannot be written."};
    return {reinterpret_cast<char const*>(key.data()), key.size()};
}

}  // namespace

OpenedDatabase open_database(ServeSettings const& settings) {
    OpenedDatabase opened;
    if (!settings.database.empty()) {
        opened.database = sql::open_postgres({settings.database});
    } else {
        namespace fs = std::filesystem;
        auto const folder = fs::absolute(settings.data).lexically_normal();
        fs::create_directories(folder);
        fs::permissions(folder, fs::perms::owner_all);
        auto const file = folder / "kith.db";
        auto const key_file = settings.key_file.empty()
                                  ? fs::path{(folder.has_filename() ? folder : folder.parent_path()).string() + ".key"}
                                  : fs::absolute(settings.key_file);
        opened.key_file = key_file.string();
        opened.key_made = !fs::exists(key_file);
        if (opened.key_made && fs::exists(file))
            throw std::runtime_error{"There is a database in " + folder.string() + ", but its key " + opened.key_file +
                                     " is not there. Without the key nothing in it can be read: bring the key back, or "
                                     "name it with --key-file."};
        auto const key = opened.key_made ? make_key(opened.key_file) : read_key(opened.key_file);
        opened.database = sql::open_sqlite({file.string(), key, settings.read_workers + 1});
    }
    sql::migrate(*opened.database, embedded::migrations());
    return opened;
}

}  // namespace kith::app
