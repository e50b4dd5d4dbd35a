#include "screen/broader/broader.hpp"

namespace kith::screen {

std::vector<std::string> broader_wordings(Class, std::string_view, Settings const&) { return {}; }

}  // namespace kith::screen
