// The memory of the program holds words, names and keys; what is left of it when it dies must not lie on a disk.
#pragma once

namespace kith::app {

// From now on no core is dumped, not even by a handler that the system pipes it to, and no other process of the same
// user may look into the memory. Called first thing in main.
void leave_no_core();

}  // namespace kith::app
