// The references that `bin/bench` measures Kith beside, on the same network layer
// with the same settings, on a copy of the same database:
//
//   bench_bare FOLDER GROUP THREAD GROUP-PAGE THREAD-PAGE
//
//   GET  /bare/group, /bare/thread      the bare page (bare.hpp)
//   GET  /static/group, /static/thread  the bytes of the real page, from memory
//   POST /bare/comment                  the bare insert of what is sent
//
// GROUP and THREAD are ids as they stand in addresses; the last two are files with
// the real pages. The key lies beside the folder, FOLDER.key.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "bare/bare.hpp"
#include "platform/net/server.hpp"

namespace {

using namespace kith;

std::string contents(std::string const& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in) throw std::runtime_error{file + " cannot be read"};
    return {std::istreambuf_iterator<char>{in}, {}};
}

IdBytes id_of(char const* word) {
    auto const id = Id<void>::parse(word);
    if (!id) throw std::runtime_error{std::string{word} + " is no id"};
    return id->bytes;
}

http::Response html(std::string body) {
    http::Response response;
    response.body = std::move(body);
    response.with("Content-Type", "text/html; charset=utf-8").with("Cache-Control", "private, no-store");
    return response;
}

http::Response kept(std::string const& page) {
    http::Response response;
    response.static_body = page;
    response.with("Content-Type", "text/html; charset=utf-8");
    return response;
}

void serve(char** words) {
    std::string const folder = words[1];
    net::Settings settings;
    settings.port = 0;
    settings.connections_per_address_max = settings.connections_max;
    auto const database = sql::open_sqlite({folder + "/kith.db", contents(folder + ".key"), settings.read_workers + 1});
    auto const group_page = contents(words[4]), thread_page = contents(words[5]);
    bench::BarePage const group{bench::BarePage::What::group, *database, id_of(words[2]), group_page};
    bench::BarePage const thread{bench::BarePage::What::thread, *database, id_of(words[3]), thread_page};
    bench::BareInsert const comment{*database, id_of(words[3])};

    net::Server server{settings, [&](http::Request const& request) {
                           if (request.method == http::Method::post) {
                               comment.insert(request.body);
                               http::Response response;
                               response.status = 201;
                               return response;
                           }
                           if (request.path == "/bare/group") return html(group.make());
                           if (request.path == "/bare/thread") return html(thread.make());
                           return kept(request.path == "/static/group" ? group_page : thread_page);
                       }};
    std::printf("http://127.0.0.1:%u\n", server.port());
    std::fflush(stdout);
    server.run();
}

}  // namespace

int main(int count, char** words) {
    if (count != 6) {
        std::fprintf(stderr, "bench_bare FOLDER GROUP THREAD GROUP-PAGE THREAD-PAGE\n");
        return 2;
    }
    try {
        serve(words);
    } catch (std::exception const& fault) {
        std::fprintf(stderr, "%s\n", fault.what());
        return 1;
    }
}
