#include "app/operators_door.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "platform/jobs/queue.hpp"

namespace kith::app {

namespace {

namespace fs = std::filesystem;

net::Settings settings_of(Listen const& listen) {
    net::Settings settings;
    settings.address = listen.address;
    settings.port = listen.port;
    settings.read_workers = 1;
    settings.write_workers = 1;
    settings.connections_max = 64;
    return settings;
}

http::Response plain(int status, std::string text, std::string_view type = "text/plain; charset=utf-8") {
    http::Response response;
    response.status = status;
    response.with("Content-Type", std::string{type});
    response.with("Cache-Control", "no-store");
    response.body = std::move(text);
    return response;
}

// The second number of /proc/self/statm: pages in memory (proc(5)).
double resident_bytes() {
    std::ifstream file{"/proc/self/statm"};
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double bytes_in(std::string const& folder) {
    double bytes = 0;
    std::error_code gone;  // a file of the database's may come and go while we look
    for (auto const& entry : fs::recursive_directory_iterator{folder, gone})
        if (entry.is_regular_file(gone)) bytes += static_cast<double>(entry.file_size(gone));
    return bytes;
}

}  // namespace

OperatorsDoor::OperatorsDoor(Listen const& listen, Metrics const& metrics, sql::Database& database,
                             net::Server const& place, std::string data_folder)
    : metrics_{metrics},
      database_{database},
      place_{place},
      folder_{std::move(data_folder)},
      server_{settings_of(listen), [this](http::Request const& request) { return answer(request); }},
      thread_{[this] { server_.run(); }} {}

OperatorsDoor::~OperatorsDoor() {
    server_.stop();
    thread_.join();
}

http::Response OperatorsDoor::answer(http::Request const& request) const {
    if (!http::is_safe(request.method)) return plain(405, "Only to be read.\n");
    try {
        if (request.path == "/metrics")
            return plain(200, metrics_.write(readings()), "text/plain; version=0.0.4; charset=utf-8");
        if (request.path == "/ready") {
            (void)jobs_waiting();
            return plain(200, "ready\n");
        }
    } catch (std::exception const&) {
        return plain(503, "The records cannot be reached.\n");
    }
    return plain(404, "Here are /metrics and /ready.\n");
}

std::int64_t OperatorsDoor::jobs_waiting() const {
    auto const counted = database_.read(
        [](sql::Transaction& transaction) -> Result<std::int64_t> { return jobs::waiting(transaction); });
    return counted.value_or(0);
}

std::vector<Reading> OperatorsDoor::readings() const {
    auto const load = place_.load();
    std::vector<Reading> all{
        {"kith_connections", "Open connections", static_cast<double>(load.connections)},
        {"kith_live_streams", "Open pages that hear what is new", static_cast<double>(load.streams)},
        {"kith_reads_waiting", "Requests that only read and wait for a worker",
         static_cast<double>(load.reads_waiting)},
        {"kith_changes_waiting", "Requests that change something and wait for a worker",
         static_cast<double>(load.changes_waiting)},
        {"kith_jobs_waiting", "Letters and notifications that have not left yet", static_cast<double>(jobs_waiting())},
        {"process_resident_memory_bytes", "Memory of this process", resident_bytes()},
    };
    if (!folder_.empty()) {
        std::error_code none;
        auto const space = fs::space(folder_, none);
        all.push_back({"kith_data_bytes", "Size of the folder of the data", bytes_in(folder_)});
        if (!none)
            all.push_back({"kith_disk_free_bytes", "Room left on its disk", static_cast<double>(space.available)});
    }
    return all;
}

}  // namespace kith::app
