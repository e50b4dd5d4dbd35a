#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>

#include "platform/copies/store.hpp"

namespace kith::copies {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view unfinished = ".part";  // being written; left over where something was cut short
constexpr char const* lock_name = "lock";

[[noreturn]] void cannot(std::string_view what, fs::path const& path, int fault) {
    throw std::runtime_error{fmt::format("{} {}: {}.", what, path.string(), std::strerror(fault))};
}

class File {
public:
    File(fs::path const& path, int flags) : number{::open(path.c_str(), flags | O_CLOEXEC, 0600)} {}
    File(File const&) = delete;
    ~File() {
        if (number >= 0) ::close(number);
    }
    int const number;
};

class FolderLock final : public Store::Lock {
public:
    FolderLock(fs::path const& path, Store::For what) : file_{path, O_RDWR | O_CREAT} {
        bool const reads = what == Store::For::reading;
        if (file_.number < 0 && reads) return;  // a medium that takes no writes
        if (file_.number < 0) cannot("Cannot write in", path, errno);
        if (::flock(file_.number, (reads ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0)
            throw std::runtime_error{
                fmt::format("Another backup is being made or forgotten in {}.", path.parent_path().string())};
    }

private:
    File file_;
};

class FolderStore final : public Store {
public:
    explicit FolderStore(fs::path folder) : folder_{std::move(folder)} {}

    void put(std::string const& name, std::string_view bytes) override {
        auto const path = folder_ / name;
        auto const part = fs::path{path.string() + std::string{unfinished}};
        fs::create_directories(path.parent_path());
        {
            File const file{part, O_WRONLY | O_CREAT | O_TRUNC};
            if (file.number < 0) cannot("Cannot write", part, errno);
            while (!bytes.empty()) {
                auto const written = ::write(file.number, bytes.data(), bytes.size());
                if (written < 0 && errno == EINTR) continue;
                if (written < 0) cannot("Cannot write", part, errno);
                bytes.remove_prefix(static_cast<std::size_t>(written));
            }
        }
        if (::rename(part.c_str(), path.c_str()) != 0) cannot("Cannot write", path, errno);
    }

    void settle() override {
        File const file{folder_, O_RDONLY | O_DIRECTORY};
        if (file.number < 0 || ::syncfs(file.number) != 0) cannot("Cannot write to the disk of", folder_, errno);
    }

    std::optional<std::string> get(std::string const& name, From from) override {
        File const file{folder_ / name, O_RDONLY};
        if (file.number < 0 && errno == ENOENT) return std::nullopt;
        struct stat status{};
        if (file.number < 0 || ::fstat(file.number, &status) != 0) cannot("Cannot read", folder_ / name, errno);
        if (from == From::disk) ::posix_fadvise(file.number, 0, 0, POSIX_FADV_DONTNEED);
        std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
        for (std::size_t at = 0; at < bytes.size();) {
            auto const read = ::pread(file.number, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
            if (read < 0 && errno == EINTR) continue;
            if (read < 0) cannot("Cannot read", folder_ / name, errno);
            if (read == 0) bytes.resize(at);
            at += static_cast<std::size_t>(read);
        }
        return bytes;
    }

    std::vector<std::string> list(std::string const& beginning) override {
        std::vector<std::string> names;
        auto const slash = beginning.rfind('/');
        auto const within = slash == std::string::npos ? folder_ : folder_ / beginning.substr(0, slash);
        std::error_code fault;
        for (auto const& entry : fs::recursive_directory_iterator{within, fault}) {
            if (!entry.is_regular_file()) continue;
            auto name = entry.path().lexically_relative(folder_).string();
            if (name.starts_with(beginning) && !name.ends_with(unfinished)) names.push_back(std::move(name));
        }
        std::ranges::sort(names);
        return names;
    }

    void remove(std::string const& name) override {
        if (::unlink((folder_ / name).c_str()) != 0 && errno != ENOENT) cannot("Cannot remove", folder_ / name, errno);
    }

    std::unique_ptr<Lock> lock(For what) override { return std::make_unique<FolderLock>(folder_ / lock_name, what); }
    std::string words() const override { return folder_.string(); }

private:
    fs::path folder_;
};

}  // namespace

std::unique_ptr<Store> open_folder(std::string const& folder, Missing missing) {
    auto const path = fs::absolute(folder).lexically_normal();
    std::error_code fault;
    if (missing == Missing::make && fs::create_directories(path, fault))
        fs::permissions(path, fs::perms::owner_all, fault);
    if (!fs::is_directory(path, fault))
        throw std::runtime_error{fmt::format("The folder {} is not there{}.", path.string(),
                                             missing == Missing::make ? " and cannot be made" : "")};
    return std::make_unique<FolderStore>(path);
}

}  // namespace kith::copies
