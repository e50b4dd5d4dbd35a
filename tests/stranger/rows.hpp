// One row for each row of the route table: what a stranger sends there.
//
// A route without a row here fails the test, so whoever adds a route says at the
// same time how somebody outside would try it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::test {

struct StrangerRow {
    std::string_view method;
    std::string_view path;
    std::vector<std::pair<std::string, std::string>> fields{};  // {group} and the like are filled in
    std::string_view query{};                                   // likewise
};

std::span<StrangerRow const> stranger_rows();

}  // namespace kith::test
