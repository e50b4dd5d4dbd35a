// Has files made anew by another program, kith-pictures, one process for each file (errand.hpp): it gets the bytes, may
// do nothing but compute, and is ended when it takes too long. What it cannot do is said in src/pictures/sandbox.hpp.
//
// Any thread; waits for the worker, so no transaction may be open. At most `workers_at_once` run, and
// `workers_waited_for_max` wait for one; who comes beyond that, waits longer than `worker_wait_max`, or has one at work
// already, is told that it is busy. So files take few of the threads that answer requests, and one person's take one.
// Throws std::runtime_error where the program is not there.
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <string_view>

#include "platform/media/made.hpp"

namespace kith::media {

inline constexpr int workers_at_once = 2;
inline constexpr int workers_waited_for_max = 6;
inline constexpr std::chrono::seconds worker_wait_max{20};
inline constexpr std::chrono::seconds worker_time_max{40};

std::expected<Made, Refused> make_anew(std::string_view file, std::string whose);

// Where the worker's program lies: beside the one that runs.
std::string worker_program();

// From now on the system starts the workers, one for each who comes to this socket; "" is as before: we do. Once,
// before any other thread.
void have_worker_at(std::string socket);

}  // namespace kith::media
