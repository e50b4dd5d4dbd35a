#include "app/room.hpp"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <filesystem>

#include "app/log.hpp"

namespace kith::app {

namespace fs = std::filesystem;

Room::Room(std::string const& folder, std::uint64_t ballast_bytes)
    : folder_{folder}, ballast_{(fs::path{folder} / "kith.ballast").string()}, bytes_{ballast_bytes} {
    if (bytes_ > 0 && stands() && free_bytes() < bytes_ / nothing_part) let_go();
}

void Room::begin() {
    if (bytes_ == 0) return let_go();
    std::error_code none;
    if (stands() && fs::file_size(ballast_, none) != bytes_) let_go();  // the setting has changed
    look();
    looking_.emplace("room", room_looked_at_every, [this] { look(); });
}

void Room::ran_out() {
    std::lock_guard const lock{mutex_};
    if (bytes_ == 0) return;
    let_go();
    now_enough(false);
}

void Room::look() {
    std::lock_guard const lock{mutex_};
    auto const free = free_bytes();
    // Back only with something to spare, so that it does not change with every few kilobytes.
    auto const low = bytes_ / low_part + (enough_ ? 0 : bytes_ / nothing_part);
    if (stands()) {
        if (free < bytes_ / nothing_part) let_go();
        now_enough(stands() && free >= low);
    } else {
        if (free >= bytes_ + low) make();
        now_enough(stands());
    }
}

std::uint64_t Room::free_bytes() const {
    struct statvfs status{};
    if (::statvfs(folder_.c_str(), &status) != 0) return UINT64_MAX;  // then the database will say what is wrong
    return std::uint64_t{status.f_bavail} * status.f_frsize;
}

bool Room::stands() const {
    std::error_code none;
    return fs::exists(ballast_, none);
}

// Its room is taken at once, without a byte being written.
void Room::make() {
    int const file = ::open(ballast_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return;
    bool const made = ::posix_fallocate(file, 0, static_cast<off_t>(bytes_)) == 0;
    ::close(file);
    if (!made) let_go();
}

void Room::let_go() {
    std::error_code none;
    fs::remove(ballast_, none);
}

void Room::now_enough(bool enough) {
    if (enough_.exchange(enough) == enough) return;
    if (enough)
        write_log(Told::room_again, "There is room on the disk again; all is taken as before.");
    else
        write_log(
            Told::disk_full,
            "The disk is nearly full. What exists can be read and deleted; new words are refused until there is room.");
}

}  // namespace kith::app
