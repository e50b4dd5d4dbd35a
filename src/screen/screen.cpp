#include "screen/screen.hpp"

#include <algorithm>
#include <utility>

#include "screen/broader/broader.hpp"
#include "screen/candidate.hpp"
#include "screen/document/document.hpp"
#include "screen/jigsaw/jigsaw.hpp"
#include "screen/model.hpp"
#include "screen/normalise.hpp"
#include "screen/overlaps.hpp"
#include "screen/patterns/patterns.hpp"
#include "screen/reasons.hpp"
#include "screen/rules/rules.hpp"
#include "screen/tagger/tagger.hpp"
#include "screen/tokens.hpp"
#include "screen/tone/tone.hpp"

namespace kith::screen {

namespace {

Finding finding_of(Candidate const& candidate, Folded const& folded, std::string_view text, Settings const& settings) {
    auto const [start, end] = folded.origin(candidate.start, candidate.end);
    auto const reason = candidate.reason.empty() ? usual_reason(candidate.what) : candidate.reason;
    auto broader = broader_wordings(candidate.what, text.substr(start, end - start), settings);
    // The document pass says in its reason who is named: a colleague is no client.
    if (candidate.what == Class::person && reason.find("colleague") != reason.npos)
        broader = {"a colleague", "someone"};
    return {start,
            end,
            candidate.what,
            kind_of(candidate.what),
            std::min(candidate.confidence, 1.0F),
            std::string(reason),
            std::move(broader)};
}

}  // namespace

Report screen(std::string_view text, Model const& model, Settings const& settings, Work& work) {
    text = text.substr(0, text_bytes_max);
    Folded const folded(text);
    auto const tokens = tokens_of(folded);
    Reader const reader(folded, tokens);

    Candidates candidates;
    rules::find_all(reader, settings, candidates);
    if (settings.patterns) work.steps += settings.patterns->find(folded, candidates);
    Tagger::read(model).find(folded, tokens, settings, candidates);
    carry_through(reader, candidates);
    work.steps += text.size() + tokens.size() + reader.steps() + candidates.size();
    settle_overlaps(candidates, folded.lower(), settings);

    Report report;
    report.findings.reserve(candidates.size());
    for (auto const& candidate : candidates) report.findings.push_back(finding_of(candidate, folded, text, settings));
    report.tone = judge(folded, tokens, candidates, model);
    if (report.tone.danger != Danger::none) {
        auto const meant = folded.origin(report.tone.start, report.tone.end);
        report.tone.start = meant.start, report.tone.end = meant.end;
    }
    report.jigsaw = estimate(text, report.findings, model, settings);
    return report;
}

Report screen(std::string_view text, Model const& model, Settings const& settings) {
    Work work;
    return screen(text, model, settings, work);
}

}  // namespace kith::screen
