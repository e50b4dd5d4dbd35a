// A stranger cannot tell.
//
// For every route, every outsider and every way of asking (page, JSON), what they get
// about a thing of a secret group must be what they get about a thing that never was,
// and about one that was deleted: status, headers and body, byte for byte. The ids that
// they themselves put into the address are made equal before the comparison.
//
// The route table lists itself; a route without a row in rows.cpp is a failure.
#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <set>

#include "app/routes.hpp"
#include "flows/world.hpp"
#include "stranger/glass.hpp"
#include "stranger/passes.hpp"
#include "stranger/pens.hpp"
#include "stranger/rows.hpp"
#include "stranger/secret.hpp"

namespace {

using namespace kith;
using namespace kith::test;

int passed = 0, failed = 0;

void check(bool good, std::string const& what) {
    ++(good ? passed : failed);
    if (!good) fmt::print("{}\n", what);
}

std::string name_of_row(Row const& row) { return fmt::format("{} {}", http::name_of(row.method), row.path); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// A search is sealed anew each time: of its address the length alone is compared.
std::string without_seal(std::string const& value) {
    constexpr std::string_view before = "/search/";
    return value.starts_with(before) ? fmt::format("{}{} characters", before, value.size()) : value;
}

// A form's token is the asker's own and new on every page: it says nothing of what was asked for.
std::string without_tokens(std::string text) {
    constexpr std::string_view before = "name=\"csrf\" value=\"";
    for (auto at = text.find(before); at != text.npos; at = text.find(before, at + before.size())) {
        auto const begin = at + before.size();
        text.erase(begin, text.find('"', begin) - begin);
    }
    return text;
}

// What goes out on the line, with the asked-for ids taken out.
std::string as_bytes(http::Response const& response, std::vector<std::string> const& ids) {
    std::string bytes = fmt::format("{}\n", response.status);
    for (auto const& [name, value] : response.headers) bytes += fmt::format("{}: {}\n", name, without_seal(value));
    bytes += response.events ? "a stream\n" : "\n";
    bytes += response.payload();
    for (auto const& id : ids) bytes = replaced(std::move(bytes), id, "ID");
    return without_tokens(std::move(bytes));
}

std::string first_difference(std::string const& a, std::string const& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    auto const from = at < 60 ? 0 : at - 60;
    return fmt::format("    …{}\n    …{}", a.substr(from, 160), b.substr(from, 160));
}

// A row filled from one set of ids.
struct Asked {
    std::string target;
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<std::string> ids;  // those that were filled in
    std::string lacks;             // a part that the set has no id for
};

std::string fill(std::string text, Ids const& ids, Asked& asked) {
    for (auto open = text.find('{'); open != text.npos; open = text.find('{')) {
        auto const close = text.find('}', open);
        auto const name = text.substr(open + 1, close - open - 1);
        auto const found = ids.find(name);
        if (found == ids.end()) asked.lacks = name;
        auto const value = found == ids.end() ? std::string{"-"} : found->second;
        text.replace(open, close - open + 1, value);
        asked.ids.push_back(value);
    }
    return text;
}

Asked ask(Row const& row, StrangerRow const& sent, Ids const& ids) {
    Asked asked;
    asked.target = fill(std::string{row.path} + std::string{sent.query}, ids, asked);
    for (auto const& [name, value] : sent.fields) asked.fields.emplace_back(name, fill(value, ids, asked));
    return asked;
}

std::string answer_to(World& world, std::string const& who, Row const& row, Asked const& asked, bool json) {
    auto const response = row.method == http::Method::get ? world.get(who, asked.target, json)
                                                          : world.post(who, asked.target, asked.fields);
    return as_bytes(response, asked.ids);
}

void compare_row(World& world, Secret const& secret, Row const& row, StrangerRow const& sent) {
    auto const never = ask(row, sent, secret.never);
    if (!never.lacks.empty()) return check(false, name_of_row(row) + ": the test knows no id for " + never.lacks);
    if (never.ids.empty()) return;  // nothing to ask for: the pages before and after say the rest
    for (std::string const who : {"", "cleo", "dan", "eve"})
        for (bool const json : {false, true}) {
            if (json && row.method != http::Method::get) continue;
            auto const wanted = answer_to(world, who, row, never, json);
            for (auto const& [kind, ids] : secret.existing) {
                auto const got = answer_to(world, who, row, ask(row, sent, ids), json);
                check(got == wanted, fmt::format("{} as {}: {} can be told from what never was\n{}", name_of_row(row),
                                                 who.empty() ? "nobody" : who, kind, first_difference(wanted, got)));
            }
        }
}

// Pages that are open to a stranger say the same before and after something happens in a group.
std::map<std::string, std::string> open_pages(World& world) {
    std::map<std::string, std::string> pages;
    for (auto const& row : app::routes()) {
        if (row.method != http::Method::get || row.path.find('{') != row.path.npos) continue;
        for (std::string const who : {"", "cleo", "dan"})
            pages[name_of_row(row) + " as " + who] = as_bytes(world.get(who, std::string{row.path}, true), {});
    }
    return pages;
}

void run(On on, PostgresCluster* cluster) {
    World world{on, cluster};
    auto const secret = make_secret(world);
    std::set<std::string> known;
    for (auto const& row : app::routes()) {
        int tried = 0;
        for (auto const& sent : stranger_rows())
            if (sent.method == http::name_of(row.method) && sent.path == row.path) {
                compare_row(world, secret, row, sent);
                ++tried;
            }
        check(tried > 0, name_of_row(row) + ": has no row in tests/stranger/rows.cpp");
    }
    auto const before = open_pages(world);
    something_happens(world);
    auto const after = open_pages(world);
    for (auto const& [page, bytes] : before)
        check(after.at(page) == bytes,
              page + " shows that something happened in a secret group\n" + first_difference(bytes, after.at(page)));
    compare_codes(world, check);
    compare_searches(world, secret, check);
    compare_passes(world, check);
    compare_pens(world, check);
    compare_glass(world, check);
}

}  // namespace

int main() {
    prepare_program();
    PostgresCluster cluster;
    run(On::sqlite, nullptr);
    run(On::postgres, &cluster);
    fmt::print("{} passed, {} failed\n", passed, failed);
    return failed == 0 ? 0 : 1;
}
