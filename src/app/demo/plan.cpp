#include "app/demo/plan.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "app/demo/material.hpp"

namespace kith::app::demo {

namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::size_t days_of_texts = 35;
constexpr std::size_t days_max = 700;
constexpr std::size_t posts_a_day = 80;  // of what is made of the texts
constexpr milliseconds a_day = hours{24};
// People write between getting up and going to bed.
constexpr minutes morning{7 * 60}, night{22 * 60 + 30};

std::size_t index_of(std::string_view writer) {
    for (std::size_t i = 0; i < cast().size(); ++i)
        if (cast()[i].key == writer) return i;
    throw std::logic_error{"a writer who is not of the cast: " + std::string{writer}};
}

minutes some_minutes(Random& random, std::size_t most) { return minutes{1 + random.below(most)}; }

Time at_waking_time(Time time, Random& random) {
    auto const of_day = milliseconds{time.milliseconds % a_day.count()};
    auto const midnight = time - of_day;
    if (of_day < morning) return midnight + morning + some_minutes(random, 120);
    if (of_day > night) return midnight + a_day + morning + some_minutes(random, 120);
    return time;
}

// When a thread's comments come: some at once, some the next day, none after the end.
std::vector<Time> comment_times(Time head, std::size_t count, Time ends, Random& random) {
    std::vector<Time> times;
    auto at = head;
    for (std::size_t i = 0; i < count; ++i) {
        at = at_waking_time(at + (random.one_in(3) ? some_minutes(random, 9 * 60) : some_minutes(random, 70)), random);
        times.push_back(at);
    }
    auto const left = ends - head, taken = at - head;
    if (taken < left) return times;
    for (auto& time : times)  // drawn together, in the same order
        time = head + milliseconds{(time - head).count() * (left.count() - 1) / (taken.count() + 1)};
    return times;
}

class Planner {
public:
    Planner(Wishes const& wishes, std::array<std::vector<std::size_t>, group_count> const& members_of, Random& random)
        : wishes_{wishes}, members_of_{members_of}, random_{random} {
        for (std::size_t room = 0; room < group_count; ++room) talks_[room] = read_talk(rooms()[room].talk);
    }

    Plan make() {
        auto const in_texts =
            std::accumulate(talks_.begin(), talks_.end(), std::size_t{0}, [](auto sum, auto const& talks) {
                for (auto const& talk : talks) sum += 1 + talk.comments.size();
                return sum;
            });
        wanted_ = wishes_.posts == 0 ? in_texts : wishes_.posts;
        auto const made = wanted_ > in_texts ? wanted_ - in_texts : 0;
        auto const days = std::min(days_max, made / posts_a_day);
        plan_.began = wishes_.ends - a_day * (days_of_texts + days + 14);
        speak_texts();
        while (plan_.posts.size() < wanted_) make_thread(days);
        sort();
        return std::move(plan_);
    }

private:
    void speak_texts() {
        for (std::size_t room = 0; room < group_count; ++room) {
            auto const& talks = talks_[room];
            for (std::size_t i = 0; i < talks.size(); ++i) {
                auto const since = a_day * days_of_texts * (i * group_count + room) / (talks.size() * group_count - 2);
                auto const start = wishes_.ends - a_day * days_of_texts + milliseconds{since};
                auto const at = std::min(at_waking_time(start + some_minutes(random_, 600), random_),
                                         wishes_.ends - hours{3} - some_minutes(random_, 60));
                speak(room, talks[i], at);
            }
        }
    }

    void speak(std::size_t room, Talk const& talk, Time at) {
        if (plan_.posts.size() >= wanted_) return;
        auto const head = plan_.posts.size();
        plan_.posts.push_back({at, room, index_of(talk.head.writer), Planned::none, Planned::none, talk.topic,
                               talk.asks, std::string{talk.head.body}});
        auto const times = comment_times(at, talk.comments.size(), wishes_.ends, random_);
        for (std::size_t i = 0; i < talk.comments.size() && plan_.posts.size() < wanted_; ++i) {
            auto const& said = talk.comments[i];
            plan_.posts.push_back({times[i],
                                   room,
                                   index_of(said.writer),
                                   head,
                                   said.quoting == 0 ? Planned::none : head + said.quoting,
                                   {},
                                   false,
                                   std::string{said.body}});
        }
    }

    // Older than the texts: the beginning of one, the end of another on the same topic, comments from anywhere.
    void make_thread(std::size_t days) {
        constexpr std::array<std::size_t, 10> room_of{0, 0, 0, 0, 0, 1, 1, 1, 2, 2};
        auto const room = room_of[random_.below(room_of.size())];
        auto const& talks = talks_[room];
        auto const& talk = talks[random_.below(talks.size())];
        auto const& other = talks[random_.below(talks.size())];
        auto const span = a_day * (days + 1);
        auto const latest = wishes_.ends - a_day * days_of_texts;
        auto const at =
            at_waking_time(latest - milliseconds{random_.next() % static_cast<std::uint64_t>(span.count())}, random_);
        auto const head = plan_.posts.size();
        plan_.posts.push_back({at, room, somebody(room), Planned::none, Planned::none, talk.topic, talk.asks,
                               mixed(talk.head.body, other.topic == talk.topic ? other.head.body : "")});
        auto const count = std::min(how_many_comments(), wanted_ - plan_.posts.size());
        for (auto const time : comment_times(at, count, wishes_.ends, random_)) {
            auto const& from = talks[random_.below(talks.size())];
            if (from.comments.empty()) {
                plan_.posts.push_back(
                    {time, room, somebody(room), head, Planned::none, {}, false, "Thank you for this."});
                continue;
            }
            auto const quotes = plan_.posts.size() > head + 2 && random_.one_in(9);
            plan_.posts.push_back({time,
                                   room,
                                   somebody(room),
                                   head,
                                   quotes ? plan_.posts.size() - 1 : Planned::none,
                                   {},
                                   false,
                                   std::string{from.comments[random_.below(from.comments.size())].body}});
        }
    }

    std::size_t how_many_comments() {
        auto const chance = random_.below(100);
        if (chance < 15) return 0;
        if (chance < 75) return 1 + random_.below(6);
        if (chance < 98) return 5 + random_.below(10);
        return 50 + random_.below(20);
    }

    std::string mixed(std::string_view first, std::string_view second) {
        std::string body{first.substr(0, first.find("\n\n"))};
        auto const last = second.rfind("\n\n");
        if (last != second.npos) body.append(second.substr(last));
        return body;
    }

    std::size_t somebody(std::size_t room) { return members_of_[room][random_.below(members_of_[room].size())]; }

    // By time; what refers to a post by its number is told the new one.
    void sort() {
        std::vector<std::size_t> order(plan_.posts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{plan_.posts[i].at, i}; });
        std::vector<std::size_t> place(order.size());
        std::vector<Planned> sorted;
        sorted.reserve(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            place[order[i]] = i;
            sorted.push_back(std::move(plan_.posts[order[i]]));
        }
        for (auto& post : sorted) {
            if (post.head != Planned::none) post.head = place[post.head];
            if (post.quoted != Planned::none) post.quoted = place[post.quoted];
        }
        plan_.posts = std::move(sorted);
    }

    Wishes const& wishes_;
    std::array<std::vector<std::size_t>, group_count> const& members_of_;
    Random& random_;
    std::array<std::vector<Talk>, group_count> talks_;
    std::size_t wanted_ = 0;
    Plan plan_;
};

}  // namespace

Plan make_plan(Wishes const& wishes, std::array<std::vector<std::size_t>, group_count> const& members_of,
               Random& random) {
    return Planner{wishes, members_of, random}.make();
}

}  // namespace kith::app::demo
