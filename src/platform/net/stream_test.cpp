// Live streams: server-sent events to pages that stay open.
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include "platform/net/sink.hpp"
#include "platform/net/test_client.hpp"

namespace kith::net {
namespace {

std::string const open_stream = "GET /live HTTP/1.1\r\nHost: a\r\n\r\n";

std::shared_ptr<std::string const> chunk(std::string text) {
    return std::make_shared<std::string const>(std::move(text));
}

// Everyone who listens, as an app would keep them.
class Room {
public:
    http::Response open(http::Request const&) {
        http::Response response;
        response.with("X-Own", "yes");
        response.events = [this](std::shared_ptr<http::EventSink> sink) -> std::shared_ptr<void> {
            std::lock_guard const lock(mutex_);
            sinks_.push_back(sink);
            changed_.notify_all();
            return std::shared_ptr<void>(sink.get(), [this](void* gone) {
                std::lock_guard const again(mutex_);
                std::erase_if(sinks_, [&](auto const& one) { return one.get() == gone; });
                changed_.notify_all();
            });
        };
        return response;
    }
    bool wait_for(std::size_t listeners) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, 5s, [&] { return sinks_.size() == listeners; });
    }
    int send(std::string text) {
        auto const shared = chunk(std::move(text));
        int reached = 0;
        for (auto const& sink : all()) reached += sink->send(shared);
        return reached;
    }
    std::vector<std::shared_ptr<http::EventSink>> all() {
        std::lock_guard const lock(mutex_);
        return sinks_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::shared_ptr<http::EventSink>> sinks_;
};

class Streams : public ::testing::Test {
protected:
    Room room;
    Handler handler() {
        return [this](http::Request const& request) { return room.open(request); };
    }
};

TEST_F(Streams, bring_what_is_sent_to_all) {
    RunningServer server(handler());
    Client ada(server.port()), ben(server.port());
    for (auto* client : {&ada, &ben}) {
        auto const answer = client->say(open_stream).read();
        EXPECT_EQ(answer.status, 200);
        EXPECT_TRUE(answer.has("\r\nContent-Type: text/event-stream\r\n"));
        EXPECT_TRUE(answer.has("\r\nCache-Control: private, no-store\r\n"));
        EXPECT_TRUE(answer.has("\r\nX-Accel-Buffering: no\r\n"));
        EXPECT_TRUE(answer.has("\r\nX-Own: yes\r\n"));
        EXPECT_FALSE(answer.has("Content-Length"));
    }
    ASSERT_TRUE(room.wait_for(2));
    EXPECT_EQ(room.send("data: 1\n\n"), 2);
    EXPECT_EQ(room.send("data: 2\n\n"), 2);
    for (auto* client : {&ada, &ben}) {
        EXPECT_NE(client->read_until("data: 2\n\n"), std::string::npos);
        EXPECT_EQ(client->input(), "data: 1\n\ndata: 2\n\n");
    }
}

TEST_F(Streams, notice_at_once_that_a_page_was_closed) {
    RunningServer server(handler());
    auto ada = std::make_unique<Client>(server.port());
    Client ben(server.port());
    ada->say(open_stream).read();
    ben.say(open_stream).read();
    ASSERT_TRUE(room.wait_for(2));
    auto const start = std::chrono::steady_clock::now();
    ada.reset();
    EXPECT_TRUE(room.wait_for(1));
    EXPECT_LT(std::chrono::steady_clock::now() - start, Settings{}.heartbeat);
    ben.reset_hard();
    ::shutdown(ben.descriptor(), SHUT_RDWR);
    EXPECT_TRUE(room.wait_for(0));
}

TEST_F(Streams, close_a_page_that_is_too_far_behind) {
    RunningServer server(handler());
    Client client(server.port());
    client.say(open_stream).read();
    ASSERT_TRUE(room.wait_for(1));
    auto const sink = room.all().front();
    auto const large = chunk(std::string(64 * 1024, 'x'));
    int sent = 0;
    while (sent < 10'000 && sink->send(large)) ++sent;  // nobody reads
    EXPECT_LT(sent, 10'000);
    EXPECT_FALSE(sink->send(large));
    while (client.read_until("never") != std::string::npos) {
    }
    client.forget_input();
    EXPECT_TRUE(client.ends());
    EXPECT_TRUE(room.wait_for(0));
}

TEST_F(Streams, beat_while_nothing_happens) {
    Settings settings;
    settings.heartbeat = 60ms;
    RunningServer server(settings, handler());
    Client client(server.port());
    client.say(open_stream).read();
    EXPECT_NE(client.read_until("\n\nevent: beat\ndata: {}\n\n"), std::string::npos);
    EXPECT_TRUE(client.input().starts_with("event: beat\n"));
}

TEST_F(Streams, end_when_the_sink_is_closed_after_what_was_sent) {
    RunningServer server(handler());
    Client client(server.port());
    client.say(open_stream).read();
    ASSERT_TRUE(room.wait_for(1));
    auto const sink = room.all().front();
    sink->send(chunk("data: last\n\n"));
    sink->close();
    EXPECT_FALSE(sink->send(chunk("data: too late\n\n")));
    EXPECT_NE(client.read_until("data: last\n\n"), std::string::npos);
    client.forget_input();
    EXPECT_TRUE(client.ends());
    EXPECT_TRUE(room.wait_for(0));
}

TEST_F(Streams, end_when_the_server_stops_and_sinks_outlive_it) {
    std::shared_ptr<http::EventSink> sink;
    {
        RunningServer server(handler());
        Client client(server.port());
        client.say(open_stream).read();
        ASSERT_TRUE(room.wait_for(1));
        sink = room.all().front();
        auto const start = std::chrono::steady_clock::now();
        server.finish();
        EXPECT_LT(std::chrono::steady_clock::now() - start, Settings{}.stop_grace);
        EXPECT_TRUE(client.ends());
    }
    EXPECT_TRUE(room.wait_for(0));
    EXPECT_FALSE(sink->send(chunk("data: nobody\n\n")));
    sink->close();
}

TEST_F(Streams, end_when_the_source_fails) {
    RunningServer server([](auto const&) {
        http::Response response;
        response.events = [](auto) -> std::shared_ptr<void> { throw std::runtime_error("no"); };
        return response;
    });
    Client client(server.port());
    EXPECT_EQ(client.say(open_stream).read().status, 200);
    EXPECT_TRUE(client.ends());
}

TEST_F(Streams, answer_head_without_becoming_one) {
    RunningServer server(handler());
    Client client(server.port());
    EXPECT_EQ(client.say("HEAD /live HTTP/1.1\r\nHost: a\r\n\r\n").read("HEAD").status, 200);
    EXPECT_EQ(room.all().size(), 0u);
}

TEST_F(Streams, survive_pages_that_come_and_go_while_many_send) {
    RunningServer server(handler());
    std::atomic<bool> over = false;
    std::vector<std::thread> threads;
    for (int at = 0; at < 3; ++at) {
        threads.emplace_back([&] {
            while (!over) {
                room.send("data: something\n\n");
                std::this_thread::sleep_for(1ms);
            }
        });
    }
    for (int at = 0; at < 4; ++at) {
        threads.emplace_back([&] {
            for (int round = 0; round < 50; ++round) {
                Client client(server.port());
                EXPECT_EQ(client.say(open_stream).read().status, 200);
                EXPECT_NE(client.read_until("data: something\n\n"), std::string::npos);
            }
        });
    }
    for (std::size_t at = 3; at < threads.size(); ++at) threads[at].join();
    over = true;
    for (std::size_t at = 0; at < 3; ++at) threads[at].join();
    EXPECT_TRUE(room.wait_for(0));
}

}  // namespace
}  // namespace kith::net
