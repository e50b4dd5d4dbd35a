// The static limit: one 20 kB page from memory through platform/net, nothing behind it.
//
//   net_static [port [read workers]]      then, beside it: wrk -t1 -c16 -d5 http://127.0.0.1:PORT/
//   GET /events is a live stream that hears nothing but heartbeats.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "platform/net/server.hpp"

int main(int count, char** words) {
    using namespace kith;
    net::Settings settings;
    settings.port = count > 1 ? static_cast<std::uint16_t>(std::atoi(words[1])) : 0;
    if (count > 2) settings.read_workers = static_cast<std::size_t>(std::atoi(words[2]));
    static std::string const page(20'000, 'x');
    net::Server server(settings, [](http::Request const& request) {
        http::Response response;
        if (request.path == "/events") {
            response.events = [](std::shared_ptr<http::EventSink> sink) { return sink; };
            return response;
        }
        response.static_body = page;
        response.with("Content-Type", "text/html; charset=utf-8");
        return response;
    });
    std::printf("http://127.0.0.1:%u/\n", server.port());
    std::fflush(stdout);
    server.run();
}
