#include "scan/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace kith::scan {

namespace {

constexpr std::size_t complaint_bytes_max = 4096;
constexpr std::uint64_t files_open_max = 32;
// A child that has closed its output ends within this, or is ended.
constexpr std::chrono::milliseconds farewell{2000};

void close_both(std::array<int, 2> const& pipe) {
    for (int const end : pipe)
        if (end >= 0) ::close(end);
}

}  // namespace

ChildSource::ChildSource(std::string const& path, std::vector<std::string> const& words, int input)
    : until_{std::chrono::steady_clock::now() + child_time_max} {
    std::array<int, 2> out{-1, -1}, errors{-1, -1};
    try {
        if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(errors.data(), O_CLOEXEC) != 0)
            throw std::system_error{errno, std::generic_category()};
        child_.emplace(path, words, ChildEnds{input, out[1], errors[1]},
                       ChildLimits{child_memory_bytes_max, child_processor_seconds_max, files_open_max});
    } catch (std::system_error const& failure) {
        close_both(out);
        close_both(errors);
        throw Unreadable{fmt::format("needs another program, which cannot be started: {}", failure.code().message())};
    }
    ::close(out[1]);
    ::close(errors[1]);
    output_ = out[0];
    errors_ = errors[0];
}

ChildSource::~ChildSource() {
    child_.reset();
    if (output_ >= 0) ::close(output_);
    if (errors_ >= 0) ::close(errors_);
}

std::size_t ChildSource::read(char* to, std::size_t most) {
    while (output_ >= 0) {
        std::array<pollfd, 2> waited{pollfd{output_, POLLIN, 0}, pollfd{errors_, POLLIN, 0}};
        auto const left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
        int const ready = left.count() > 0 ? ::poll(waited.data(), waited.size(), static_cast<int>(left.count())) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            child_->kill();
            throw Unreadable{fmt::format("takes more than {} seconds to read; the rest of it is left alone",
                                         child_time_max.count())};
        }
        if ((waited[1].revents & (POLLIN | POLLHUP)) != 0) {
            std::array<char, 1024> words{};
            auto const got = ::read(errors_, words.data(), words.size());
            if (got > 0 && complaints_.size() < complaint_bytes_max)
                complaints_.append(words.data(), static_cast<std::size_t>(got));
            if (got <= 0) ::close(errors_), errors_ = -1;  // poll passes over -1
        }
        if ((waited[0].revents & (POLLIN | POLLHUP)) == 0) continue;
        auto const got = ::read(output_, to, most);
        if (got < 0 && errno == EINTR) continue;
        if (got > 0) {
            given_ += static_cast<std::uint64_t>(got);
            if (given_ <= child_output_bytes_max) return static_cast<std::size_t>(got);
            child_->kill();
            throw Unreadable{"holds more text than a document would; the rest of it is left alone"};
        }
        finish();
    }
    return 0;
}

void ChildSource::finish() {
    ::close(output_);
    output_ = -1;
    // It has closed its output; what is left of its complaints is short.
    while (errors_ >= 0) {
        std::array<char, 1024> words{};
        pollfd waited{errors_, POLLIN, 0};
        auto const got = ::poll(&waited, 1, 1000) > 0 ? ::read(errors_, words.data(), words.size()) : 0;
        if (got <= 0) ::close(errors_), errors_ = -1;
        if (got > 0 && complaints_.size() < complaint_bytes_max)
            complaints_.append(words.data(), static_cast<std::size_t>(got));
    }
    auto const how = child_->wait(std::chrono::steady_clock::now() + farewell);
    if (!how) return child_->kill();
    if (WIFEXITED(*how)) status_ = WEXITSTATUS(*how);
}

std::optional<std::string> find_program(std::string const& name) {
    auto const* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
    std::string folders = path == nullptr ? "" : path;
    folders += ":/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin";
    for (std::size_t at = 0; at <= folders.size();) {
        auto const end = std::min(folders.find(':', at), folders.size());
        auto file = folders.substr(at, end - at) + '/' + name;
        // A relative folder in PATH would be whatever folder one happens to stand in.
        if (file.front() == '/' && file.size() > name.size() + 1 && ::access(file.c_str(), X_OK) == 0) return file;
        at = end + 1;
    }
    return std::nullopt;
}

int file_in_memory(std::string_view bytes) {
    try {
        return kith::file_in_memory(bytes);
    } catch (std::system_error const&) {
        throw Unreadable{"needs more memory than there is"};
    }
}

}  // namespace kith::scan
