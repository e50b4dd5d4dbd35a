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

// Bodies of more than 1'000 bytes are long ones; whoever says "X-Known: yes" is known.
Settings with_long_bodies() {
    Settings settings;
    settings.body_bytes_max = 1'000;
    settings.body_bytes_max_for = [](http::Request const&) { return std::size_t{100'000}; };
    settings.knows_sender = [](http::Request const& head) { return head.header("x-known").has_value(); };
    settings.long_bodies_max = 5;
    settings.long_bodies_per_address_max = 2;
    settings.long_bodies_of_unknown_max = 3;
    return settings;
}

std::string const long_head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n";

// Begins a long body and does not end it.
class Sends {
public:
    Sends(RunningServer const& server, std::string const& address, std::string const& fields = "")
        : client_(server.port(), Client::Security::none, address) {
        client_.say(long_head + fields + "Expect: 100-continue\r\n\r\n");
        status_ = client_.read().status;  // 100: it may send
    }
    bool was_let_in() const { return status_ == 100; }
    int status() const { return status_; }
    Client& client() { return client_; }

private:
    Client client_;
    int status_ = 0;
};

TEST(LongBodies, are_few_of_one_address) {
    RunningServer server(with_long_bodies(), echo);
    Sends first(server, "127.0.0.1", "X-Known: yes\r\n"), second(server, "127.0.0.1", "X-Known: yes\r\n");
    EXPECT_TRUE(first.was_let_in() && second.was_let_in());
    EXPECT_EQ(Sends(server, "127.0.0.1", "X-Known: yes\r\n").status(), 503);
    EXPECT_TRUE(Sends(server, "127.0.0.2", "X-Known: yes\r\n").was_let_in());
    // What is no longer than a form goes on as ever.
    Client form(server.port());
    EXPECT_EQ(form.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi").read().status, 200);
}

TEST(LongBodies, are_fewer_of_who_is_not_known) {
    RunningServer server(with_long_bodies(), echo);
    Sends first(server, "127.0.0.1"), second(server, "127.0.0.2"), third(server, "127.0.0.3");
    EXPECT_TRUE(first.was_let_in() && second.was_let_in() && third.was_let_in());
    EXPECT_EQ(Sends(server, "127.0.0.4").status(), 503);
    Sends known(server, "127.0.0.4", "X-Known: yes\r\n"), known_too(server, "127.0.0.4", "X-Known: yes\r\n");
    EXPECT_TRUE(known.was_let_in() && known_too.was_let_in());
    EXPECT_EQ(Sends(server, "127.0.0.5", "X-Known: yes\r\n").status(), 503);  // five in all
}

TEST(LongBodies, are_counted_by_the_client_behind_a_proxy) {
    auto settings = with_long_bodies();
    settings.proxy = Proxy::in_front;
    RunningServer server(settings, echo);
    std::string const known = "X-Known: yes\r\n";
    std::string const one = known + "X-Forwarded-For: 2001:db8::1\r\n",
                      other = known + "X-Forwarded-For: 192.0.2.9\r\n";
    std::string const same_house = known + "X-Forwarded-For: 2001:db8::2\r\n";
    Sends first(server, "127.0.0.1", one), second(server, "127.0.0.1", same_house);
    EXPECT_TRUE(first.was_let_in() && second.was_let_in());
    EXPECT_EQ(Sends(server, "127.0.0.1", one).status(), 503);
    EXPECT_TRUE(Sends(server, "127.0.0.1", other).was_let_in());
}

TEST(LongBodies, leave_their_place_when_they_are_answered) {
    RunningServer server(with_long_bodies(), echo);
    for (int at = 0; at < 5; ++at) {
        Sends sends(server, "127.0.0.1");
        ASSERT_TRUE(sends.was_let_in()) << at;
        EXPECT_EQ(sends.client().say(std::string(50'000, 'a')).read().status, 200);
    }
}

TEST(LongBodies, are_let_go_when_they_drip) {
    auto settings = with_long_bodies();
    settings.long_body_step = 200ms;
    settings.long_body_step_bytes_min = 10'000;
    RunningServer server(settings, echo);
    Sends drips(server, "127.0.0.1");
    ASSERT_TRUE(drips.was_let_in());
    std::atomic<bool> answered = false;
    int drops = 0;
    constexpr int drops_max = 400;  // in eight seconds
    std::thread drip([&] {
        for (; drops < drops_max && !answered && drips.client().send("a"); ++drops) std::this_thread::sleep_for(20ms);
    });
    auto const answer = drips.client().read();
    answered = true;
    drip.join();
    EXPECT_EQ(answer.status, 408);
    EXPECT_NE(answer.body.find("too slow"), std::string::npos);
    EXPECT_LT(drops, drops_max);
}

// Longer than one step in all, and never behind: it is taken.
TEST(LongBodies, are_taken_at_a_steady_pace) {
    auto settings = with_long_bodies();
    settings.long_body_step = 1'000ms;
    settings.long_body_step_bytes_min = 5'000;
    RunningServer server(settings, [](auto const&) { return text("taken"); });
    Sends steady(server, "127.0.0.1");
    ASSERT_TRUE(steady.was_let_in());
    for (int at = 0; at < 10; ++at) {
        steady.client().send(std::string(5'000, 'a'));
        std::this_thread::sleep_for(150ms);
    }
    EXPECT_EQ(steady.client().read().body, "taken");
}

TEST(LongBodies, are_refused_in_words_while_they_are_sent) {
    auto settings = with_long_bodies();
    settings.long_bodies_max = 0;
    RunningServer server(settings, echo);
    Client client(server.port());
    auto const answer = client.say(long_head + "\r\n" + std::string(50'000, 'a')).read();
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.has("Retry-After"));
    EXPECT_NE(answer.body.find("your words are still in the form"), std::string::npos);
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
