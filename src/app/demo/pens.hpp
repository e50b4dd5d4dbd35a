// What is said under pen-names, and without a name, in the group of the example that allows it.
#pragma once

#include "app/demo/extras.hpp"

namespace kith::app::demo {

void add_pens(sql::Transaction&, Community const&, Random&);

}  // namespace kith::app::demo
