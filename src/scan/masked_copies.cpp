#include "scan/masked_copies.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "scan/bytes.hpp"

namespace kith::scan {

namespace {

constexpr mode_t owner_alone = 0600, folder_of_owner = 0700;

std::string words_of(int number) { return std::generic_category().message(number); }

// Makes the folders that lie above `path`, from `top` on.
void make_folders(std::string const& top, std::string const& path) {
    for (auto slash = path.find('/', top.size() + 1); slash != path.npos; slash = path.find('/', slash + 1)) {
        auto const folder = path.substr(0, slash);
        if (::mkdir(folder.c_str(), folder_of_owner) != 0 && errno != EEXIST)
            throw Unreadable{fmt::format("its masked copy cannot be written: {}", words_of(errno))};
    }
}

}  // namespace

MaskedCopies::MaskedCopies(std::string folder) : folder_{std::move(folder)} {
    while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
    if (::mkdir(folder_.c_str(), folder_of_owner) != 0 && errno != EEXIST)
        throw Unreadable{fmt::format("the folder for masked copies cannot be made: {}", words_of(errno))};
}

MaskedCopies::~MaskedCopies() { close(); }

void MaskedCopies::close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
    document_ = nullptr;
}

void MaskedCopies::open(Document const& document) {
    auto const path = folder_ + '/' + document.copy_path;
    make_folders(folder_, path);
    file_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, owner_alone);
    if (file_ >= 0) return;
    throw Unreadable{errno == EEXIST ? fmt::format("its masked copy is not written: {} is there already", path)
                                     : fmt::format("its masked copy cannot be written: {}", words_of(errno))};
}

void MaskedCopies::add(Screened const& screened) {
    if (document_ != screened.document) {
        close();
        document_ = screened.document;  // also when it cannot be opened: said once, not for every piece
        open(*document_);
    }
    std::string_view bytes = screened.masked;
    while (file_ >= 0 && !bytes.empty()) {
        auto const written = ::write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            auto const number = errno;
            ::close(file_);
            file_ = -1;
            throw Unreadable{fmt::format("its masked copy is cut short: {}", words_of(number))};
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace kith::scan
