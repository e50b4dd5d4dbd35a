// The settings of `kith serve`: command line first, then environment (KITH_…), then a TOML file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace kith::app {

struct ServeSettings {
    std::string data = "kith-data";       // folder of the database
    std::string key_file;                 // empty: beside the folder, "<data>.key"
    std::string database;                 // empty: SQLite in `data`; else postgres://…
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;
    std::string origin;                   // https://kith.example; empty: as the Host field says
    std::string tls_certificate_file, tls_key_file;
    bool behind_proxy = false;
    bool no_limits = false;               // rates off: for tests and benchmarks
    std::size_t read_workers = 3;
    std::size_t write_workers = 64;
};

}  // namespace kith::app
