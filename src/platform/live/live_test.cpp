#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "platform/live/hub.hpp"

namespace kith::live {
namespace {

using Chunk = std::shared_ptr<std::string const>;

Chunk chunk(std::string text) { return std::make_shared<std::string const>(std::move(text)); }

struct Sink : http::EventSink {
    bool send(Chunk each) override {
        if (!alive) return false;
        if (on_send) on_send();
        got.push_back(std::move(each));
        return true;
    }
    void close() override {
        closed = true;
        if (on_close) on_close();
    }
    std::vector<Chunk> got;
    std::function<void()> on_send, on_close;
    bool alive = true, closed = false;
};

struct HubTest : testing::Test {
    std::unique_ptr<Hub> hub = make_local_hub();
    ListenerId ada = ListenerId::random(), ben = ListenerId::random();
    IdBytes first = ListenerId::random().bytes, second = ListenerId::random().bytes;
    CircleId tuesday = CircleId::random(), thursday = CircleId::random();

    std::shared_ptr<void> listen(ListenerId owner, IdBytes session, std::vector<CircleId> circles,
                                 std::shared_ptr<Sink> sink) {
        return hub->listen(owner, session, circles, std::move(sink));
    }
};

TEST_F(HubTest, TellsOnlyThoseWhoListen) {
    auto const a = std::make_shared<Sink>(), b = std::make_shared<Sink>();
    auto const one = listen(ada, first, {tuesday, tuesday, thursday}, a);
    auto two = listen(ben, second, {thursday}, b);
    auto const news = chunk("data: x\n\n");
    EXPECT_EQ(hub->tell(tuesday, news), 1u);
    EXPECT_EQ(hub->tell(thursday, news), 2u);
    EXPECT_EQ(hub->tell(CircleId::random(), news), 0u);
    EXPECT_EQ(a->got.size(), 2u);
    EXPECT_EQ(b->got.at(0).get(), news.get());  // shared, not copied
    EXPECT_EQ(hub->open_pages(), 2u);
    two.reset();
    EXPECT_EQ(hub->open_pages(), 1u);
    EXPECT_EQ(hub->tell(thursday, news), 1u);
    EXPECT_EQ(b->got.size(), 1u);
    EXPECT_EQ(b.use_count(), 1);
}

TEST_F(HubTest, ADeadPageIsDropped) {
    auto const a = std::make_shared<Sink>();
    auto const handle = listen(ada, first, {tuesday}, a);
    a->alive = false;
    EXPECT_EQ(hub->tell(tuesday, chunk("x")), 0u);
    EXPECT_EQ(hub->open_pages(), 0u);
    EXPECT_TRUE(hub->present(tuesday).empty());
    EXPECT_EQ(a.use_count(), 1);
}

TEST_F(HubTest, PartingEndsOneCircleOfOnePerson) {
    auto const a = std::make_shared<Sink>(), again = std::make_shared<Sink>(), b = std::make_shared<Sink>();
    auto const one = listen(ada, first, {tuesday, thursday}, a), two = listen(ada, second, {tuesday}, again),
               three = listen(ben, second, {tuesday}, b);
    hub->part(ada, tuesday);
    EXPECT_EQ(hub->tell(tuesday, chunk("x")), 1u);
    EXPECT_EQ(hub->tell(thursday, chunk("x")), 1u);
    EXPECT_EQ(hub->present(tuesday), std::vector{ben});
    EXPECT_FALSE(a->closed);
    hub->part(ada, tuesday);
}

TEST_F(HubTest, EndsASessionOrAPerson) {
    auto const a = std::make_shared<Sink>(), again = std::make_shared<Sink>(), b = std::make_shared<Sink>();
    auto const one = listen(ada, first, {tuesday}, a), two = listen(ada, second, {tuesday}, again);
    auto const three = listen(ben, IdBytes{}, {tuesday}, b);
    hub->end_session(first);
    EXPECT_TRUE(a->closed);
    EXPECT_FALSE(again->closed);
    EXPECT_EQ(hub->tell(tuesday, chunk("x")), 2u);
    hub->end_person(ada);
    EXPECT_TRUE(again->closed);
    EXPECT_FALSE(b->closed);
    EXPECT_EQ(hub->present(tuesday), std::vector{ben});
}

TEST_F(HubTest, PresentNamesEachPersonOnce) {
    auto const a = std::make_shared<Sink>(), b = std::make_shared<Sink>();
    auto const one = listen(ada, first, {tuesday}, a), two = listen(ada, second, {tuesday}, b);
    EXPECT_EQ(hub->present(tuesday), std::vector{ada});
    EXPECT_TRUE(hub->present(thursday).empty());
}

// A lock held while sinks are called would hang here.
TEST_F(HubTest, APageMayEndItselfWhileItIsTold) {
    auto const a = std::make_shared<Sink>();
    auto handle = listen(ada, first, {tuesday}, a);
    a->on_send = [&] { handle.reset(); };
    EXPECT_EQ(hub->tell(tuesday, chunk("x")), 1u);
    EXPECT_EQ(hub->open_pages(), 0u);

    auto const b = std::make_shared<Sink>();
    auto other = listen(ben, second, {tuesday}, b);
    b->on_close = [&] { other.reset(); };
    hub->end_person(ben);
    EXPECT_TRUE(b->closed);
    EXPECT_EQ(hub->open_pages(), 0u);
}

// What the hub lets go of may be the last to hold a sink, whose end may end another page.
TEST_F(HubTest, ASinkMayEndAnotherPageAsItGoes) {
    struct Last : Sink {
        std::shared_ptr<void> held;
    };
    auto last = std::make_shared<Last>();
    last->held = listen(ben, second, {tuesday}, std::make_shared<Sink>());
    auto handle = listen(ada, first, {tuesday}, last);
    last.reset();
    handle.reset();
    EXPECT_EQ(hub->open_pages(), 0u);
}

TEST_F(HubTest, AHandleMayOutliveTheHub) {
    auto handle = listen(ada, first, {tuesday}, std::make_shared<Sink>());
    hub.reset();
    handle.reset();
}

TEST_F(HubTest, TellsAThousandEachTime) {
    struct Counter : http::EventSink {
        bool send(Chunk) override { return ++told > 0; }
        void close() override {}
        std::atomic<int> told = 0;
    };
    auto const counter = std::make_shared<Counter>();
    std::vector<std::shared_ptr<void>> handles;
    for (int i = 0; i < 1000; ++i) handles.push_back(hub->listen(ListenerId::random(), first, {&tuesday, 1}, counter));
    for (int i = 0; i < 100; ++i) EXPECT_EQ(hub->tell(tuesday, chunk("x")), 1000u);
    EXPECT_EQ(counter->told, 100'000);
}

TEST_F(HubTest, WithstandsManyThreads) {
    struct Counter : http::EventSink {
        bool send(Chunk) override { return ++told % 97 != 0; }  // now and then one is gone
        void close() override {}
        std::atomic<int> told = 0;
    };
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            auto const person = t % 2 ? ada : ben;
            for (int i = 0; i < 1'000; ++i) {
                CircleId const circles[] = {tuesday, thursday};
                auto const handle = hub->listen(person, first, circles, std::make_shared<Counter>());
                hub->tell(i % 2 ? tuesday : thursday, chunk("x"));
                if (i % 50 == 0) hub->part(person, tuesday);
                if (i % 70 == 0) hub->end_person(person);
                hub->present(thursday);
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(hub->open_pages(), 0u);
    EXPECT_TRUE(hub->present(tuesday).empty());
}

}  // namespace
}  // namespace kith::live
