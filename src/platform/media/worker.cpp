#include "platform/media/worker.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "base/child.hpp"
#include "platform/media/turns.hpp"

namespace kith::media {

namespace {

using Clock = std::chrono::steady_clock;

Turns turns{workers_at_once, workers_waited_for_max};

class Turn {
public:
    explicit Turn(std::string whose) : whose_{std::move(whose)}, taken_{turns.begin(whose_, worker_wait_max)} {}
    ~Turn() {
        if (taken_) turns.end(whose_);
    }
    Turn(Turn const&) = delete;
    bool taken() const { return taken_; }

private:
    std::string whose_;
    bool taken_;
};

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

[[noreturn]] void cannot(char const* what) { throw std::runtime_error{std::string{"no worker for pictures: "} + what}; }

// All that it writes; nothing where it takes too long or says too much.
std::optional<std::string> all_of(int output, Clock::time_point until) {
    constexpr std::size_t step = 64 * 1024, heads_bytes_max = 4 * 1024;
    std::string said;
    for (;;) {
        auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        pollfd waited{output, POLLIN, 0};
        int const ready = left > 0 ? ::poll(&waited, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return std::nullopt;
        auto const before = said.size();
        said.resize(before + step);
        auto const got = ::read(output, said.data() + before, step);
        said.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) return said;
        if (said.size() > made_bytes_max + heads_bytes_max) return std::nullopt;
    }
}

}  // namespace

std::string worker_program() {
    static std::string const program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "kith-pictures";
    return program;
}

std::expected<Made, Refused> make_anew(std::string_view file, std::string whose) {
    if (file.size() > file_bytes_max) return std::unexpected(Refused::too_large);
    auto const kind = kind_of(file);
    if (!kind) return std::unexpected(Refused::unknown);
    if (*kind != FileKind::pdf) {
        auto const extent = extent_of(*kind, file);
        if (!extent) return std::unexpected(Refused::broken);
        if (!fits(*extent)) return std::unexpected(Refused::too_many_pixels);
    }
    Turn const turn{std::move(whose)};
    if (!turn.taken()) return std::unexpected(Refused::busy);
    if (::access(worker_program().c_str(), X_OK) != 0) cannot("kith-pictures is not beside the program");

    auto const until = Clock::now() + worker_time_max;
    Open const input{file_in_memory(file)};
    std::array<int, 2> pipe{-1, -1};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) cannot("no pipe");
    Open const output{pipe[0]};
    Open theirs{pipe[1]};
    Child child{worker_program(), {}, {input.get(), theirs.get()}};
    theirs.close();
    auto const said = all_of(output.get(), until);
    if (!said) return std::unexpected(Refused::too_slow);
    auto const how = child.wait(until);
    if (!how) return std::unexpected(Refused::too_slow);
    // Its limits on time and memory end it, and so does a step that it may not take.
    if (!WIFEXITED(*how)) return std::unexpected(WTERMSIG(*how) == SIGXCPU ? Refused::too_slow : Refused::broken);
    if (WEXITSTATUS(*how) != 0) return std::unexpected(Refused::broken);
    return read_told(*said);
}

}  // namespace kith::media
