#include "stranger/glass.hpp"

#include <regex>

namespace kith::test {

namespace {

std::string without_ids(http::Response const& response) {
    static std::regex const fresh{
        "(name=\"(csrf|idempotency_key)\" value=\"[^\"]*\")|(\\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\\b)|"
        "(\\b[0-9A-Za-z]{22}\\b)"};
    std::string all = std::to_string(response.status) + "\n";
    for (auto const& [name, value] : response.headers) all += name + ": " + value + "\n";
    return std::regex_replace(all + std::string{response.payload()}, fresh, "ID");
}

}  // namespace

void compare_glass(World& world, Check const& check) {
    std::string seen[2];
    int at = 0;
    for (auto const& group : {world.group("Tuesday").text(), GroupId::random().text()}) {
        auto const host = "host" + std::string(1, static_cast<char>('a' + at));
        world.make_host(host);
        auto& all = seen[at++];
        all += without_ids(world.post(host, "/glass", {{"group", group}, {"reason", "A court asks"}}));
        for (auto const* path : {"/glass", "/log", "/notices", "/groups"}) all += without_ids(world.get(host, path));
        auto const name = world.person(host).name;
        for (auto begin = all.find(name); begin != all.npos; begin = all.find(name))
            all.replace(begin, name.size(), "HOST");
    }
    // The second host's pages list what the first asked for as well: what each sees of their own is compared.
    auto const own = [](std::string const& text) { return text.substr(0, text.find("<!doctype html>")); };
    check(own(seen[0]).starts_with("303"), "a host may ask: " + own(seen[0]));
    check(own(seen[0]) == own(seen[1]), "a host is answered otherwise where there is a group");
    check(seen[0].contains("HOST asked for the group ID") && seen[1].contains("HOST asked for the group ID"),
          "what a host asked for is listed");
    check(!seen[0].contains("Tuesday") && !seen[0].contains("quiet word"), "a host learns of the group by asking");
}

}  // namespace kith::test
