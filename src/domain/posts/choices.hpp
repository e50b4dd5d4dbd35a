// A question and what can be chosen, as one text: the choices are its last lines, each after "- ". As one text they are
// looked at, so that what they tell together is seen; and as one they are held and kept as a draft.
//
// The form of a new thread has the choices in a field of their own, one a line. Where the words come back as one text
// (the page of one more look, a draft), the field `poll` says that their end is choices, for a post may end in a list.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/form.hpp"

namespace kith::posts {

inline constexpr std::string_view choices_field = "choices", with_choices_field = "poll";

struct Parts {
    std::size_t question_bytes = 0;
    std::vector<std::string> choices;
};
Parts parts_of(std::string_view text);

// Whether a form gives something to choose from.
bool gives_choices(http::Form const&);
// All the words of a form: what was written, and under it the choices.
std::string words_in(http::Form const&);

}  // namespace kith::posts
