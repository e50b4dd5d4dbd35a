#include "stranger/passes.hpp"

#include <regex>

namespace kith::test {

namespace {

struct Side {
    std::string group, facilitator, asker, first, second, witness;
    std::string ask;
};

std::string replaced(std::string text, std::string const& from, std::string const& to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// What differs between the two sides, and between two looks at one page, taken out.
std::string alike(World& world, Side const& side, std::string text) {
    int number = 0;
    for (auto const* who : {&side.facilitator, &side.asker, &side.first, &side.second, &side.witness}) {
        auto const& person = world.person(*who);
        auto const word = "PERSON" + std::to_string(++number);
        text = replaced(std::move(text), person.id.text(), word);
        text = replaced(std::move(text), person.name, word);
        text = replaced(std::move(text), person.email, word);
    }
    text = replaced(std::move(text), side.ask, "ASK");
    text = replaced(std::move(text), world.group(side.group).text(), "GROUP");
    text = replaced(std::move(text), side.group, "NAME");
    static std::regex const fresh{
        "(name=\"(csrf|idempotency_key)\" "
        "value=\"[^\"]*\")|(\"used_on\":\"[^\"]*\")|(\\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\\b)|(\\b[0-9A-Za-z]{22}"
        "\\b)"};
    return std::regex_replace(text, fresh, "FRESH");
}

std::string seen(World& world, Side const& side, std::string const& who) {
    auto const group = "/groups/" + world.group(side.group).text();
    std::string all;
    for (auto const& path :
         {std::string{"/asks"}, "/asks/" + side.ask, group, group + "/asks", group + "/asks/new", group + "/asks/pace",
          group + "/rota", group + "/log", group + "/members", std::string{"/notices"}, std::string{"/me/data.json"}})
        for (bool const json : {false, true}) {
            auto const response = world.get(who, path, json);
            all += alike(world, side, path) + " " + std::to_string(response.status) + "\n" +
                   alike(world, side, std::string{response.payload()}) + "\n";
        }
    return all;
}

std::string last_part(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value.substr(value.rfind('/') + 1);
    return "-";
}

void begin(World& world, Side& side) {
    for (auto const* who : {&side.facilitator, &side.asker, &side.first, &side.second, &side.witness})
        world.put_in(*who, side.group);
    auto const group = "/groups/" + world.group(side.group).text();
    world.post(side.first, "/me/quiet", {{"quiet_from", "00:00"}, {"quiet_until", "00:01"}});
    world.post(side.second, group + "/rota",
               {{"day", "2026-09-22"}, {"from", "01:00"}, {"until", "12:00"}, {"weeks", "1"}});
    side.ask = last_part(world.post(side.asker, group + "/asks",
                                    {{"body", "A word?"}, {"wants", "today"}, {"by", "today"}, {"reach", "everyone"}}));
}

}  // namespace

void compare_passes(World& world, std::function<void(bool, std::string const&)> const& check) {
    Side silent{"Calmer", "hal", "ida", "jed", "kay", "lil", {}};
    Side passing{"Busier", "mia", "ned", "oli", "pat", "sue", {}};
    begin(world, silent);
    begin(world, passing);
    check(silent.ask.size() == 22 && passing.ask.size() == 22, "the asks were not sent");
    auto const compare = [&](std::string const& when) {
        for (auto const who : {&Side::asker, &Side::facilitator, &Side::witness}) {
            auto const one = seen(world, silent, silent.*who), other = seen(world, passing, passing.*who);
            std::size_t at = 0;
            while (at < one.size() && at < other.size() && one[at] == other[at]) ++at;
            auto const from = at < 60 ? 0 : at - 60;
            check(one == other, "a pass shows " + when + " to " + passing.*who + "\n    …" + one.substr(from, 160) +
                                    "\n    …" + other.substr(from, 160));
        }
    };
    compare("before there is one");
    for (auto const* who : {&passing.first, &passing.second})
        check(world.post(*who, "/asks/" + passing.ask + "/pass", {}).status == 303, *who + " cannot pass");
    compare("at once");
    for (int hour = 0; hour < 30; hour += 3) {
        world.pass(std::chrono::hours{3});
        compare("after " + std::to_string(hour + 3) + " hours");
    }
    auto const ended = std::string{world.get(passing.asker, "/asks/" + passing.ask).payload()};
    check(ended.find("Let us find another way") != ended.npos, "the ask has not closed itself meanwhile");
}

}  // namespace kith::test
