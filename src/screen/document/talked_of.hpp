// People the field and the news talk of: who led inquiries, writers whom every student reads. Writing of them
// tells nobody's secret. A short list by hand, not a register: what it lacks is marked like any name.
#pragma once

#include <string_view>

namespace kith::screen {

// `name` in lower case, as a whole.
bool is_talked_of(std::string_view name);

}  // namespace kith::screen
