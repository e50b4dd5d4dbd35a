// The program: a command line, and the subcommand it names.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "app/commands.hpp"

int main(int count, char** words) {
    CLI::App program{"Kith: a private place where social workers support each other."};
    program.require_subcommand(1);
    kith::app::ServeSettings settings;
    std::string listen = "127.0.0.1:8080";
    auto* serve = program.add_subcommand("serve", "Serve the place");
    serve->add_option("--data", settings.data, "Folder of the data")->capture_default_str();
    serve->add_option("--listen", listen, "ADDRESS:PORT")->capture_default_str();
    serve->add_option("--key-file", settings.key_file, "Key of the data, 0600, outside the folder");
    serve->add_option("--database", settings.database, "postgres://… instead of SQLite in the folder");
    serve->add_option("--origin", settings.origin, "Where browsers find it, like https://kith.example");
    serve->add_option("--tls-cert", settings.tls_certificate_file);
    serve->add_option("--tls-key", settings.tls_key_file);
    serve->add_flag("--behind-proxy", settings.behind_proxy);
    serve->add_flag("--no-limits", settings.no_limits, "No limits of rate; for tests and benchmarks");
    CLI11_PARSE(program, count, words);
    try {
        auto const colon = listen.rfind(':');
        settings.address = listen.substr(0, colon);
        settings.port = static_cast<std::uint16_t>(std::stoi(listen.substr(colon + 1)));
        return kith::app::serve(settings);
    } catch (std::exception const& failure) {
        fmt::print(stderr, "kith: {}\n", failure.what());
        return 1;
    }
}
