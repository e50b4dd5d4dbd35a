#include "app/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace kith::app {

namespace {

constexpr std::chrono::milliseconds between_drawings{200};
constexpr std::chrono::seconds between_lines{10};
constexpr int bar_characters = 30;

}  // namespace

Progress::Progress() : on_terminal_{isatty(STDERR_FILENO) == 1}, thread_{[this] { run(); }} {}

Progress::~Progress() {
    {
        std::lock_guard lock{mutex_};
        ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
    if (drawn_ && on_terminal_) fmt::print(stderr, "\r\033[K");
}

void Progress::begin(std::string what, std::int64_t most) {
    std::lock_guard lock{mutex_};
    what_ = std::move(what);
    most_ = most;
    done_ = 0;
}

void Progress::run() {
    std::unique_lock lock{mutex_};
    auto const ending = [this] { return ending_; };
    if (wake_.wait_for(lock, progress_after, ending)) return;
    do draw();
    while (!wake_.wait_for(lock, on_terminal_ ? between_drawings : std::chrono::milliseconds{between_lines}, ending));
}

void Progress::draw() {
    drawn_ = true;
    auto const done = done_.load();
    auto const share = most_ > 0 ? static_cast<int>(std::min<std::int64_t>(done * 100 / most_, 100)) : 0;
    if (!on_terminal_) {
        if (most_ > 0)
            fmt::print(stderr, "{}: {} %\n", what_, share);
        else
            fmt::print(stderr, "{} …\n", what_);
    } else if (most_ > 0) {
        auto const full = share * bar_characters / 100;
        fmt::print(stderr, "\r\033[K{:<32} [{:=<{}}{:<{}}] {:3} %", what_, "", full, "", bar_characters - full, share);
    } else {
        fmt::print(stderr, "\r\033[K{} …", what_);
    }
    std::fflush(stderr);
}

}  // namespace kith::app
