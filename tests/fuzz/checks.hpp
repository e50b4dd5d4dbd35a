// What must hold for any input. A fuzz target stops at the first that does not, with a line that says which.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "scan/decode.hpp"
#include "scan/extract.hpp"
#include "screen/screen.hpp"

namespace kith::fuzz {

inline void must(bool holds, char const* words) {
    if (holds) return;
    std::fprintf(stderr, "DOES NOT HOLD: %s\n", words);
    std::abort();
}

inline std::string_view bytes_of(std::uint8_t const* data, std::size_t size) {
    return {reinterpret_cast<char const*>(data), size};
}

inline bool is_boundary(std::string_view text, std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// Of the engine's promises those that any caller can see.
inline void check_report(std::string_view text, screen::Report const& report) {
    bool const sound = scan::utf8_prefix(text) == text.size();
    std::size_t last = 0;
    for (auto const& finding : report.findings) {
        must(finding.start < finding.end && finding.end <= text.size(), "a finding lies in the text");
        must(finding.start >= last, "findings stand in order and do not overlap");
        last = finding.end;
        if (sound)
            must(is_boundary(text, finding.start) && is_boundary(text, finding.end),
                 "a finding begins and ends between characters");
        must(finding.confidence >= 0 && finding.confidence <= 1, "confidence lies between 0 and 1");
        must(!finding.reason.empty(), "a finding has its reason");
        for (auto const& words : finding.broader) must(!words.empty(), "a broader wording has words");
    }
    for (auto const piece : report.jigsaw.pieces) must(piece < report.findings.size(), "a piece is a finding");
    if (report.jigsaw.broaden_first)
        must(*report.jigsaw.broaden_first < report.findings.size(), "what to broaden first is a finding");
    must(report.tone.start <= report.tone.end && report.tone.end <= text.size(), "the tone's words lie in the text");
}

// Feeds an extractor, `step` bytes more each time, and checks what it gives. Returns all text.
inline std::string check_extractor(scan::Extractor& extractor, std::string_view bytes, std::size_t step,
                                   std::size_t most) {
    std::string all;
    std::size_t from = 0, have = std::min(step, bytes.size());
    while (from < bytes.size()) {
        bool const last = have == bytes.size();
        auto const window = bytes.substr(from, have - from);
        auto const more = last ? scan::More::none : window.size() >= most ? scan::More::must_cut : scan::More::comes;
        scan::Extracted out;
        bool is_plain = false;
        auto const taken = extractor.take(window, more, out, is_plain);
        must(taken <= window.size(), "no more is taken than there is");
        must(taken > 0 || more == scan::More::comes, "something is taken where something must be");
        if (is_plain) {
            must(out.text.empty() && out.runs.empty(), "plain text is the bytes themselves");
            must(scan::utf8_prefix(window.substr(0, taken)) == taken, "plain text is UTF-8");
            all += window.substr(0, taken);
        }
        must(scan::utf8_prefix(out.text) == out.text.size(), "text is UTF-8");
        std::size_t text_end = 0, source_end = 0;
        for (auto const& run : out.runs) {
            must(run.text >= text_end && run.source >= source_end, "runs stand in order");
            text_end = run.text + run.text_size;
            source_end = run.source + run.source_size;
            must(text_end <= out.text.size() && source_end <= taken, "a run lies in text and source");
            if (run.how != scan::Run::How::changed)
                must(out.text.substr(run.text, run.text_size) == window.substr(run.source, run.source_size),
                     "a straight run is the same in text and source");
        }
        all += out.text;
        from += taken;
        have = std::min(bytes.size(), taken > 0 ? std::max(have, from + 1) : have + step);
    }
    return all;
}

}  // namespace kith::fuzz
