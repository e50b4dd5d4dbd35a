// Deadlines, bounds on connections and waiting requests, and the graceful stop.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <future>

#include "platform/net/test_client.hpp"

namespace kith::net {
namespace {

using Clock = std::chrono::steady_clock;
std::string const plain_get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

Settings in_a_hurry() {
    Settings settings;
    settings.head_deadline = settings.body_deadline = settings.write_deadline = settings.idle_deadline = 150ms;
    return settings;
}

TEST(Deadlines, end_a_head_that_does_not_come) {
    RunningServer server(in_a_hurry(), echo);
    Client client(server.port());
    constexpr int drops_max = 500;  // for ten seconds, if nobody ends it
    std::atomic<bool> answered = false;
    int drops = 0;
    std::thread drip([&] {
        client.send("GET / HTTP/1.1\r\nX: ");
        for (; drops < drops_max && !answered && client.send("a"); ++drops) std::this_thread::sleep_for(20ms);
    });
    auto const answer = client.read();
    answered = true;
    EXPECT_EQ(answer.status, 408);
    EXPECT_TRUE(answer.closes());
    drip.join();
    EXPECT_LT(drops, drops_max);
}

TEST(Deadlines, end_a_body_that_does_not_come) {
    RunningServer server(in_a_hurry(), echo);
    Client client(server.port());
    EXPECT_EQ(client.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe").read().status, 408);
    EXPECT_TRUE(client.ends());
}

TEST(Deadlines, end_idle_connections_without_a_word) {
    RunningServer server(in_a_hurry(), echo);
    Client silent(server.port());
    Client kept(server.port());
    EXPECT_EQ(kept.say(plain_get).read().status, 200);
    EXPECT_TRUE(silent.ends());
    EXPECT_TRUE(kept.ends());
}

TEST(Deadlines, end_a_client_that_does_not_read) {
    std::string const large(32 * 1024 * 1024, 'x');
    RunningServer server(in_a_hurry(), [&](auto const&) { return text(large); });
    Client client(server.port());
    client.say(plain_get);
    std::this_thread::sleep_for(800ms);
    EXPECT_LT(client.read().body.size(), large.size());
}

TEST(Deadlines, do_not_hurry_a_handler) {
    RunningServer server(in_a_hurry(), [](auto const&) {
        std::this_thread::sleep_for(400ms);
        return text("slow");
    });
    EXPECT_EQ(Client(server.port()).say(plain_get).read().body, "slow");
}

TEST(Limits, are_answered_with_their_status) {
    RunningServer server(echo);
    auto const status = [&](std::string const& bytes) {
        Client client(server.port());
        auto const answer = client.say(bytes).read();
        EXPECT_TRUE(answer.closes());
        EXPECT_TRUE(client.ends());
        return answer.status;
    };
    EXPECT_EQ(status("GET /" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
    EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20000, 'a') + "\r\n\r\n"), 431);
    // The whole body is on its way when the answer comes, and the answer must arrive all the same.
    EXPECT_EQ(status("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n" + std::string(2000000, 'a')), 413);
    std::string chunks = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (int at = 0; at < 20; ++at) chunks += "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
    EXPECT_EQ(status(chunks), 413);
}

TEST(Limits, bound_the_connections_of_one_address) {
    Settings settings;
    settings.connections_per_address_max = 2;
    settings.connections_max = 3;
    RunningServer server(settings, echo);
    auto first = std::make_unique<Client>(server.port());
    EXPECT_EQ(first->say(plain_get).read().status, 200);
    Client second(server.port());
    EXPECT_EQ(second.say(plain_get).read().status, 200);
    auto const refused = Client(server.port()).read();
    EXPECT_EQ(refused.status, 503);
    EXPECT_TRUE(refused.has("Retry-After"));
    Client elsewhere(server.port(), Client::Security::none, "127.0.0.2");
    EXPECT_EQ(elsewhere.say(plain_get).read().status, 200);
    EXPECT_EQ(Client(server.port(), Client::Security::none, "127.0.0.3").read().status, 503);  // three in all
    first.reset();
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(Client(server.port()).say(plain_get).read().status, 200);
}

TEST(Limits, refuse_at_once_when_too_much_waits) {
    std::promise<void> go;
    auto const gate = go.get_future().share();
    Settings settings;
    settings.read_workers = 1;
    settings.waiting_requests_max = 2;
    std::atomic<int> started = 0;
    RunningServer server(settings, [&](auto const&) {
        ++started;
        gate.wait();
        return text("done");
    });
    Client busy(server.port());
    busy.say(plain_get);
    while (started == 0) std::this_thread::sleep_for(1ms);
    Client waits(server.port()), waits_too(server.port());
    waits.say(plain_get);
    waits_too.say(plain_get);
    std::this_thread::sleep_for(50ms);
    Client refused(server.port());
    auto const answer = refused.say(plain_get).read();
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.has("Retry-After: "));
    EXPECT_FALSE(answer.closes());
    go.set_value();
    for (auto* client : {&busy, &waits, &waits_too}) EXPECT_EQ(client->read().body, "done");
    EXPECT_EQ(refused.say(plain_get).read().body, "done");
}

TEST(Limits, hold_when_descriptors_run_out) {
    RunningServer server(echo);
    Client before(server.port());
    EXPECT_EQ(before.say(plain_get).read().status, 200);
    rlimit old{};
    getrlimit(RLIMIT_NOFILE, &old);
    int const highest = ::dup(0);
    ::close(highest);
    std::vector<std::unique_ptr<Client>> clients;
    for (int at = 0; at < 4; ++at) clients.push_back(std::make_unique<Client>(server.port()));
    std::this_thread::sleep_for(50ms);
    // These get a descriptor for the client, and none is left for the server.
    rlimit tight = old;
    int const lowest_free = ::dup(0);
    ::close(lowest_free);
    tight.rlim_cur = static_cast<rlim_t>(lowest_free + 1);
    setrlimit(RLIMIT_NOFILE, &tight);
    Client late(server.port());
    late.say(plain_get);
    auto const used = std::clock();
    std::this_thread::sleep_for(300ms);
    EXPECT_LT(std::clock() - used, CLOCKS_PER_SEC / 10);  // it waits, and does not spin
    EXPECT_EQ(before.say(plain_get).read().status, 200);
    setrlimit(RLIMIT_NOFILE, &old);
    EXPECT_EQ(late.read().status, 200);
}

TEST(Stop, finishes_what_is_under_way_and_nothing_else) {
    std::atomic<bool> started = false;
    RunningServer server([&](auto const&) {
        started = true;
        std::this_thread::sleep_for(300ms);
        return text("finished");
    });
    Client slow(server.port()), idle(server.port());
    slow.say(plain_get);
    while (!started) std::this_thread::sleep_for(1ms);
    server.stop();
    auto const answer = slow.read();
    EXPECT_EQ(answer.body, "finished");
    EXPECT_TRUE(answer.closes());
    EXPECT_TRUE(idle.ends());
    EXPECT_THROW(Client(server.port()).say(plain_get), std::runtime_error);
    auto const start = Clock::now();
    server.finish();
    EXPECT_LT(Clock::now() - start, Settings{}.stop_grace);
}

TEST(Stop, does_not_wait_longer_than_the_grace) {
    Settings settings;
    settings.stop_grace = 100ms;
    RunningServer server(settings, echo);
    Client half(server.port());
    half.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhe");
    std::this_thread::sleep_for(50ms);
    auto const start = Clock::now();
    server.finish();
    EXPECT_LT(Clock::now() - start, settings.body_deadline);
}

TEST(Stop, comes_by_a_signal_too) {
    Settings settings;
    settings.port = 0;
    Server server(settings, echo);
    std::thread thread([&] { server.run(); });
    EXPECT_EQ(Client(server.port()).say(plain_get).read().status, 200);
    std::raise(SIGTERM);
    thread.join();
}

TEST(Stop, before_run_is_kept) {
    Settings settings;
    settings.port = 0;
    Server server(settings, echo);
    server.stop();
    server.run();
}

}  // namespace
}  // namespace kith::net
