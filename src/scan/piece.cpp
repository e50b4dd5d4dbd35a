#include "scan/piece.hpp"

#include <algorithm>

#include "scan/decode.hpp"

namespace kith::scan {

void Extracted::add(std::string_view bytes, std::size_t source, Run::How how) {
    while (!bytes.empty()) {
        auto const good = utf8_prefix(bytes);
        if (good > 0) {
            auto const* const last = runs.empty() ? nullptr : &runs.back();
            if (last != nullptr && last->how == how && how == Run::How::straight &&
                last->text + last->text_size == text.size() && last->source + last->source_size == source) {
                runs.back().text_size += static_cast<std::uint32_t>(good);
                runs.back().source_size += static_cast<std::uint32_t>(good);
            } else {
                runs.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(good),
                                static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(good), how});
            }
            text += bytes.substr(0, good);
            bytes.remove_prefix(good);
            source += good;
        }
        if (bytes.empty()) return;
        if (!broken) broken = source;
        add_changed(windows_1252(bytes.front()), source, 1);
        bytes.remove_prefix(1);
        ++source;
    }
}

void Extracted::add_changed(std::string_view words, std::size_t source, std::size_t source_size) {
    runs.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(words.size()),
                    static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(source_size), Run::How::changed});
    text += words;
}

std::vector<SourceStretch> sources_of(Piece const& piece, Stretch text) {
    if (piece.is_plain) return {{{text.start, text.end}, false}};
    std::vector<SourceStretch> found;
    auto const& runs = piece.extracted.runs;
    auto run =
        std::ranges::upper_bound(runs, text.start, {}, [](Run const& each) { return each.text + each.text_size; });
    for (; run != runs.end() && run->text < text.end; ++run) {
        auto const first = std::max<std::size_t>(text.start, run->text) - run->text;
        auto const last = std::min<std::size_t>(text.end, run->text + run->text_size) - run->text;
        if (first >= last) continue;
        bool const whole = run->how == Run::How::changed || run->how == Run::How::number;
        std::size_t const start = run->source + (whole ? 0 : first);
        std::size_t const end = run->source + (whole ? run->source_size : last);
        bool const is_number = run->how == Run::How::number;
        if (!found.empty() && found.back().end == start && !is_number && !found.back().is_number)
            found.back().end = end;
        else
            found.push_back({{start, end}, is_number});
    }
    return found;
}

}  // namespace kith::scan
