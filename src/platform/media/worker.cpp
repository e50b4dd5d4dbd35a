#include "platform/media/worker.hpp"

#include <filesystem>

#include "platform/media/errand.hpp"
#include "platform/media/turns.hpp"

namespace kith::media {

namespace {

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

std::string& socket_of_worker() {
    static std::string path;
    return path;
}

}  // namespace

std::string worker_program() {
    static std::string const program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "kith-pictures";
    return program;
}

void have_worker_at(std::string socket) { socket_of_worker() = std::move(socket); }

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
    auto const until = std::chrono::steady_clock::now() + worker_time_max;
    auto const said = socket_of_worker().empty() ? said_by_process(worker_program(), file, until)
                                                 : said_at_socket(socket_of_worker(), file, until);
    if (!said) return std::unexpected(said.error());
    return read_told(*said);
}

}  // namespace kith::media
