// What tells something of a person though no finding marks it, for it would mark too much elsewhere: an age that
// stands alone ("Lad, 15, autistic", "Six."), a parent's rare work ("the vicar's wife", "dad's a judge"), a rare
// condition.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "screen/jigsaw/pieces.hpp"

namespace kith::screen {

struct Unmarked {
    std::size_t start, end;  // bytes of the text
    Told told;
};

// In order, outside `findings`. Only of texts up to `unmarked_bytes_max`: drafts, not archives.
std::vector<Unmarked> unmarked_in(std::string_view text, std::span<Finding const> findings, Model const&,
                                  Settings const&);

inline constexpr std::size_t unmarked_bytes_max = 20'000;

}  // namespace kith::screen
