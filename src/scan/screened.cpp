#include "scan/screened.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "scan/decode.hpp"
#include "scan/with_memory.hpp"

namespace kith::scan {

namespace {

constexpr std::string_view line_ends = "\n\f";

// Walks over a source once, as places are asked for in order.
class Places {
public:
    explicit Places(Piece const& piece) : piece_{piece}, number_{piece.first_unit} {}

    Spot of(std::size_t at) {
        auto const source = std::string_view{piece_.source};
        bool const pages = piece_.document->unit == Unit::page;
        for (; at_ < at && at_ < source.size(); ++at_) {
            char const c = source[at_];
            if (c == (pages ? '\f' : '\n')) {
                ++number_;
                column_ = 1;
            } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
                ++column_;
            }
        }
        return {number_, pages ? 0 : column_};
    }

private:
    Piece const& piece_;
    std::size_t at_ = 0;
    std::uint64_t number_, column_ = 1;
};

Excerpt excerpt_of(std::string_view text, std::size_t start, std::size_t end) {
    auto before = back_of(text.substr(0, start), excerpt_bytes_max);
    bool const cut_before = before.size() < start;
    bool from_line = false;
    if (auto const line = before.find_last_of(line_ends); line != before.npos) {
        before.remove_prefix(line + 1);
        from_line = true;
    } else if (auto const space = before.find(' '); cut_before && space != before.npos) {
        before.remove_prefix(space + 1);
    }
    auto after = front_of(text.substr(end), excerpt_bytes_max);
    bool const cut_after = after.size() < text.size() - end;
    bool to_line = false;
    if (auto const line = after.find_first_of(line_ends); line != after.npos) {
        after = after.substr(0, line);
        to_line = true;
    } else if (auto const space = after.rfind(' '); cut_after && space != after.npos) {
        after = after.substr(0, space);
    }
    // one_line trims; the space between the words and what was found stays.
    Excerpt made{text::one_line(before),
                 text::one_line(front_of(text.substr(start, end - start), excerpt_found_bytes_max)),
                 text::one_line(after)};
    if (cut_before && !from_line) made.before = made.before.empty() ? "…" : "… " + made.before;
    if (before.ends_with(' ') && !made.before.empty()) made.before += ' ';
    if (after.starts_with(' ') && !made.after.empty()) made.after = ' ' + made.after;
    if (cut_after && !to_line) made.after += " …";
    return made;
}

// Whether the words are those of a mask, with or without its brackets.
bool is_mask(std::string_view text, std::size_t start, std::size_t end) {
    if (start > 0 && text[start] != '[') --start;
    if (end < text.size() && text[end - 1] != ']') ++end;
    auto const words = text.substr(start, end - start);
    if (!words.starts_with('[') || !words.ends_with(']')) return false;
    for (std::size_t i = 0; i < screen::class_count; ++i)
        if (words == mask_of(static_cast<screen::Class>(i))) return true;
    return false;
}

// What of a piece's source was found, to be covered.
struct Cover {
    SourceStretch at;
    screen::Class what;
    bool goes_on;  // of a finding that markup tears apart, all but the first
};

// `covers` are in order, as text and source are.
std::string masked_copy(std::string_view source, std::vector<Cover> const& covers) {
    std::string made;
    made.reserve(source.size());
    std::size_t at = 0;
    for (auto const& cover : covers) {
        if (cover.at.end <= at) continue;
        auto const start = std::max(cover.at.start, at);
        made += source.substr(at, start - at);
        if (!cover.goes_on) {
            auto const mask = mask_of(cover.what);
            made += cover.at.is_number ? '"' + mask + '"' : mask;
        }
        at = cover.at.end;
    }
    made += source.substr(at);
    return made;
}

}  // namespace

std::string mask_of(screen::Class what) {
    std::string words{screen::name_of(what)};
    std::ranges::replace(words, '_', ' ');
    return '[' + words + ']';
}

Screened look_at(Piece const& piece, screen::Model const& model, screen::Settings const& settings, Masked masked) {
    auto const text = piece.text();
    auto report = screen_with_memory(text, model, settings);
    Screened made{.document = piece.document,
                  .people = report.jigsaw.people,
                  .danger = report.jigsaw.danger,
                  .danger_reason = std::move(report.jigsaw.reason)};
    Places places{piece};
    std::vector<Cover> covers;
    for (auto& finding : report.findings) {
        auto const sources = sources_of(piece, {finding.start, finding.end});
        // The name of a column stands not in the file, and what is masked identifies nobody.
        if (sources.empty() || is_mask(text, finding.start, finding.end)) continue;
        if (masked == Masked::yes)
            for (auto const& source : sources) covers.push_back({source, finding.what, &source != sources.data()});
        made.marks.push_back({finding.what, finding.kind, finding.confidence, std::move(finding.reason),
                              std::move(finding.broader), places.of(sources.front().start),
                              piece.source_start + sources.front().start, piece.source_start + sources.back().end,
                              excerpt_of(text, finding.start, finding.end)});
    }
    if (report.tone.danger != screen::Danger::none) {
        auto const sources = sources_of(piece, {report.tone.start, report.tone.end});
        made.tone = MarkedTone{report.tone.danger, std::move(report.tone.reason),
                               Places{piece}.of(sources.empty() ? 0 : sources.front().start),
                               excerpt_of(text, report.tone.start, report.tone.end)};
    }
    if (masked == Masked::yes) made.masked = masked_copy(piece.source, covers);
    return made;
}

}  // namespace kith::scan
