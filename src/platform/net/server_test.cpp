#include "platform/net/server.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

#include "platform/net/test_client.hpp"

namespace kith::net {
namespace {

TEST(Server, answers_and_keeps_the_connection) {
    RunningServer server(echo);
    Client client(server.port());
    for (int round = 0; round < 3; ++round) {
        auto const answer = client.say("GET /a/b?c=d HTTP/1.1\r\nHost: a\r\n\r\n").read();
        EXPECT_EQ(answer.status, 200);
        EXPECT_EQ(answer.body, "GET /a/b?c=d ");
        EXPECT_TRUE(answer.has("\r\nDate: ")) << answer.head;
        EXPECT_FALSE(answer.has("\r\nServer: "));
        EXPECT_FALSE(answer.has("\r\nConnection: "));
    }
}

TEST(Server, closes_when_asked_and_for_http_1_0) {
    RunningServer server(echo);
    for (auto const* request : {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
        Client client(server.port());
        EXPECT_TRUE(client.say(request).read().closes());
        EXPECT_TRUE(client.ends());
    }
    Client kept(server.port());
    EXPECT_TRUE(kept.say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").read().has("Connection: keep-alive"));
    EXPECT_EQ(kept.say("GET / HTTP/1.0\r\n\r\n").read().status, 200);
}

TEST(Server, answers_pipelined_requests_in_order) {
    RunningServer server(echo);
    Client client(server.port());
    std::string all;
    for (int at = 0; at < 50; ++at) {
        all += "POST /" + std::to_string(at) + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi\r\n";
    }
    client.say(all);
    for (int at = 0; at < 50; ++at) EXPECT_EQ(client.read().body, "POST /" + std::to_string(at) + "? hi");
}

TEST(Server, takes_bodies_in_pieces) {
    RunningServer server(echo);
    Client client(server.port());
    client.say("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe");
    std::this_thread::sleep_for(20ms);
    client.say("llo\r\n0\r");
    std::this_thread::sleep_for(20ms);
    EXPECT_EQ(client.say("\n\r\n").read().body, "POST /? hello");
    std::string const large(http::body_bytes_max, 'b');
    client.say("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(large.size()) + "\r\n\r\n" + large);
    EXPECT_EQ(client.read().body, "PUT /? " + large);
}

TEST(Server, answers_head_like_get_without_a_body) {
    RunningServer server([](auto const&) { return text("twelve bytes"); });
    Client client(server.port());
    auto const answer = client.say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").read("HEAD");
    EXPECT_TRUE(answer.has("\r\nContent-Length: 12\r\n"));
    EXPECT_EQ(client.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().body, "twelve bytes");  // nothing lay between
}

TEST(Server, sends_no_body_where_there_is_none) {
    RunningServer server([](http::Request const& request) {
        auto response = text("must not be sent");
        response.status = request.path == "/204" ? 204 : 304;
        return response;
    });
    Client client(server.port());
    EXPECT_FALSE(client.say("GET /204 HTTP/1.1\r\nHost: a\r\n\r\n").read().has("Content-Length"));
    EXPECT_EQ(client.say("GET /304 HTTP/1.1\r\nHost: a\r\n\r\n").read().status, 304);
    EXPECT_TRUE(client.input().empty());
}

TEST(Server, tells_a_client_to_go_ahead) {
    RunningServer server(echo);
    Client client(server.port());
    client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 100);
    EXPECT_EQ(client.say("hello").read().body, "POST /? hello");
    client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.read().status, 413);
}

TEST(Server, does_not_pass_on_what_a_handler_throws) {
    RunningServer server([](http::Request const& request) -> http::Response {
        if (request.path == "/throws") throw std::runtime_error("what a member wrote");
        if (request.path == "/odd") throw 7;
        return text("fine").with("X-Split", "a\r\nSet-Cookie: b");
    });
    Client client(server.port());
    for (auto const* path : {"/throws", "/odd", "/split"}) {
        auto const answer = client.say(std::string("GET ") + path + " HTTP/1.1\r\nHost: a\r\n\r\n").read();
        EXPECT_EQ(answer.status, 500);
        EXPECT_EQ(answer.body, "");
        EXPECT_FALSE(answer.has("Set-Cookie"));
    }
}

TEST(Server, sends_large_answers_whole) {
    std::string const large(8 * 1024 * 1024, 'L');
    RunningServer server([&](auto const&) { return text(large); });
    Client client(server.port());
    client.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(50ms);  // until the socket is full
    EXPECT_EQ(client.read().body, large);
}

TEST(Server, writes_in_parallel) {
    std::atomic<int> inside = 0;
    std::promise<void> all_there;
    auto const gate = all_there.get_future().share();
    RunningServer server([&](http::Request const& request) {
        if (++inside == 64) all_there.set_value();
        return text(gate.wait_for(5s) == std::future_status::ready ? request.body : "waited in vain");
    });
    std::vector<std::unique_ptr<Client>> clients;
    for (int at = 0; at < 64; ++at) {
        clients.push_back(std::make_unique<Client>(server.port()));
        clients.back()->say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n" + std::to_string(at + 10));
    }
    for (int at = 0; at < 64; ++at) EXPECT_EQ(clients[at]->read().body, std::to_string(at + 10));
}

TEST(Server, lets_reads_past_waiting_writes) {
    std::promise<void> go;
    auto const gate = go.get_future().share();
    Settings settings;
    settings.write_workers = 2;
    RunningServer server(settings, [&](http::Request const& request) {
        if (request.method == http::Method::post) gate.wait();
        return text("done");
    });
    std::vector<std::unique_ptr<Client>> writers;
    for (int at = 0; at < 8; ++at) {
        writers.push_back(std::make_unique<Client>(server.port()));
        writers.back()->say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
    }
    EXPECT_EQ(Client(server.port()).say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().body, "done");
    go.set_value();
    for (auto const& writer : writers) EXPECT_EQ(writer->read().body, "done");
}

TEST(Server, says_who_asks) {
    auto const who = [](http::Request const& request) {
        return text(request.peer + (request.scheme == http::Scheme::https ? " https" : " http"));
    };
    std::string const request =
        "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n\r\n";
    RunningServer alone(who);
    EXPECT_EQ(Client(alone.port()).say(request).read().body, "127.0.0.1 http");
    Settings settings;
    settings.proxy = Proxy::in_front;
    RunningServer behind(settings, who);
    EXPECT_EQ(Client(behind.port()).say(request).read().body, "198.51.100.7 https");
    EXPECT_EQ(Client(behind.port()).say("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: nonsense\r\n\r\n").read().body,
              "127.0.0.1 http");
}

TEST(Server, works_with_several_network_threads) {
    Settings settings;
    settings.network_threads = 3;
    RunningServer server(settings, echo);
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int at = 0; at < 9; ++at) {
        threads.emplace_back([&] {
            Client client(server.port());
            for (int round = 0; round < 100; ++round) {
                right += client.say("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().body == "GET /? ";
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 900);
}

TEST(Server, says_plainly_why_it_cannot_listen) {
    RunningServer first(echo);
    Settings settings;
    settings.port = first.port();
    EXPECT_THROW(Server(settings, echo), std::runtime_error);
    settings.address = "kith.example";
    EXPECT_THROW(Server(settings, echo), std::runtime_error);
}

}  // namespace
}  // namespace kith::net
