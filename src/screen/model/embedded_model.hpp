// What the engine has learnt, as it is part of the program. Browsers are given the same bytes as a file.
#pragma once

#include "screen/model.hpp"

namespace kith::screen {

// Read at the first call, then the same for all threads and as long as the program runs. An empty model
// when the program was built without one, or with one of another format.
Model const& embedded_model();

}  // namespace kith::screen
