#include "app/doctor/doctor.hpp"
#include "platform/crypto/token.hpp"
#include "platform/media/worker.hpp"

namespace kith::app {

namespace {

// The smallest picture there is: one grey point (PNG).
constexpr std::string_view picture_base64url =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg";

}  // namespace

void check_pictures(ServeSettings const& settings, Findings& findings) {
    try {
        media::have_worker_at(settings.picture_socket);
        auto const picture = crypto::from_base64url(picture_base64url);
        auto const made = media::make_anew(picture.value_or(std::string{}), "kith doctor");
        if (made)
            findings.push_back(
                {State::well, "Pictures", "They can be read, by a program that can do nothing else.", {}});
        else
            findings.push_back({State::wrong, "Pictures",
                                "kith-pictures could not read a picture: members will be told that theirs is broken.",
                                "It refuses to work where the system does not let it be limited (seccomp); see "
                                "docs/operating/pictures.md."});
    } catch (std::exception const& fault) {
        findings.push_back({State::wrong, "Pictures", fault.what(),
                            settings.picture_socket.empty() ? "It comes with Kith, and has to lie in the same folder."
                                                            : "systemctl status kith-pictures.socket"});
    }
}

}  // namespace kith::app
