// One file's way to kith-pictures and back: to a process that we start, or to a socket where the system starts one for
// each who comes (packaging/kith-pictures@.service), under limits that a child of ours could not be given.
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <string_view>

#include "platform/media/made.hpp"

namespace kith::media {

using Deadline = std::chrono::steady_clock::time_point;

// What the worker said (made.hpp reads it). `too_slow` where it took longer or its own time was over, `broken` where it
// ended before it was ready. Throw std::runtime_error where there is no worker.
std::expected<std::string, Refused> said_by_process(std::string const& program, std::string_view file, Deadline);
std::expected<std::string, Refused> said_at_socket(std::string const& path, std::string_view file, Deadline);

}  // namespace kith::media
