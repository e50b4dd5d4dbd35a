#include "platform/sql/sqlite/presence.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "platform/sql/sqlite/connection.hpp"
#include "sqlite3.h"

namespace kith::sql::sqlite {

namespace {

constexpr int piece_bytes = 64 * 1024;  // SQLite writes no more than 128 KiB at once

void require(int code, char const* doing) {
    if (code != SQLITE_OK) throw_failure(nullptr, code, doing);
}

// The log through SQLite's own way to files, as plain bytes: opened as the one kind of file that is never encrypted.
class LogFile {
public:
    explicit LogFile(std::string const& database) {
        auto* const files = sqlite3_vfs_find(nullptr);
        bytes_.resize(static_cast<std::size_t>(files->szOsFile));
        name_ = sqlite3_create_filename((database + "-wal").c_str(), "", "", 0, nullptr);
        if (!name_) throw std::bad_alloc{};
        int const code = files->xOpen(files, name_, file(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_SUPER_JOURNAL, nullptr);
        if (code != SQLITE_OK) {
            close();
            throw_failure(nullptr, code, "opening the log");
        }
    }
    ~LogFile() { close(); }
    LogFile(LogFile const&) = delete;
    LogFile& operator=(LogFile const&) = delete;

    void write_again() {
        auto const& methods = *file()->pMethods;
        sqlite3_int64 size = 0;
        require(methods.xFileSize(file(), &size), "measuring the log");
        std::vector<char> piece(piece_bytes);
        for (sqlite3_int64 at = 0; at < size; at += piece_bytes) {
            auto const count = static_cast<int>(std::min<sqlite3_int64>(piece_bytes, size - at));
            require(methods.xRead(file(), piece.data(), count, at), "reading the log");
            require(methods.xWrite(file(), piece.data(), count, at), "writing the log again");
        }
        require(methods.xSync(file(), SQLITE_SYNC_NORMAL), "writing the log again");
    }

private:
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(bytes_.data()); }
    void close() {
        if (file()->pMethods) file()->pMethods->xClose(file());
        sqlite3_free_filename(name_);
    }

    std::vector<char> bytes_;
    char const* name_ = nullptr;
};

void write_log_again(std::string const& database) {
    require(sqlite3_initialize(), "starting");
    std::error_code none;
    if (auto const size = std::filesystem::file_size(database + "-wal", none); none || size == 0) return;
    LogFile{database}.write_again();
}

}  // namespace

Presence::Presence(std::string const& path) {
    auto const folder = std::filesystem::path{path}.parent_path();
    folder_ = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_ < 0) return;  // opening the file will say why
    bool const alone = ::flock(folder_, LOCK_EX | LOCK_NB) == 0;
    try {
        if (alone) write_log_again(path);
    } catch (...) {
        ::close(folder_);
        throw;
    }
    // Who comes meanwhile waits here until the log is written.
    ::flock(folder_, LOCK_SH);
}

Presence::~Presence() {
    if (folder_ >= 0) ::close(folder_);
}

}  // namespace kith::sql::sqlite
