#include "stranger/pens.hpp"

#include <algorithm>
#include <regex>
#include <set>
#include <vector>

#include "domain/pens/pen.hpp"

namespace kith::test {

namespace {

constexpr std::size_t first = 0, second = 1;

struct Pair {
    std::string groups[2];
    std::string facilitator, writer, other, watcher, fifth;
    std::string writers[2];  // who writes under a pen in each of the groups
    std::vector<std::string> posts[2];
    std::string asks[2];

    std::vector<std::string> people() const { return {facilitator, writer, other, watcher, fifth}; }
};

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string last_part(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") {
            auto const path = value.substr(0, value.find('#'));
            auto const mark = value.find("#post-");
            return mark == value.npos ? path.substr(path.rfind('/') + 1) : value.substr(mark + 6);
        }
    return "-";
}

std::string path_of(World& world, Pair const& pair, std::size_t at) {
    return "/groups/" + world.group(pair.groups[at]).text();
}

void set_up(World& world, Pair& pair, std::size_t at) {
    for (auto const& who : pair.people()) world.put_in(who, pair.groups[at]);
    auto const group = path_of(world, pair, at);
    world.post(pair.facilitator, group + "/pen-names", {{"pen_names", "yes"}, {"nameless", "yes"}});
    // Who will not write with it has a pen-name too: both do in both groups.
    for (auto const& who : {pair.writer, pair.other}) {
        bool const writes = who == pair.writers[at];
        world.post(who, group + "/pen-name", {{"name", writes ? "Heron" : "Dunlin"}});
    }
}

// One thing after the other, in both groups in the same instant.
using Step = std::function<void(World&, Pair&, std::size_t)>;

void keep(Pair& pair, std::size_t at, http::Response const& response) { pair.posts[at].push_back(last_part(response)); }

std::vector<Step> steps() {
    auto const publish = [](std::string as, std::string body) {
        return [as, body](World& world, Pair& pair, std::size_t at) {
            keep(pair, at,
                 world.post(pair.writers[at], path_of(world, pair, at) + "/posts",
                            {{"body", body}, {"asks", "yes"}, {"stays", "30"}, {"written_as", as}}));
        };
    };
    auto const answer = [](std::size_t under, std::string as, std::string body) {
        return [under, as, body](World& world, Pair& pair, std::size_t at) {
            keep(pair, at,
                 world.post(pair.writers[at], "/posts/" + pair.posts[at].at(under) + "/comments",
                            {{"body", body}, {"written_as", as}, {"stays", "7"}}));
        };
    };
    return {
        publish("pen_name", "It was a long week."),
        publish("nameless", "I do not know how to go on."),
        [](World& world, Pair& pair, std::size_t at) {
            keep(pair, at, world.post(pair.watcher, path_of(world, pair, at) + "/posts", {{"body", "And yours?"}}));
        },
        answer(2, "pen_name", "Long too."),
        answer(2, "nameless", "Longer."),
        answer(0, "pen_name", "And longer."),
        answer(1, "nameless", "Still not."),
        [](World& world, Pair& pair, std::size_t at) {
            world.post(pair.writers[at], "/posts/" + pair.posts[at][0], {{"body", "It was a very long week."}});
        },
        [](World& world, Pair& pair, std::size_t at) {
            world.post(pair.writer, "/posts/" + pair.posts[at][2] + "/reactions", {{"kind", "been_there"}});
        },
        [](World& world, Pair& pair, std::size_t at) {
            pair.asks[at] = last_part(world.post(pair.writers[at], path_of(world, pair, at) + "/asks",
                                                 {{"body", "A word?"},
                                                  {"wants", "today"},
                                                  {"by", "today"},
                                                  {"reach", "everyone"},
                                                  {"written_as", "pen_name"}}));
        },
        [](World& world, Pair& pair, std::size_t at) {
            world.post(pair.watcher, "/posts/" + pair.posts[at][0] + "/report", {{"reason", "It worries me."}});
        },
    };
}

std::vector<std::string> pages(World& world, Pair const& pair, std::size_t at) {
    auto const group = path_of(world, pair, at);
    std::vector<std::string> all{group,           group + "/asks",    group + "/members",
                                 group + "/log",  group + "/reports", "/asks/" + pair.asks[at],
                                 group + "/rota", group + "/pen-name"};
    for (auto const& post : pair.posts[at])
        for (auto const* rest : {"", "/history", "/report", "/hide", "/opening", "/edit"})
            all.push_back("/posts/" + post + rest);
    return all;
}

std::string seen(World& world, Pair const& pair, std::string const& who, std::size_t at) {
    std::string all;
    for (auto const& path : pages(world, pair, at))
        for (bool const json : {false, true}) {
            auto const response = world.get(who, path, json);
            all += path + " " + std::to_string(response.status) + "\n" + std::string{response.payload()} + "\n";
        }
    return all;
}

// What differs between the two pairs, and between two looks at one page, taken out. A person's id stays to be seen.
std::string alike(World& world, Pair const& pair, std::string text) {
    auto const people = pair.people();
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const& person = world.person(people[i]);
        auto const word = "PERSON" + std::to_string(i);
        for (auto const& each : {person.id.text(), person.name, person.email})
            text = replaced(std::move(text), each, word);
    }
    for (auto const at : {first, second}) {
        text = replaced(std::move(text), world.group(pair.groups[at]).text(), "GROUP");
        text = replaced(std::move(text), pair.groups[at], "NAME");
    }
    static std::regex const fresh{
        "(name=\"(csrf|idempotency_key)\" "
        "value=\"[^\"]*\")|(\\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\\b)|(\\b[0-9A-Za-z]{22}\\b)"};
    return std::regex_replace(text, fresh, "FRESH");
}

std::set<std::string> ids_in(World& world, Pair const& pair, std::string const& text) {
    static std::regex const id{"\\b[0-9A-Za-z]{22}\\b"};
    std::set<std::string> ids;
    for (std::sregex_iterator it{text.begin(), text.end(), id}, end; it != end; ++it) ids.insert(it->str());
    for (auto const& who : pair.people()) ids.erase(world.person(who).id.text());
    for (auto const& group : pair.groups) ids.erase(world.group(group).text());
    return ids;
}

using Check = std::function<void(bool, std::string const&)>;

void compare(World& world, Pair const& one, Pair const& two, Check const& check) {
    for (auto const who : {&Pair::watcher, &Pair::facilitator}) {
        for (auto const& path : {"/notices", "/asks", "/digest/day"}) {
            auto const mine = alike(world, one, std::string{world.get(one.*who, path, true).payload()});
            auto const theirs = alike(world, two, std::string{world.get(two.*who, path, true).payload()});
            check(mine == theirs, std::string{"pens can be told by "} + path + "\n    " + mine + "\n    " + theirs);
        }
        std::set<std::string> ids[2];
        for (auto const at : {first, second}) {
            auto const plain = seen(world, one, one.*who, at);
            ids[at] = ids_in(world, one, plain);
            auto const mine = alike(world, one, plain), theirs = alike(world, two, seen(world, two, two.*who, at));
            std::size_t same = 0;
            while (same < mine.size() && same < theirs.size() && mine[same] == theirs[same]) ++same;
            auto const from = same < 80 ? 0 : same - 80;
            check(mine == theirs, "a pen can be told from another's to " + one.*who + "\n    …" +
                                      mine.substr(from, 200) + "\n    …" + theirs.substr(from, 200));
        }
        std::vector<std::string> shared;
        std::ranges::set_intersection(ids[first], ids[second], std::back_inserter(shared));
        for (auto const& id : shared) check(false, id + " stands in both groups before " + one.*who);
    }
}

}  // namespace

void compare_pens(World& world, Check const& check) {
    Pair one{{"Northern", "Southern"}, "abe", "bea", "cai", "del", "edd", {"bea", "bea"}, {}, {}};
    Pair two{{"Eastern", "Western"}, "fin", "gil", "hux", "ian", "jan", {"gil", "hux"}, {}, {}};
    for (auto* pair : {&one, &two})
        for (auto const at : {first, second}) set_up(world, *pair, at);
    for (auto const& step : steps()) {
        for (auto* pair : {&one, &two})
            for (auto const at : {first, second}) step(world, *pair, at);
        world.pass(std::chrono::minutes{7});
    }
    for (auto const* pair : {&one, &two})
        for (auto const at : {first, second}) {
            check(pair->asks[at].size() == id_text_bytes, "the ask was not sent");
            for (std::size_t i = 0; i < pair->posts[at].size(); ++i) {
                auto const id = PostId::parse(pair->posts[at][i]);
                check(id.has_value(), "nothing was written");
                if (!id || i == 2) continue;  // under the watcher's own name
                std::int64_t moment = 0;
                for (std::size_t byte = 0; byte < 6; ++byte) moment = moment << 8 | id->bytes[byte];
                check(as_told({moment}).milliseconds == moment, "an id tells the moment");
            }
        }
    compare(world, one, two, check);
}

}  // namespace kith::test
