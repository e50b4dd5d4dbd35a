#include "platform/media/errand.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <stdexcept>

#include "base/child.hpp"

namespace kith::media {

namespace {

constexpr std::size_t step_bytes = 64 * 1024, heads_bytes_max = 4 * 1024;

// A descriptor that is closed at the end.
class Open {
public:
    explicit Open(int descriptor) : descriptor_{descriptor} {}
    ~Open() { close(); }
    Open(Open const&) = delete;
    int get() const { return descriptor_; }
    void close() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
    }

private:
    int descriptor_;
};

[[noreturn]] void cannot(std::string const& what) { throw std::runtime_error{"no worker for pictures: " + what}; }

// Whether the descriptor is ready for it by then.
bool is_ready(int descriptor, short for_what, Deadline until) {
    for (;;) {
        auto const left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        pollfd waited{descriptor, for_what, 0};
        int const ready = left > 0 ? ::poll(&waited, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        return ready > 0;
    }
}

// All that it writes; nothing where it takes too long or says too much.
std::optional<std::string> all_of(int output, Deadline until) {
    std::string said;
    for (;;) {
        if (!is_ready(output, POLLIN, until)) return std::nullopt;
        auto const before = said.size();
        said.resize(before + step_bytes);
        auto const got = ::read(output, said.data() + before, step_bytes);
        said.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) return said;
        if (said.size() > made_bytes_max + heads_bytes_max) return std::nullopt;
    }
}

// A worker that has ended takes no more of it; what it said before that is still to be read.
void send_all(int socket, std::string_view file, Deadline until) {
    while (!file.empty() && is_ready(socket, POLLOUT, until)) {
        auto const sent = ::send(socket, file.data(), std::min(file.size(), step_bytes), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent < 0) break;
        file.remove_prefix(static_cast<std::size_t>(sent));
    }
    ::shutdown(socket, SHUT_WR);
}

}  // namespace

std::expected<std::string, Refused> said_by_process(std::string const& program, std::string_view file, Deadline until) {
    if (::access(program.c_str(), X_OK) != 0) cannot("kith-pictures is not beside the program");
    Open const input{file_in_memory(file)};
    std::array<int, 2> pipe{-1, -1};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) cannot("no pipe");
    Open const output{pipe[0]};
    Open theirs{pipe[1]};
    Child child{program, {}, {input.get(), theirs.get()}};
    theirs.close();
    auto said = all_of(output.get(), until);
    if (!said) return std::unexpected(Refused::too_slow);
    auto const how = child.wait(until);
    if (!how) return std::unexpected(Refused::too_slow);
    // Its limits on time and memory end it, and so does a step that it may not take.
    if (!WIFEXITED(*how)) return std::unexpected(WTERMSIG(*how) == SIGXCPU ? Refused::too_slow : Refused::broken);
    if (WEXITSTATUS(*how) != 0) return std::unexpected(Refused::broken);
    return std::move(*said);
}

std::expected<std::string, Refused> said_at_socket(std::string const& path, std::string_view file, Deadline until) {
    sockaddr_un address{AF_UNIX, {}};
    if (path.size() >= sizeof address.sun_path) cannot("the path of its socket is too long");
    std::ranges::copy(path, address.sun_path);
    Open const socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (socket.get() < 0 || ::connect(socket.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0)
        cannot("nobody listens at " + path);
    send_all(socket.get(), file, until);
    auto said = all_of(socket.get(), until);
    if (!said) return std::unexpected(Refused::too_slow);
    // How it ended cannot be seen from here: it says all of it, or what it said cannot be read.
    if (said->empty()) return std::unexpected(Refused::broken);
    return std::move(*said);
}

}  // namespace kith::media
