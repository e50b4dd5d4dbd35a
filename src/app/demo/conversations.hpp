// What some of the example's people say to one another: two of them, and three who keep it for a week.
#pragma once

#include "app/demo/extras.hpp"

namespace kith::app::demo {

void add_conversations(sql::Transaction&, Community const&, Random&);

}  // namespace kith::app::demo
