// A secret group with everything in it that a route can lead to, one that was deleted
// with the same, and four outsiders: nobody, Cleo (a member of another group), Dan (who
// left the secret group, where a post of his stays), Eve (who was refused).
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "flows/world.hpp"

namespace kith::test {

using Ids = std::map<std::string, std::string>;  // by the name of the part: "group", "post"

struct Secret {
    Ids never;                                          // of the right form, and never given out
    std::vector<std::pair<std::string, Ids>> existing;  // what kind they are, and they
};

Secret make_secret(World&);
// A post, a comment, a newcomer, a notice, an ask, a turn: life in the secret group goes on.
void something_happens(World&);
using Check = std::function<void(bool, std::string const&)>;
// An outsider's own search finds nothing of a secret group, and asks in it as in one that never was.
void compare_searches(World&, Secret const&, Check const& check);
// Wrong, used and expired invitations are answered alike.
void compare_codes(World&, Check const& check);

}  // namespace kith::test
