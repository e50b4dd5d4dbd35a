#include "base/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace kith {

namespace {

constexpr int look_again_milliseconds = 1;

[[noreturn]] void cannot() { throw std::system_error{errno, std::generic_category()}; }

void limit(int what, rlim_t most) {
    rlimit const value{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &value);
}

// Between fork and exec only what is safe after a fork of a program with threads.
[[noreturn]] void become(char const* path, char* const* words, ChildEnds ends, ChildLimits const* limits) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    int const errors = ends.errors < 0 ? ::open("/dev/null", O_WRONLY | O_CLOEXEC) : ends.errors;
    if (::dup2(ends.input, STDIN_FILENO) < 0 || ::dup2(ends.output, STDOUT_FILENO) < 0 ||
        ::dup2(errors, STDERR_FILENO) < 0)
        ::_exit(127);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    limit(RLIMIT_CORE, 0);
    if (limits != nullptr) {
        limit(RLIMIT_FSIZE, 0);
        limit(RLIMIT_NOFILE, limits->files_open_max);
        limit(RLIMIT_AS, limits->memory_bytes_max);
        limit_processor_time(limits->processor_seconds_max);
    }
    std::array<char*, 2> environment{const_cast<char*>("LC_ALL=C.UTF-8"), nullptr};
    ::execve(path, words, environment.data());
    ::_exit(127);
}

}  // namespace

Child::Child(std::string const& path, std::vector<std::string> const& words, ChildEnds ends,
             std::optional<ChildLimits> const& limits) {
    std::vector<char*> arguments{const_cast<char*>(path.c_str())};
    for (auto const& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    id_ = ::fork();
    if (id_ == 0) become(path.c_str(), arguments.data(), ends, limits ? &*limits : nullptr);
    if (id_ < 0) cannot();
}

std::optional<int> Child::wait(std::chrono::steady_clock::time_point until) {
    for (int how = 0; id_ > 0;) {
        auto const ended = ::waitpid(id_, &how, WNOHANG);
        if (ended == id_) {
            id_ = -1;
            return how;
        }
        if (std::chrono::steady_clock::now() > until) break;
        ::poll(nullptr, 0, look_again_milliseconds);
    }
    return std::nullopt;
}

void Child::kill() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    int how = 0;
    while (::waitpid(id_, &how, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
}

int file_in_memory(std::string_view bytes) {
    int const descriptor = ::memfd_create("kith", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0) cannot();
    auto const give_up = [&] {
        auto const why = errno;
        ::close(descriptor);
        errno = why;
        cannot();
    };
    while (!bytes.empty()) {
        auto const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) give_up();
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fcntl(descriptor, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) != 0) give_up();
    ::lseek(descriptor, 0, SEEK_SET);
    return descriptor;
}

bool limit_processor_time(std::uint64_t seconds) {
    rlimit const value{seconds, seconds + 1};
    return ::setrlimit(RLIMIT_CPU, &value) == 0;
}

}  // namespace kith
