// kith routes: the route table, for people and for what is made from it (docs/api).
#include "app/routes.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.hpp"

namespace kith::app {

namespace {

void print_json() {
    auto rows = nlohmann::ordered_json::array();
    for (auto const& row : routes())
        rows.push_back({{"method", http::name_of(row.method)},
                        {"path", row.path},
                        {"gate", name_of(row.opens)},
                        {"endpoint", row.endpoint}});
    fmt::print("{}\n", rows.dump(2));
}

void print_table() {
    std::size_t path_width = 0, gate_width = 0;
    for (auto const& row : routes()) {
        path_width = std::max(path_width, row.path.size());
        gate_width = std::max(gate_width, name_of(row.opens).size());
    }
    for (auto const& row : routes())
        fmt::print("{:<6} {:<{}}  {:<{}}  {}\n", http::name_of(row.method), row.path, path_width, name_of(row.opens),
                   gate_width, row.endpoint);
}

}  // namespace

void add_routes(Program& program) {
    auto* const words = program.words.add_subcommand("routes", "List every route: method, path, gate, endpoint");
    auto const json = std::make_shared<bool>(false);
    words->add_flag("--json", *json, "As JSON, for programs");
    program.commands.push_back({words, [json] {
                                    if (*json)
                                        print_json();
                                    else
                                        print_table();
                                    return 0;
                                }});
}

}  // namespace kith::app
