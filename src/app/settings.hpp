// The settings of `kith serve`: command line first, then environment (KITH_…), then a TOML file.
// How each is given stands in commands/options.cpp; what each means, in docs/operating/settings.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/log.hpp"

namespace kith::app {

struct ServeSettings {
    std::string data = "kith-data";  // folder of the database
    std::string key_file;            // empty: beside the folder, "<data>.key"
    std::string database;            // empty: SQLite in `data`; else postgres://…
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string origin;  // https://kith.example; empty: as the Host field says
    std::string tls_certificate_file, tls_key_file;
    // Letters: no server, no letters. The password is the first line of its file.
    std::string mail_server, mail_from, mail_user, mail_password_file;
    bool mail_plain = false;                // without TLS, on this machine alone
    std::string trusted_certificates_file;  // for lines to the outside; empty: the system's
    std::size_t reach_gap_seconds = 15 * 60;
    bool push_to_loopback = false;     // for tests
    std::string metrics;               // where /metrics and /ready are; empty: nowhere
    std::size_t files_gigabytes = 20;  // pictures and documents of all members together
    std::string picture_socket;        // where the system starts kith-pictures; empty: we do
    bool behind_proxy = false;
    std::string time_zone;               // of the place, for whoever has chosen none; empty: the machine's
    std::size_t ballast_mebibytes = 64;  // app/room.hpp; 0: none
    LogForm log = LogForm::words;
    bool log_requests = false;
    bool no_limits = false;  // rates off: for tests and benchmarks
    std::size_t read_workers = 3;
    std::size_t write_workers = 64;
};

inline constexpr std::size_t read_workers_max = 64;
inline constexpr std::size_t write_workers_max = 512;
inline constexpr std::size_t files_gigabytes_max = 1'000'000;
inline constexpr std::size_t ballast_mebibytes_max = 64 * 1024;
inline constexpr std::size_t reach_gap_seconds_max = 24 * 60 * 60;

// Where to listen.
struct Listen {
    std::string address;  // an IP address, without the brackets of IPv6
    std::uint16_t port;
};

// Reads "127.0.0.1:8080", "[::1]:8080" or "8080" (then on 127.0.0.1). Port 0 lets the system choose one.
std::optional<Listen> parse_listen(std::string_view);
// "http://[::1]:8080": an address as it stands in a link.
std::string link_to(ServeSettings const&, std::uint16_t port);
// True for scheme and host alone, without a path: "https://kith.example".
bool is_origin(std::string_view);

}  // namespace kith::app
