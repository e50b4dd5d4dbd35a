#include "finder.hpp"

#include "screen/document/document.hpp"
#include "screen/tagger/tagger.hpp"

namespace kith::bench {

std::vector<Found> Finder::operator()(std::string_view text, screen::Level level) const {
    screen::Settings settings;
    settings.level = level;
    std::vector<Found> found;
    if (parts_ == Parts::whole) {
        for (auto const& finding : screen::screen(text, model_, settings).findings)
            if (finding.confidence >= least_)
                found.push_back({finding.start, finding.end, finding.what, finding.confidence});
        return found;
    }
    screen::Folded const folded{text};
    auto const tokens = screen::tokens_of(folded);
    screen::Candidates candidates;
    screen::Tagger::read(model_).find(folded, tokens, settings, candidates);
    screen::carry_through(screen::Reader{folded, tokens}, candidates);
    for (auto const& candidate : candidates) {
        if (candidate.confidence < least_) continue;
        auto const origin = folded.origin(candidate.start, candidate.end);
        found.push_back({origin.start, origin.end, candidate.what, candidate.confidence});
    }
    return found;
}

}  // namespace kith::bench
