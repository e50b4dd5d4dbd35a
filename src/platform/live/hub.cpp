#include "platform/live/hub.hpp"

#include <algorithm>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace kith::live {

namespace {

// Never used again, unlike an address.
using PageNumber = std::uint64_t;

// One open page.
struct Page {
    PageNumber number;
    ListenerId owner;
    IdBytes session;
    std::vector<CircleId> circles;
    std::shared_ptr<http::EventSink> sink;
};
using PageRef = std::shared_ptr<Page>;

// Every sink is called without the lock: a sink may end its own page from inside
// `send`, which comes back here to unsubscribe. For the same reason a page taken
// out under the lock is let go of only after it.
struct Pages {
    mutable std::shared_mutex lock;
    std::unordered_map<PageNumber, PageRef> all;
    PageNumber numbers_given = 0;
    std::unordered_map<CircleId, std::vector<PageRef>> by_circle;

    // With the lock held.
    void leave_circle(CircleId circle, Page const* page) {
        auto const found = by_circle.find(circle);
        if (found == by_circle.end()) return;
        std::erase_if(found->second, [&](PageRef const& each) { return each.get() == page; });
        if (found->second.empty()) by_circle.erase(found);
    }

    void remove(PageNumber number) {
        PageRef kept_until_unlocked;
        std::scoped_lock const guard{lock};
        auto const found = all.find(number);
        if (found == all.end()) return;
        kept_until_unlocked = std::move(found->second);
        all.erase(found);
        for (auto const& circle : kept_until_unlocked->circles) leave_circle(circle, kept_until_unlocked.get());
    }
};

class LocalHub final : public Hub {
public:
    std::shared_ptr<void> listen(ListenerId owner, IdBytes session, std::span<CircleId const> circles,
                                 std::shared_ptr<http::EventSink> sink) override {
        auto page = std::make_shared<Page>(Page{0, owner, session, {circles.begin(), circles.end()}, std::move(sink)});
        std::ranges::sort(page->circles);
        page->circles.erase(std::ranges::unique(page->circles).begin(), page->circles.end());
        {
            std::scoped_lock const guard{pages_->lock};
            page->number = ++pages_->numbers_given;
            pages_->all.emplace(page->number, page);
            for (auto const& circle : page->circles) pages_->by_circle[circle].push_back(page);
        }
        // The handle may outlive the hub.
        return {static_cast<void*>(this), [pages = std::weak_ptr{pages_}, number = page->number](void*) {
                    if (auto const still = pages.lock()) still->remove(number);
                }};
    }

    std::size_t tell(CircleId circle, std::shared_ptr<std::string const> chunk) override {
        std::vector<PageRef> readers;
        {
            std::shared_lock const guard{pages_->lock};
            auto const found = pages_->by_circle.find(circle);
            if (found == pages_->by_circle.end()) return 0;
            readers = found->second;
        }
        std::size_t told = 0;
        for (auto const& page : readers) {
            if (page->sink->send(chunk))
                ++told;
            else
                pages_->remove(page->number);
        }
        return told;
    }

    void part(ListenerId owner, CircleId circle) override {
        std::vector<PageRef> kept_until_unlocked;
        std::scoped_lock const guard{pages_->lock};
        auto const found = pages_->by_circle.find(circle);
        if (found == pages_->by_circle.end()) return;
        for (auto const& page : found->second)
            if (page->owner == owner) kept_until_unlocked.push_back(page);
        for (auto const& page : kept_until_unlocked) {
            std::erase(page->circles, circle);
            pages_->leave_circle(circle, page.get());
        }
    }

    void end_session(IdBytes session) override {
        end([&](Page const& page) { return page.session == session; });
    }
    void end_person(ListenerId owner) override {
        end([&](Page const& page) { return page.owner == owner; });
    }

    std::vector<ListenerId> present(CircleId circle) const override {
        std::vector<ListenerId> owners;
        {
            std::shared_lock const guard{pages_->lock};
            auto const found = pages_->by_circle.find(circle);
            if (found == pages_->by_circle.end()) return owners;
            for (auto const& page : found->second) owners.push_back(page->owner);
        }
        std::ranges::sort(owners);
        owners.erase(std::ranges::unique(owners).begin(), owners.end());
        return owners;
    }

    std::size_t open_pages() const override {
        std::shared_lock const guard{pages_->lock};
        return pages_->all.size();
    }

private:
    void end(auto const& is_meant) {
        std::vector<PageRef> meant;
        {
            std::shared_lock const guard{pages_->lock};
            for (auto const& [_, page] : pages_->all)
                if (is_meant(*page)) meant.push_back(page);
        }
        for (auto const& page : meant) {
            pages_->remove(page->number);  // hears nothing from here on, even if closing takes a while
            page->sink->close();
        }
    }

    std::shared_ptr<Pages> pages_ = std::make_shared<Pages>();
};

}  // namespace

std::unique_ptr<Hub> make_local_hub() { return std::make_unique<LocalHub>(); }

}  // namespace kith::live
