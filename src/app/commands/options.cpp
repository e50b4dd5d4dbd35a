#include "app/commands/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <toml.hpp>

#include "base/zone.hpp"
#include "platform/outgoing/mail_line.hpp"

namespace kith::app {

namespace {

// "--key-file" may be given as KITH_KEY_FILE.
std::string environment_name(std::string const& option) {
    std::string name = "KITH_";
    for (char const c : option.substr(2))
        name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

template <class Value>
CLI::Option* add(CLI::App& words, std::string const& name, Value& value, std::string about) {
    return words.add_option(name, value, std::move(about))->envname(environment_name(name));
}

void add_switch(CLI::App& words, std::string const& name, bool& value, std::string about) {
    words.add_flag(name, value, std::move(about))->envname(environment_name(name));
}

// A validator that says what to write instead.
template <class Test>
CLI::Validator wants(Test test, std::string const& words) {
    return {[=](std::string& text) {
                return test(text) ? std::string{} : fmt::format("\"{}\" will not do: {}", text, words);
            },
            ""};
}

bool is_postgres(std::string const& text) {
    return text.starts_with("postgres://") || text.starts_with("postgresql://");
}

std::string as_text(toml::value const& value, std::string const& key) {
    if (value.is_string()) return value.as_string().str;
    if (value.is_boolean()) return value.as_boolean() ? "true" : "false";
    if (value.is_integer()) return std::to_string(value.as_integer());
    throw std::runtime_error{
        fmt::format("The setting \"{}\" in the file should be a text, a whole number, true or false.", key)};
}

toml::table read_toml(std::string const& file) {
    if (!std::filesystem::is_regular_file(file))
        throw std::runtime_error{fmt::format("The settings file {} is not there.", file)};
    try {
        return toml::parse(file).as_table();
    } catch (toml::exception const& fault) {
        throw std::runtime_error{
            fmt::format("The settings file {} cannot be read, in line {}. It is TOML: a line is "
                        "NAME = \"VALUE\".",
                        file, fault.location().line())};
    }
}

// `kith backup` takes these from the file too.
constexpr std::string_view of_backup[] = {"backup-key", "keep-days", "keep-count"};

bool is_known(std::string const& key) {
    CLI::App all;
    ServeSettings settings;
    add_data_options(all, settings);
    add_serve_options(all, settings);
    return key != "config" &&
           (all.get_option_no_throw("--" + key) != nullptr || std::ranges::find(of_backup, key) != std::end(of_backup));
}

}  // namespace

void add_config_option(CLI::App& words) {
    words
        .add_option("--config",
                    "File of settings in TOML: the names below without the dashes, like  listen = \"[::]:80\"")
        ->envname("KITH_CONFIG")
        ->type_name("FILE");
}

void add_data_options(CLI::App& words, ServeSettings& settings) {
    add_config_option(words);
    add(words, "--data", settings.data, "Folder that holds the data; made when it is not there")
        ->type_name("FOLDER")
        ->capture_default_str();
    add(words, "--key-file", settings.key_file,
        "File with the key that the data is encrypted with; made at the first start. It must lie outside the folder "
        "of the data. Left out: beside that folder, with .key at the end")
        ->type_name("FILE");
    add(words, "--database", settings.database,
        "A PostgreSQL database to use instead of the folder. An address that holds a password is better given in "
        "KITH_DATABASE, where other users of the machine do not see it")
        ->type_name("postgres://…")
        ->check(wants(is_postgres, "write it as postgres://USER@HOST:PORT/NAME."));
}

void add_origin_option(CLI::App& words, ServeSettings& settings) {
    add(words, "--origin", settings.origin,
        "How browsers find this place, like https://kith.example; needed for letters, and behind a proxy that changes "
        "the Host field")
        ->type_name("URL")
        ->check(wants(is_origin, "write scheme and host alone, like https://kith.example."));
}

void add_mail_options(CLI::App& words, ServeSettings& settings) {
    add(words, "--mail-server", settings.mail_server,
        "Mail server that takes letters to members: smtp://HOST:587 (STARTTLS) or smtps://HOST:465. Left out: no "
        "e-mail")
        ->type_name("URL")
        ->check(wants(outgoing::is_mail_server_url, "write it as smtp://HOST:PORT or smtps://HOST:PORT."));
    add(words, "--mail-from", settings.mail_from, "Address that letters come from")->type_name("ADDRESS");
    add(words, "--mail-user", settings.mail_user, "Name to sign in with at the mail server")->type_name("NAME");
    add(words, "--mail-password-file", settings.mail_password_file,
        "File whose first line is the password for it, readable by this user alone")
        ->type_name("FILE");
    add_switch(words, "--mail-plain", settings.mail_plain,
               "Speak to the mail server without TLS; only to one on this machine");
    add(words, "--trusted-certs", settings.trusted_certificates_file,
        "Certificates (PEM) to trust instead of the system's, for a mail server with one of its own")
        ->type_name("FILE");
}

void add_serve_options(CLI::App& words, ServeSettings& settings) {
    auto const take_listen = [&settings](std::string const& text) {
        auto const listen = parse_listen(text);
        if (!listen)
            throw CLI::ValidationError{"--listen",
                                       fmt::format("\"{}\" will not do: write an IP address and a port, like "
                                                   "127.0.0.1:8080 or [::1]:8080.",
                                                   text)};
        settings.address = listen->address;
        settings.port = listen->port;
    };
    words
        .add_option_function<std::string>(
            "--listen", take_listen,
            "Address and port to listen on; port 0: one that is free. 0.0.0.0 is every network")
        ->envname("KITH_LISTEN")
        ->type_name("ADDRESS:PORT")
        ->default_str("127.0.0.1:8080");
    add_origin_option(words, settings);
    auto* const certificate = add(words, "--tls-cert", settings.tls_certificate_file,
                                  "Certificate with its chain (PEM): serve HTTPS without a proxy")
                                  ->type_name("FILE");
    auto* const key =
        add(words, "--tls-key", settings.tls_key_file, "Private key of the certificate (PEM)")->type_name("FILE");
    (void)certificate, (void)key;
    add_mail_options(words, settings);
    add_switch(words, "--behind-proxy", settings.behind_proxy,
               "A proxy stands in front and says who asks (X-Forwarded-For) and whether by HTTPS (X-Forwarded-Proto). "
               "Never use this without one");
    add(words, "--reach-gap", settings.reach_gap_seconds,
        "Seconds at least between two letters to one person who wishes to hear at once")
        ->type_name("SECONDS")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{0}, reach_gap_seconds_max));
    add(words, "--metrics", settings.metrics,
        "Address and port for whoever runs the place: /metrics (Prometheus) and /ready, numbers only. Never one that "
        "members reach. Left out: nowhere")
        ->type_name("ADDRESS:PORT")
        ->check(wants([](std::string const& text) { return parse_listen(text).has_value(); },
                      "write an IP address and a port, like 127.0.0.1:9090."));
    add(words, "--files-gigabytes", settings.files_gigabytes,
        "Gigabytes that the pictures and documents of all members may take together; then no more are taken")
        ->type_name("NUMBER")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{0}, files_gigabytes_max));
    add(words, "--picture-socket", settings.picture_socket,
        "Socket at which the system starts a kith-pictures for each who comes, as the Debian package sets it up. Left "
        "out: Kith starts it")
        ->type_name("SOCKET");
    add(words, "--time-zone", settings.time_zone,
        "Whose clock is meant for members who have chosen none, like Europe/London. Left out: this machine's, if it is "
        "one that members can choose, else UTC")
        ->type_name("NAME")
        ->check(
            wants([](std::string const& text) { return std::ranges::find(Zone::names(), text) != Zone::names().end(); },
                  "write one that members can choose under Me, Quiet, like Europe/London."));
    add_switch(words, "--push-to-loopback", settings.push_to_loopback,
               "Let notifications go to this machine itself; for tests only");
    add(words, "--ballast", settings.ballast_mebibytes,
        "Megabytes that a file beside the database holds free for the day when the disk is full; 0: none")
        ->type_name("MIB")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{0}, ballast_mebibytes_max));
    add(words, "--log", settings.log,
        "How it tells whoever runs it what happens, on standard error: words, or json, an object a line")
        ->type_name("words|json")
        ->transform(
            CLI::CheckedTransformer(std::map<std::string, LogForm>{{"words", LogForm::words}, {"json", LogForm::json}}))
        ->default_str("words");
    add_switch(words, "--log-requests", settings.log_requests,
               "A line for each request too: which row of the table of routes, its status, how long; never who");
    add_switch(words, "--no-limits", settings.no_limits,
               "Answer without limits of rate; for tests and measurements only");
    add(words, "--read-workers", settings.read_workers, "Threads that answer what only reads")
        ->type_name("NUMBER")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{1}, read_workers_max));
    add(words, "--write-workers", settings.write_workers, "Threads that answer what changes something")
        ->type_name("NUMBER")
        ->capture_default_str()
        ->check(CLI::Range(std::size_t{1}, write_workers_max));
}

void read_settings_file(CLI::App& words) {
    auto const* config = words.get_option_no_throw("--config");
    if (config == nullptr || config->count() == 0) return;
    auto const file = config->as<std::string>();
    for (auto const& [key, value] : read_toml(file)) {
        if (!is_known(key))
            throw std::runtime_error{
                fmt::format("The settings file {} has \"{}\", which Kith does not know.", file, key)};
        auto* const option = words.get_option_no_throw("--" + key);
        if (option == nullptr || option->count() > 0) continue;
        option->add_result(as_text(value, key));
        option->run_callback();
    }
}

}  // namespace kith::app
