// Reactions of support: a kind word by one tap. Never counted, never ranked; who
// gave which is seen by the author of the post alone.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/posts/post.hpp"
#include "platform/sql/database.hpp"

namespace kith::posts {

enum class Reaction { with_you, been_there, thank_you, this_helped };

inline constexpr std::array reactions{Reaction::with_you, Reaction::been_there, Reaction::thank_you,
                                      Reaction::this_helped};

std::string_view stored(Reaction);    // "been_there"
std::string_view in_words(Reaction);  // "Been there"
std::optional<Reaction> reaction_from(std::string_view stored);

enum class Toggled { given, taken_back };
Toggled toggle(sql::Transaction&, Post const&, PersonId, Reaction, Time now);

struct Given {
    PostId post;
    Reaction reaction;
    PersonId person;
    std::string name;
};
// Under a thread's head and its comments numbered `first` to `last`: what this person gave, and
// what was given to posts of their own.
std::vector<Given> given_in_thread(sql::Transaction&, PostId thread, PersonId, std::int64_t first, std::int64_t last);

}  // namespace kith::posts
