// When the disk fails under a write: said once, and the server is stopped, because from then on nobody knows what the
// disk holds. Who runs it finds a line and a status; the next start begins from what is there.
//
// From any thread.
#pragma once

#include <mutex>

#include "platform/net/server.hpp"

namespace kith::app {

inline constexpr int status_of_lost_disk = 74;  // EX_IOERR of sysexits.h

class LostDisk {
public:
    // Says so on standard error, and stops the server, or, when there is none yet, as soon as there is.
    void lost();
    // The server must outlive what may call `lost`, or be forgotten before.
    void watch(net::Server&);
    void forget();
    bool is_lost() const;

private:
    mutable std::mutex mutex_;
    net::Server* server_ = nullptr;
    bool lost_ = false;
};

}  // namespace kith::app
