// Asks in the first of the example's groups: one with offers, one that waits, one that was closed, one that
// nobody took; a rota, a promise and fields of practice.
#pragma once

#include "app/demo/extras.hpp"

namespace kith::app::demo {

void add_asks(sql::Transaction&, Community const&, Random&);

}  // namespace kith::app::demo
