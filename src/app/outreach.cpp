#include "app/outreach.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>
#include <fstream>

#include "app/log.hpp"
#include "domain/reach/jobs.hpp"
#include "domain/reach/push_keys.hpp"
#include "platform/crypto/token.hpp"

namespace kith::app {

namespace {

constexpr std::chrono::hours said_again_after{1};
// Push services want something to stand there (RFC 8292 section 2.1); without settings there is no better.
constexpr std::string_view contact_of_nobody = "mailto:nobody@localhost";

std::string read_password(std::string const& file) {
    if (file.empty()) return {};
    struct stat status{};
    std::ifstream stream{file};
    if (stat(file.c_str(), &status) != 0 || !stream)
        throw std::runtime_error{fmt::format("The password file {} cannot be read.", file)};
    if ((status.st_mode & 077) != 0)
        throw std::runtime_error{
            fmt::format("Others can read the password file {0}. Take that away first: chmod 600 {0}", file)};
    std::string password;
    std::getline(stream, password);
    if (password.ends_with('\r')) password.pop_back();
    if (password.empty()) throw std::runtime_error{fmt::format("The password file {} has no first line.", file)};
    return password;
}

// To the log of the server, and not each second the same.
class HostsEar {
public:
    explicit HostsEar(Clock now) : now_{std::move(now)} {}
    void operator()(std::string const& words) {
        auto const now = now_();
        if (words == last_ && now - last_at_ < said_again_after) return;
        last_ = words;
        last_at_ = now;
        write_log(Told::mail_trouble, "A letter could not leave. It is tried again; \"kith mail\" tells more.",
                  {{"mail", words}});
    }

private:
    Clock now_;
    std::string last_;
    Time last_at_;
};

}  // namespace

void check_mail_settings(ServeSettings const& settings) {
    if (settings.mail_server.empty()) {
        if (!settings.mail_from.empty() || !settings.mail_user.empty() || !settings.mail_password_file.empty())
            throw std::runtime_error{"Mail is half set up: name the server with --mail-server smtp://HOST:587."};
        return;
    }
    if (!mail::Address::parse(settings.mail_from))
        throw std::runtime_error{"Say which address letters come from: --mail-from kith@example.org."};
    if (!mail::Origin::parse(settings.origin))
        throw std::runtime_error{"Letters hold a link to this place: say how browsers find it, with --origin."};
    if (settings.mail_plain && !outgoing::is_loopback_url(settings.mail_server))
        throw std::runtime_error{
            "--mail-plain is for a mail server on this machine. To another, letters and the password would go open "
            "over the network."};
    if (settings.mail_user.empty() != settings.mail_password_file.empty())
        throw std::runtime_error{"To sign in at the mail server give both --mail-user and --mail-password-file."};
    (void)read_password(settings.mail_password_file);
}

std::optional<mail::PostOffice> open_post_office(ServeSettings const& settings) {
    check_mail_settings(settings);
    if (settings.mail_server.empty()) return std::nullopt;
    auto const from = mail::Address::parse(settings.mail_from);
    outgoing::MailServer server{settings.mail_server,
                                settings.mail_plain ? outgoing::MailTls::none : outgoing::MailTls::required,
                                settings.mail_user,
                                read_password(settings.mail_password_file),
                                settings.trusted_certificates_file,
                                std::string{from->domain()}};
    return std::optional<mail::PostOffice>{std::in_place, std::move(server), *from,
                                           *mail::Origin::parse(settings.origin)};
}

std::string_view words_for_delivery(mail::Delivery::How how) {
    using How = mail::Delivery::How;
    switch (how) {
        case How::taken: return "The mail server took the letter. Look whether it arrives, and not among the junk.";
        case How::address_refused: return "The mail server says that there is no such address. Another one may work.";
        case How::refused:
            return "The mail server refused the letter. Often --mail-from is not an address that it lets us use.";
        case How::unreachable:
            return "The mail server cannot be reached, or is busy. Are its name and port right, and does a firewall "
                   "let us out?";
        case How::untrusted:
            return "The line to the mail server is not safe: it offers no TLS, or a certificate that is not trusted. "
                   "Port 587 wants smtp://, port 465 smtps://. For a certificate of its own there is --trusted-certs.";
        case How::sign_in_refused: return "The mail server does not let us sign in. Are user and password right?";
    }
    return {};
}

Outreach::Outreach(sql::Database& database, Clock now, ServeSettings const& settings, std::string folder)
    : database_{database}, now_{std::move(now)}, folder_{std::move(folder)}, office_{open_post_office(settings)} {
    std::chrono::seconds const gap{settings.reach_gap_seconds};
    pace_ = {std::min<std::chrono::milliseconds>(gap, gathering), gap};
    auto keys = reach::own_keys(database_, now_());
    auto const& point = keys.public_key();
    outside_ = {.mail = office_.has_value(),
                .push_key = crypto::base64url({reinterpret_cast<std::uint8_t const*>(point.data()), point.size()}),
                .push_to_loopback = settings.push_to_loopback};
    // Whoever runs a push service finds us by the address of letters, or by the place itself.
    auto const contact = !settings.mail_from.empty() ? "mailto:" + settings.mail_from
                         : !settings.origin.empty()  ? settings.origin
                                                     : std::string{contact_of_nobody};
    sender_.emplace(std::move(keys), contact,
                    settings.push_to_loopback ? push::Loopback::allowed : push::Loopback::refused,
                    settings.trusted_certificates_file);
}

void Outreach::begin() {
    std::map<std::string, jobs::Handler, std::less<>> handlers;
    if (office_) handlers.emplace(reach::mail_job, reach::send_mail(database_, *office_, now_, HostsEar{now_}));
    handlers.emplace(reach::push_job, reach::send_push(database_, *sender_, now_));
    auto const plan = [outside = outside_, pace = pace_](sql::Database& in, Time at) {
        reach::plan(in, at, outside, pace);
    };
    worker_.emplace(jobs::Shift{database_,
                                now_,
                                std::move(handlers),
                                {{"reach", reach::plan_every, plan}},
                                jobs::DoneMarks{folder_.empty() ? std::string{} : folder_ + "/sent"}});
}

Outreach::~Outreach() = default;

}  // namespace kith::app
