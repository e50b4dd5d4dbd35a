// An open page that hears, in a world of its own: what the tests of live delivery share.
#pragma once

#include <gtest/gtest.h>

#include <mutex>

#include "flows/world.hpp"

namespace kith::test {

class Page final : public http::EventSink {
public:
    bool send(std::shared_ptr<std::string const> chunk) override {
        std::lock_guard const lock{mutex_};
        chunks_.push_back(std::move(chunk));
        return !closed_;
    }
    void close() override {
        std::lock_guard const lock{mutex_};
        closed_ = true;
    }
    std::string heard() const {
        std::lock_guard const lock{mutex_};
        std::string all;
        for (auto const& chunk : chunks_) all += *chunk;
        return all;
    }
    bool has(std::string_view words) const { return heard().find(words) != std::string::npos; }
    std::size_t times(std::string_view words) const {
        std::size_t found = 0;
        auto const all = heard();
        for (auto at = all.find(words); at != all.npos; at = all.find(words, at + 1)) ++found;
        return found;
    }
    // The number at the end of each id line.
    std::vector<std::int64_t> sequences() const {
        std::vector<std::int64_t> numbers;
        auto const all = heard();
        for (auto at = all.find("id: "); at != all.npos; at = all.find("id: ", at + 1))
            numbers.push_back(std::stoll(all.substr(all.find('.', at) + 1)));
        return numbers;
    }
    bool closed() const {
        std::lock_guard const lock{mutex_};
        return closed_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<std::shared_ptr<std::string const>> chunks_;
    bool closed_ = false;
};

struct Open {
    std::shared_ptr<Page> page = std::make_shared<Page>();
    std::shared_ptr<void> subscription;
    Page* operator->() const { return page.get(); }
};

class LiveWorld : public ::testing::TestWithParam<On> {
protected:
    LiveWorld() : world{GetParam(), &cluster()} {}
    static PostgresCluster& cluster() {
        static PostgresCluster one;
        return one;
    }
    http::Response ask(std::string const& who, std::string const& query) { return world.get(who, "/live" + query); }
    Open open(std::string const& who, std::string const& query) {
        Open opened;
        auto const response = ask(who, query);
        EXPECT_EQ(response.status, 200);
        if (response.events) opened.subscription = response.events(opened.page);
        return opened;
    }
    static std::string location_of(http::Response const& response) {
        EXPECT_EQ(response.status, 303);
        for (auto const& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
    }

    World world;
};

}  // namespace kith::test
