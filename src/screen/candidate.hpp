// What one reader of a text (a rule, the tagger, a group's pattern) takes for an identifier,
// before all of them are put together (screen.cpp).
#pragma once

#include <cstdint>
#include <vector>

#include "screen/screen.hpp"

namespace kith::screen {

struct Candidate {
    std::uint32_t start, end;  // bytes of the lanes of `Folded`
    Class what;
    float confidence;
    // A sentence for the writer; static, or empty for the usual one of the class (reasons.hpp).
    std::string_view reason = {};
};

using Candidates = std::vector<Candidate>;

}  // namespace kith::screen
