#include "screen/tagger/stretches.hpp"

namespace kith::screen::tagger {

namespace {

constexpr std::size_t beside = 1;   // tokens on either side
constexpr std::size_t gap_max = 1;  // tokens between two runs that join them

}  // namespace

void stretches_of(std::vector<Token> const& tokens, std::vector<Stretch>& stretches) {
    stretches.clear();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i == 0 || tokens[i].gap == Gap::line || i - stretches.back().first >= stretch_tokens_max) {
            if (i > 0) stretches.back().end = i;
            stretches.push_back({i, i});
        }
    }
    if (!stretches.empty()) stretches.back().end = tokens.size();
}

std::vector<Stretch> stretches_of(std::vector<Token> const& tokens) {
    std::vector<Stretch> stretches;
    stretches_of(tokens, stretches);
    return stretches;
}

void runs_of(Stretch stretch, std::span<char const> worth, std::vector<Stretch>& runs) {
    runs.clear();
    for (std::size_t i = stretch.first; i < stretch.end; ++i) {
        if (worth[i] == 0) continue;
        auto const first = i < stretch.first + beside ? stretch.first : i - beside;
        auto const end = i + beside < stretch.end ? i + beside + 1 : stretch.end;
        if (!runs.empty() && first <= runs.back().end + gap_max)
            runs.back().end = end;
        else
            runs.push_back({first, end});
    }
}

}  // namespace kith::screen::tagger
