// When two names look alike.
//
// A pen-name must not be taken for a member's name, or for another pen-name. Compared is what is left when capitals,
// accents, spaces and signs are put aside and what is drawn alike is written alike ("M4ria", "maria", "Màriа").
#pragma once

#include <string>
#include <string_view>

namespace kith::pens {

// Empty where nothing is left to compare.
std::string likeness_of(std::string_view name);

// The pen-name is the member's name, a part of it, or its parts in another order.
bool looks_like(std::string_view pen_name, std::string_view name_of_member);

// Latin letters, digits, spaces, and - ' . alone: what is drawn alike elsewhere stays out.
bool is_plain(std::string_view pen_name);

}  // namespace kith::pens
