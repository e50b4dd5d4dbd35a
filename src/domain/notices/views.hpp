// What the page of notices shows.
#pragma once

#include "domain/notices/notice.hpp"
#include "platform/html/view.hpp"

namespace kith::notices {

html::View notice_view(Notice const&);
// The page that a notice is about.
std::string place_of(Notice const&);

}  // namespace kith::notices
