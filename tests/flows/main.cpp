// flows [--engine sqlite|postgres] [--folder DIR] [part of a file's name]…
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

#include "flows/flow.hpp"
#include "flows/world.hpp"

namespace {

using namespace kith::test;

std::vector<Flow> flows_in(std::string const& folder, std::vector<std::string> const& wanted) {
    std::vector<std::string> files;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        auto const name = entry.path().filename().string();
        bool const fits =
            wanted.empty() || std::ranges::any_of(wanted, [&](auto& part) { return name.contains(part); });
        if (entry.path().extension() == ".flow" && fits) files.push_back(entry.path().string());
    }
    std::ranges::sort(files);
    std::vector<Flow> flows;
    for (auto const& file : files)
        for (auto& flow : read_flows(file)) flows.push_back(std::move(flow));
    return flows;
}

}  // namespace

int main(int count, char** words) {
    std::string folder = "tests/flows";
    std::vector<On> engines{On::sqlite, On::postgres};
    std::vector<std::string> wanted;
    for (int i = 1; i < count; ++i) {
        std::string const word = words[i];
        if (word == "--engine" && i + 1 < count)
            engines = {std::string_view{words[++i]} == "postgres" ? On::postgres : On::sqlite};
        else if (word == "--folder" && i + 1 < count)
            folder = words[++i];
        else
            wanted.push_back(word);
    }
    prepare_program();
    std::optional<PostgresCluster> cluster;
    int passed = 0, failed = 0;
    try {
        for (auto const& flow : flows_in(folder, wanted))
            for (auto const engine : engines) {
                if (engine == On::postgres && !cluster) cluster.emplace();
                World world{engine, cluster ? &*cluster : nullptr};
                auto const wrong = run_flow(flow, world);
                ++(wrong.empty() ? passed : failed);
                if (!wrong.empty())
                    fmt::print("\n{} [{}]\n  {}\n", flow.name, engine == On::sqlite ? "sqlite" : "postgres", wrong);
            }
    } catch (std::exception const& wrong) {
        fmt::print(stderr, "{}\n", wrong.what());
        return 2;
    }
    fmt::print("{} passed, {} failed\n", passed, failed);
    return failed == 0 && passed > 0 ? 0 : 1;
}
