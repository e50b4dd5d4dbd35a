#include "app/lost_disk.hpp"

#include "app/log.hpp"

namespace kith::app {

void LostDisk::lost() {
    std::lock_guard const lock{mutex_};
    lost_ = true;
    write_log(
        Told::disk_lost,
        "The disk failed while something was being kept, so Kith takes nothing more and ends. Whatever it said yes to "
        "is there; what was under way is there or not. Look after the disk, then start Kith again.");
    if (server_) server_->stop();
}

void LostDisk::watch(net::Server& server) {
    std::lock_guard const lock{mutex_};
    server_ = &server;
    if (lost_) server_->stop();
}

void LostDisk::forget() {
    std::lock_guard const lock{mutex_};
    server_ = nullptr;
}

bool LostDisk::is_lost() const {
    std::lock_guard const lock{mutex_};
    return lost_;
}

}  // namespace kith::app
