#include "material.hpp"

#include <unordered_map>

#include "screen/tagger/features.hpp"

namespace kith::train {

using namespace screen::tagger;

namespace {

Labels labels_at(Document const& document, std::size_t start, std::size_t end, std::size_t& mark) {
    while (mark < document.marks.size() && document.marks[mark].end <= start) ++mark;
    if (mark < document.marks.size() && document.marks[mark].start < end) return document.marks[mark].labels;
    return document.rest;
}

// Every feature of every token, as hashes; those in too few texts are left out by `gather`.
template <class Use>
void for_tokens(Document const& document, WordFacts const& known, Use use) {
    screen::Folded const folded{document.text};
    auto const tokens = screen::tokens_of(folded);
    auto const attributed = attributes_of(folded, tokens, known);
    Features features;
    std::size_t mark = 0;
    for (auto const stretch : stretches_of(tokens))
        for (std::size_t i = stretch.first; i < stretch.end; ++i) {
            features_of(attributed, tokens, stretch, i, features);
            auto const origin = folded.origin(tokens[i].start, tokens[i].end);
            use(i == stretch.first, labels_at(document, origin.start, origin.end, mark), features);
        }
}

}  // namespace

Material gather(Documents const& documents, WordFacts const& known, unsigned count_min) {
    Material all;
    struct Seen {
        std::uint32_t number = ~0U, last_document = ~0U, count = 0;
    };
    std::unordered_map<std::uint32_t, Seen> seen;
    seen.reserve(6'000'000);
    for (std::uint32_t d = 0; d < documents.size(); ++d)
        for_tokens(documents[d], known, [&](bool, Labels, Features const& features) {
            for (std::size_t n = 0; n < features.count; ++n) {
                auto& entry = seen[features.hashes[n]];
                if (entry.last_document == d) continue;
                entry.last_document = d;
                ++entry.count;
            }
        });
    for (auto const& document : documents)
        for_tokens(document, known, [&](bool first, Labels labels, Features const& features) {
            if (first) {
                if (!all.sequences.empty()) all.sequences.back().end = all.labels.size();
                all.sequences.push_back({all.labels.size(), 0, document.weight});
            }
            all.labels.push_back(labels);
            all.starts.push_back(all.features.size());
            for (std::size_t n = 0; n < features.count; ++n) {
                auto& entry = seen[features.hashes[n]];
                if (entry.count < count_min) continue;
                if (entry.number == ~0U) {
                    entry.number = static_cast<std::uint32_t>(all.hashes.size());
                    all.hashes.push_back(features.hashes[n]);
                }
                all.features.push_back(entry.number);
            }
        });
    all.starts.push_back(all.features.size());
    if (!all.sequences.empty()) all.sequences.back().end = all.labels.size();
    return all;
}

}  // namespace kith::train
