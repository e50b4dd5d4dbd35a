#include "stranger/rows.hpp"

namespace kith::test {

std::span<StrangerRow const> stranger_rows() {
    // clang-format off
    static std::vector<StrangerRow> const rows{
        {"GET",  "/"},
        {"GET",  "/host/{secret}"},
        {"POST", "/host/{secret}", {{"place", "Mine"}, {"name", "Eve"}, {"email", "eve@example.org"}, {"capacity", "student"},
                                    {"password", "three plain words"}, {"group_name", "Mine"}, {"agreement", "brief"}}},
        {"GET",  "/help"},
        {"GET",  "/exit"},
        {"GET",  "/health"},
        {"GET",  "/session"},
        {"POST", "/session"},
        {"POST", "/session/end"},
        {"GET",  "/groups"},
        {"GET",  "/groups/new"},
        {"POST", "/groups"},
        {"GET",  "/groups/{group}"},
        {"POST", "/groups/{group}/posts", {{"body", "Let me in"}}},
        {"GET",  "/posts/{post}"},
        {"POST", "/posts/{post}/comments", {{"body", "Let me in"}}},
    };
    // clang-format on
    return rows;
}

}  // namespace kith::test
