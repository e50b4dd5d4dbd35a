#include "screen/tagger/second_look.hpp"

#include <algorithm>

namespace kith::screen::tagger {

namespace {

// Of a label that names something, for a token of it. Turns of phrase ("lived with his uncle") need more than a name.
constexpr float speaks_for = 0.003F, speaks_for_phrase = 0.05F;
constexpr float too_little = confidence_min_all * 0.9F;

bool may_be_everyones(Class what) {
    return what == Class::place || what == Class::institution || what == Class::organisation || what == Class::date ||
           what == Class::quantity || what == Class::address || what == Class::event || what == Class::immigration ||
           what == Class::family || what == Class::occupation;
}

float named(Shares const& shares) {
    return 1 - shares[static_cast<std::size_t>(Label::other)] - shares[static_cast<std::size_t>(Label::everyones)];
}

// Calls `use` with each token of the candidate.
template <class Use>
void for_tokens_of(Candidate const& candidate, std::vector<Token> const& tokens, Use use) {
    auto at =
        static_cast<std::size_t>(std::ranges::lower_bound(tokens, candidate.start, {}, &Token::start) - tokens.begin());
    for (; at < tokens.size() && tokens[at].start < candidate.end; ++at) use(at);
}

}  // namespace

void open_for_second_look(std::vector<Token> const& tokens, Attributed const& attributed, Candidates const& candidates,
                          Worth& worth) {
    if (attributed.manner.style != Style::report) return;
    for (auto const& candidate : candidates)
        if (may_be_everyones(candidate.what)) for_tokens_of(candidate, tokens, [&](std::size_t at) { worth[at] = 1; });
}

void look_again(std::vector<Token> const& tokens, Attributed const& attributed, std::span<Shares const> shares,
                Candidates& candidates) {
    if (attributed.manner.style != Style::report) return;
    for (auto& candidate : candidates) {
        if (!may_be_everyones(candidate.what)) continue;
        float most = 0;
        for_tokens_of(candidate, tokens, [&](std::size_t at) { most = std::max(most, named(shares[at])); });
        bool const phrase = candidate.what == Class::family || candidate.what == Class::occupation;
        if (most < (phrase ? speaks_for_phrase : speaks_for))
            candidate.confidence = std::min(candidate.confidence, too_little);
    }
}

}  // namespace kith::screen::tagger
