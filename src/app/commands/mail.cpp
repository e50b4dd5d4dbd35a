// kith mail: do letters leave, and if not, what is to be mended? Sends one to whoever runs the place.
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/commands.hpp"
#include "app/commands/options.hpp"
#include "app/outreach.hpp"
#include "domain/reach/letters.hpp"

namespace kith::app {

namespace {

using How = mail::Delivery::How;

std::string_view words_for(How how) {
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

int send_trial(ServeSettings const& settings, std::string const& to) {
    if (settings.mail_server.empty())
        throw std::runtime_error{"No mail server is named: --mail-server smtp://HOST:587. So no letters leave."};
    auto const address = mail::Address::parse(to);
    if (!address) throw std::runtime_error{fmt::format("{} is no e-mail address.", to)};
    auto office = open_post_office(settings);
    auto const delivery = office->send(reach::trial_letter(office->origin()), *address,
                                       Id<void>::ordered(system_now()).bytes, system_now());
    fmt::print("{}\n", words_for(delivery.how));
    if (delivery.how == How::taken) return 0;
    if (delivery.reply > 0) fmt::print("  Its last answer had the code {}.\n", delivery.reply);
    if (!delivery.explanation.empty()) fmt::print("  {}\n", delivery.explanation);
    return 1;
}

}  // namespace

void add_mail(Program& program) {
    auto* const words = program.words.add_subcommand("mail", "Send a trial letter, and say what keeps it from leaving");
    auto const settings = std::make_shared<ServeSettings>();
    auto const to = std::make_shared<std::string>();
    add_config_option(*words);
    add_origin_option(*words, *settings);
    add_mail_options(*words, *settings);
    words->add_option("--to", *to, "Address to send it to")->type_name("ADDRESS")->required();
    program.commands.push_back({words, [settings, to] { return send_trial(*settings, *to); }});
}

}  // namespace kith::app
