// What the pages of asks show. Nothing here reads a pass but the one of whoever looks.
#pragma once

#include "domain/asks/offers.hpp"
#include "domain/asks/promise.hpp"
#include "domain/asks/store.hpp"
#include "domain/posts/company.hpp"
#include "platform/html/view.hpp"

namespace kith::asks {

// "Tuesday 24 November, 14:00", by the group's clock.
std::string on_the_wall(Promise const&, Time);

// Somebody else's ask, as those it reaches find it on a list.
html::View reaching_view(Listed const&);
// One's own.
html::View own_view(Listed const&);
html::View offer_view(Offer const&, posts::Company&);

// "Someone to listen, within the hour": what is wanted and by when.
std::string wish_in_words(Ask const&);
// Whom it went to: fixed when it was sent.
std::string sent_in_words(Ask const&);

}  // namespace kith::asks
