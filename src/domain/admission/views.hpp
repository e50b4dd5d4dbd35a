// What the pages on the way into a group show.
#pragma once

#include <span>
#include <string_view>

#include "domain/admission/admission.hpp"
#include "platform/html/view.hpp"

namespace kith::admission {

// One of the twelve questions to consider before joining. The answers stay with the reader: no page has a field
// for them, so that none can reach the server.
struct ToConsider {
    std::string_view question;
    std::string_view hint;
};
std::span<ToConsider const> questions_to_consider();

// "1 of 2 people"
std::string vouches_in_words(int there, int needed);

// A line of a newcomer who waits, for members.
html::View newcomer_line(Admission const&, Group const&);

}  // namespace kith::admission
