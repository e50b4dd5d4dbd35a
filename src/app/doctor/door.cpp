#include <fmt/format.h>

#include <algorithm>

#include "app/doctor/doctor.hpp"
#include "platform/net/certificate.hpp"

namespace kith::app {

namespace {

constexpr std::chrono::hours renewed_before{14 * 24};

bool is_this_machine(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

std::string_view host_of(std::string_view origin) {
    auto const start = origin.find("://");
    auto host = origin.substr(start == origin.npos ? 0 : start + 3);
    return host.starts_with('[') ? host.substr(1, host.find(']') - 1) : host.substr(0, host.find(':'));
}

void check_certificate(ServeSettings const& settings, Time now, Findings& findings) {
    try {
        auto const certificate = net::read_certificate(settings.tls_certificate_file, settings.tls_key_file);
        auto const host = host_of(settings.origin);
        if (certificate.ends <= now)
            findings.push_back({State::wrong, "Certificate",
                                fmt::format("It ended on {}: browsers turn members away.", in_words(certificate.ends)),
                                "Get a new one. Kith reads it when it starts."});
        else if (certificate.ends - now < renewed_before)
            findings.push_back({State::look, "Certificate", fmt::format("It ends on {}.", in_words(certificate.ends)),
                                "Whatever renews it should have done so by now."});
        else if (!host.empty() && !certificate.is_for(host))
            findings.push_back({State::wrong, "Certificate", fmt::format("It is not for {}.", host),
                                "Get one for the name that --origin says."});
        else
            findings.push_back(
                {State::well, "Certificate", fmt::format("Good until {}.", in_words(certificate.ends)), {}});
    } catch (std::exception const& fault) {
        findings.push_back({State::wrong, "Certificate", fault.what(), "It has to be PEM, its chain after it."});
    }
}

void check_address(ServeSettings const& settings, Findings& findings) {
    bool const near = is_this_machine(settings.address), has_tls = !settings.tls_certificate_file.empty();
    if (!near && !has_tls)
        findings.push_back({State::wrong, "Door",
                            fmt::format("It is open to the network at {} without TLS: who is on the way can read all.",
                                        settings.address),
                            "Listen on 127.0.0.1 behind a proxy that speaks HTTPS, or give --tls-cert and --tls-key."});
    else if (near && has_tls)
        findings.push_back({State::look, "Door", "It speaks HTTPS to this machine alone.",
                            "Members reach it only where --listen names an address of the network."});
    else if (near && !settings.origin.empty() && !is_this_machine(host_of(settings.origin)) && !settings.behind_proxy)
        findings.push_back({State::wrong, "Door",
                            "A proxy seems to stand in front, and Kith does not know: to it all members are one, and "
                            "limits meant for one stop all.",
                            "Say --behind-proxy."});
    else if (settings.behind_proxy && !near)
        findings.push_back({State::wrong, "Door",
                            "It believes what a proxy says of who asks, and whoever reaches it can say the same.",
                            "Listen on 127.0.0.1, so that the proxy alone comes through."});
    else
        findings.push_back({State::well, "Door", fmt::format("At {}, port {}.", settings.address, settings.port), {}});
}

void check_origin(ServeSettings const& settings, Findings& findings) {
    if (settings.origin.empty())
        findings.push_back({State::look, "Address", "Kith does not know how browsers find it.",
                            "Say --origin https://YOUR.NAME: links in letters, passkeys and the check of where a form "
                            "comes from stand on it."});
    else if (settings.origin.starts_with("http://") && !is_this_machine(host_of(settings.origin)))
        findings.push_back({State::wrong, "Address", fmt::format("{} is not encrypted.", settings.origin),
                            "Serve it by HTTPS, and say so in --origin."});
    else
        findings.push_back({State::well, "Address", settings.origin, {}});
}

}  // namespace

void check_door(ServeSettings const& settings, Time now, Findings& findings) {
    check_origin(settings, findings);
    check_address(settings, findings);
    if (!settings.tls_certificate_file.empty()) check_certificate(settings, now, findings);
    if (settings.no_limits)
        findings.push_back({State::wrong, "Limits", "They are off: anybody can try passwords as fast as they like.",
                            "Take --no-limits away; it is for measurements."});
    auto const metrics = parse_listen(settings.metrics);
    if (metrics && !is_this_machine(metrics->address))
        findings.push_back({State::look, "Numbers", fmt::format("{} can be asked from outside.", settings.metrics),
                            "How much goes on in a place, and when, is nobody else's business: 127.0.0.1, or a "
                            "network of your own."});
}

}  // namespace kith::app
