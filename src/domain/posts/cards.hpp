// A post as a card on the group's page, rendered.
//
// Most who open a group see the same cards, so a card is remembered under all that stands in it:
// another word, name, count or mark makes another card. What names members is made each time.
#pragma once

#include "domain/posts/views.hpp"

namespace kith::posts {

// Of all groups together; some two thousand cards.
inline constexpr std::size_t cards_bytes_max = 4 * 1024 * 1024;

html::Markup card(Shown const&, Company&, Onlooker const&);

}  // namespace kith::posts
