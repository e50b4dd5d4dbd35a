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

int send_trial(ServeSettings const& settings, std::string const& to) {
    if (settings.mail_server.empty())
        throw std::runtime_error{"No mail server is named: --mail-server smtp://HOST:587. So no letters leave."};
    auto const address = mail::Address::parse(to);
    if (!address) throw std::runtime_error{fmt::format("{} is no e-mail address.", to)};
    auto office = open_post_office(settings);
    auto const delivery = office->send(reach::trial_letter(office->origin()), *address,
                                       Id<void>::ordered(system_now()).bytes, system_now());
    fmt::print("{}\n", words_for_delivery(delivery.how));
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
