// kith-pictures: reads one file from its standard input, writes what becomes of it (platform/media/made.hpp) to its
// standard output, and can do nothing else. Started by Kith for each file; of no use by hand.
#include <unistd.h>

#include <cerrno>
#include <string>

#include "pictures/document.hpp"
#include "pictures/picture.hpp"
#include "pictures/sandbox.hpp"
#include "platform/media/made.hpp"

namespace {

using kith::media::Refused;

bool read_all(std::string& bytes) {
    constexpr std::size_t step = 256 * 1024;
    for (;;) {
        auto const before = bytes.size();
        bytes.resize(before + step);
        auto const got = ::read(STDIN_FILENO, bytes.data() + before, step);
        bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 || bytes.size() > kith::media::file_bytes_max) return false;
        if (got == 0) return true;
    }
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string answer_to(std::string_view file) {
    auto const kind = kith::media::kind_of(file);
    if (!kind) return told(Refused::unknown);
    auto const made = *kind == kith::media::FileKind::pdf ? kith::pictures::document_from(file)
                                                          : kith::pictures::picture_from(*kind, file);
    if (!made) return told(made.error());
    std::string said;
    for (auto const& version : made->versions) said += told(version);
    return said + told(made->kind);
}

}  // namespace

int main() {
    if (!kith::pictures::ready_decoders() || !kith::pictures::give_up_rights()) return 1;
    std::string file;
    if (!read_all(file)) return 1;
    bool const said = write_all(answer_to(file));
    // Nothing is tidied up: what a hostile file has left behind is not walked over once more.
    ::_exit(said ? 0 : 1);
}
