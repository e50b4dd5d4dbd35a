#include "app/settings.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <charconv>

namespace kith::app {

namespace {

std::optional<std::uint16_t> parse_port(std::string_view text) {
    std::uint16_t port = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (text.empty() || fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return port;
}

bool is_address(std::string const& text) {
    in6_addr parsed{};  // the larger of the two
    return inet_pton(AF_INET, text.c_str(), &parsed) == 1 || inet_pton(AF_INET6, text.c_str(), &parsed) == 1;
}

}  // namespace

std::optional<Listen> parse_listen(std::string_view text) {
    auto const colon = text.rfind(':');
    auto const port = parse_port(colon == text.npos ? text : text.substr(colon + 1));
    if (!port) return std::nullopt;
    if (colon == text.npos) return Listen{"127.0.0.1", *port};
    auto address = text.substr(0, colon);
    bool const bracketed = address.starts_with('[') && address.ends_with(']');
    if (bracketed) address = address.substr(1, address.size() - 2);
    // "::1:8080" could mean two things, so IPv6 wants its brackets.
    if (bracketed != (address.find(':') != address.npos)) return std::nullopt;
    Listen listen{std::string{address == "localhost" ? "127.0.0.1" : address}, *port};
    if (!is_address(listen.address)) return std::nullopt;
    return listen;
}

std::string link_to(ServeSettings const& settings, std::uint16_t port) {
    auto const scheme = settings.tls_certificate_file.empty() ? "http" : "https";
    bool const version_6 = settings.address.find(':') != std::string::npos;
    return fmt::format(fmt::runtime(version_6 ? "{}://[{}]:{}" : "{}://{}:{}"), scheme, settings.address, port);
}

bool is_origin(std::string_view text) {
    auto const start = text.starts_with("https://") ? 8u : text.starts_with("http://") ? 7u : 0u;
    if (start == 0 || text.size() == start) return false;
    return text.find_first_of("/?#@ \t", start) == text.npos;
}

}  // namespace kith::app
