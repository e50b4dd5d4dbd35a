#include "scan/child.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <thread>

namespace kith::scan {

namespace {

constexpr std::size_t complaint_bytes_max = 4096;
constexpr rlim_t files_open_max = 32;
// A child that has closed its output ends within this, or is ended.
constexpr std::chrono::milliseconds farewell{2000}, farewell_step{2};

void limit(int what, rlim_t most) {
    rlimit const value{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &value);
}

// Between fork and exec only what is safe after a fork of a program with threads.
[[noreturn]] void become(char const* path, char* const* words, int input, int output, int errors) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (::dup2(input, STDIN_FILENO) < 0 || ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(errors, STDERR_FILENO) < 0)
        ::_exit(127);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, files_open_max);
    limit(RLIMIT_CPU, child_processor_seconds_max);
    limit(RLIMIT_AS, child_memory_bytes_max);
    std::array<char*, 2> environment{const_cast<char*>("LC_ALL=C.UTF-8"), nullptr};
    ::execve(path, words, environment.data());
    ::_exit(127);
}

void close_both(std::array<int, 2> const& pipe) {
    for (int const end : pipe)
        if (end >= 0) ::close(end);
}

}  // namespace

ChildSource::ChildSource(std::string const& path, std::vector<std::string> const& words, int input)
    : until_{std::chrono::steady_clock::now() + child_time_max} {
    std::vector<char*> arguments{const_cast<char*>(path.c_str())};
    for (auto const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    std::array<int, 2> out{-1, -1}, errors{-1, -1};
    bool const piped = ::pipe2(out.data(), O_CLOEXEC) == 0 && ::pipe2(errors.data(), O_CLOEXEC) == 0;
    if (piped) id_ = ::fork();
    if (piped && id_ == 0) become(path.c_str(), arguments.data(), input, out[1], errors[1]);
    if (id_ < 0) {
        auto const number = errno;
        close_both(out);
        close_both(errors);
        throw Unreadable{
            fmt::format("needs another program, which cannot be started: {}", std::generic_category().message(number))};
    }
    ::close(out[1]);
    ::close(errors[1]);
    output_ = out[0];
    errors_ = errors[0];
}

ChildSource::~ChildSource() {
    if (id_ > 0) kill_it();
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
            kill_it();
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
            kill_it();
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
    int how = 0;
    pid_t ended = 0;
    for (auto waited = std::chrono::milliseconds{0}; ended == 0 && waited < farewell; waited += farewell_step) {
        ended = ::waitpid(id_, &how, WNOHANG);
        if (ended == 0) std::this_thread::sleep_for(farewell_step);
    }
    if (ended == 0) return kill_it();
    if (WIFEXITED(how)) status_ = WEXITSTATUS(how);
    id_ = -1;
}

void ChildSource::kill_it() {
    ::kill(id_, SIGKILL);
    int how = 0;
    while (::waitpid(id_, &how, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
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
    int const descriptor = ::memfd_create("kith", MFD_CLOEXEC);
    if (descriptor < 0) throw Unreadable{"needs more memory than there is"};
    while (!bytes.empty()) {
        auto const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            ::close(descriptor);
            throw Unreadable{"needs more memory than there is"};
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    ::lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

}  // namespace kith::scan
