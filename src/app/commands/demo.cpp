#include "app/commands.hpp"
namespace kith::app {
void add_demo(Program&) {}
}  // namespace kith::app
