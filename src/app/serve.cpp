// kith serve: the server, from start to a graceful stop.
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdio>

#include "app/app.hpp"
#include "app/coming_round.hpp"
#include "app/commands.hpp"
#include "app/embedded.hpp"
#include "app/housekeeping.hpp"
#include "app/log.hpp"
#include "app/lost_disk.hpp"
#include "app/open.hpp"
#include "app/operators_door.hpp"
#include "app/outreach.hpp"
#include "app/room.hpp"
#include "app/routes.hpp"
#include "app/trusted_clock.hpp"
#include "base/zone.hpp"
#include "domain/place/place.hpp"
#include "platform/html/render.hpp"
#include "platform/media/worker.hpp"
#include "platform/net/server.hpp"

namespace kith::app {

namespace {

constexpr std::int64_t bytes_of_gigabyte = std::int64_t{1} << 30;
constexpr std::uint64_t mebibyte = 1024 * 1024;

net::Settings net_settings(ServeSettings const& settings, App const& app) {
    net::Settings net;
    net.address = settings.address;
    net.port = settings.port;
    net.tls_certificate_file = settings.tls_certificate_file;
    net.tls_key_file = settings.tls_key_file;
    net.proxy = settings.behind_proxy ? net::Proxy::in_front : net::Proxy::none;
    net.read_workers = settings.read_workers;
    net.write_workers = settings.write_workers;
    net.body_bytes_max_for = body_bytes_max_for;
    net.knows_sender = [&app](http::Request const& head) { return app.knows(head); };
    if (settings.no_limits) {
        net.connections_per_address_max = net.connections_max;
        net.long_bodies_per_address_max = net.long_bodies_of_unknown_max = net.long_bodies_max;
    }
    return net;
}

// To the file of the database, or the log beside it.
std::optional<Time> last_written(ServeSettings const& settings) {
    std::optional<Time> last;
    if (!settings.database.empty()) return last;
    for (auto const* name : {"/kith.db", "/kith.db-wal"}) {
        struct stat status{};
        if (::stat((settings.data + name).c_str(), &status) != 0) continue;
        Time const written{status.st_mtim.tv_sec * 1'000 + status.st_mtim.tv_nsec / 1'000'000};
        last = std::max(last.value_or(written), written);
    }
    return last;
}

void say_key(OpenedDatabase const& opened) {
    if (!opened.key_made) return;
    fmt::print(
        "A key was made: {}\n"
        "  Everything is encrypted with it. Keep a copy somewhere else, apart from the data:\n"
        "  whoever loses it loses everything, and whoever finds it with the data can read all.\n",
        opened.key_file);
}

}  // namespace

int serve(ServeSettings const& settings) {
    log_in_form(settings.log);
    html::load_templates(embedded::templates());
    check_mail_settings(settings);
    media::have_worker_at(settings.picture_socket);
    Zone::set_place(settings.time_zone.empty() ? Zone::of_machine() : settings.time_zone);
    TrustedClock clock{TrustedClock::of_the_machine(), last_written(settings)};
    Clock const now = [&] { return clock.now(); };
    LostDisk disk;
    Room room{settings.data, settings.database.empty() ? settings.ballast_mebibytes * mebibyte : 0};
    auto const opened = open_database(settings, Absent::make, [&] { disk.lost(); });
    say_key(opened);
    room.begin();
    auto const hub = live::make_local_hub();
    auto const limits = settings.no_limits ? Limits::off : Limits::as_usual;
    Outreach outreach{*opened.database, now, settings, opened.folder};
    Metrics metrics;
    auto const files_bytes_max = static_cast<std::int64_t>(settings.files_gigabytes) * bytes_of_gigabyte;
    App app{*opened.database,
            *hub,
            now,
            {settings.origin, limits, outreach.outside(), files_bytes_max, &metrics, [&] { return clock.is_sure(); },
             &room, settings.log_requests ? LogRequests::yes : LogRequests::no}};
    ComingRound const housekeeping{"housekeeping", housekeeping_every, [&] {
                                       if (clock.is_sure()) sweep(*opened.database, now());
                                   }};
    ComingRound const clockwork{"clockwork", clockwork_every, [&] { app.do_what_is_due(); }};
    net::Server server{net_settings(settings, app), [&](http::Request const& request) { return app.answer(request); }};

    std::optional<OperatorsDoor> operators_door;
    if (auto const listen = parse_listen(settings.metrics))
        operators_door.emplace(*listen, metrics, *opened.database, server, opened.folder);

    auto const origin = settings.origin.empty() ? link_to(settings, server.port()) : settings.origin;
    if (operators_door) fmt::print("Numbers for whoever runs it are at port {}\n", operators_door->port());
    fmt::print("Kith is at {}\n", origin);
    if (auto const secret = place::make_host_link(*opened.database, now()))
        fmt::print("Open this link once to become the host:\n  {}/host/{}\n", origin, *secret);
    std::fflush(stdout);

    outreach.begin();
    disk.watch(server);
    server.run();  // until SIGINT or SIGTERM, or until the disk fails
    disk.forget();
    return disk.is_lost() ? status_of_lost_disk : 0;
}

}  // namespace kith::app
