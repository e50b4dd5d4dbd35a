// The subcommands of `kith`. Each returns the program's exit status.
#pragma once

#include "app/settings.hpp"

namespace kith::app {

int serve(ServeSettings const&);

}  // namespace kith::app
