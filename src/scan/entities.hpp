// What &names; stand for in HTML: those of Latin letters and of common signs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::scan {

// `bytes` begin with "&". How many bytes the reference takes, and in `made` what it stands for; 0: it is none.
std::size_t read_entity(std::string_view bytes, std::string& made);

}  // namespace kith::scan
