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
        {"POST", "/groups/{group}/presence", {{"shows", "yes"}}},
        {"GET",  "/posts/{post}"},
        {"POST", "/posts/{post}", {{"body", "Let me in"}, {"version", "1"}}},
        {"GET",  "/posts/{post}/edit"},
        {"GET",  "/posts/{post}/history"},
        {"GET",  "/posts/{post}/withdraw"},
        {"POST", "/posts/{post}/withdraw"},
        {"POST", "/posts/{post}/comments", {{"body", "Let me in"}}},
        {"POST", "/posts/{post}/reactions", {{"kind", "with_you"}}},
        {"POST", "/drafts", {{"place", "group:0000000000000000000001"}, {"body", "Let me in"}}},
        {"GET",  "/live"},
    };
    // clang-format on
    return rows;
}

}  // namespace kith::test
