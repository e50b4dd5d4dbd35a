#include "posts.hpp"

#include <algorithm>
#include <cstdio>

#include "screen/normalise.hpp"
#include "screen/tokens.hpp"
#include "variants.hpp"

namespace kith::bench {

namespace {

using screen::Class;

bool names(Class what) {
    return what == Class::person || what == Class::place || what == Class::institution || what == Class::organisation ||
           what == Class::address || what == Class::handle;
}

}  // namespace

NameFigures measure_names(train::Documents const& documents, Finder const& find, Case letters, screen::Level level,
                          bool show) {
    NameFigures figures;
    for (auto const& written : documents) {
        auto const document = letters == Case::lower ? train::in_lower(written) : written;
        auto const found = find(document.text, level);
        auto const covered = [&](std::size_t start, std::size_t end) {
            return std::ranges::any_of(
                found, [&](Found const& one) { return names(one.what) && one.start <= start && end <= one.end; });
        };
        screen::Folded const folded{document.text};
        for (auto const& token : screen::tokens_of(folded)) {
            if (token.shape == screen::Shape::sign) continue;
            auto const at = folded.origin(token.start, token.end);
            auto const mark = std::ranges::find_if(
                document.marks, [&](train::Mark const& one) { return one.start < at.end && at.start < one.end; });
            bool const is_name = mark != document.marks.end();
            // A word whose label says nothing either way, as a handle's or a product's.
            if (is_name && (mark->labels & train::only(train::Label::other)) != 0) continue;
            bool const is_found = covered(at.start, at.end);
            if (show && is_name != is_found)
                std::printf("    %s %s | %s\n", is_name ? "missed" : "wrong ",
                            document.text.substr(at.start, at.end - at.start).c_str(),
                            document.text.substr(at.start > 40 ? at.start - 40 : 0, 90).c_str());
            if (is_name) figures.recall.add(is_found);
            if (is_found) figures.precision.add(is_name);
            if (is_name && mark->labels == train::only(train::Label::person)) figures.person.add(is_found);
        }
        for (auto const& mark : document.marks)
            if (mark.labels == train::only(train::Label::person))
                figures.person_whole.add(covered(mark.start, mark.end));
    }
    return figures;
}

HarmlessFigures measure_harmless(std::vector<std::string> const& texts, Finder const& find, screen::Level level,
                                 bool show) {
    HarmlessFigures figures;
    for (auto const& text : texts) {
        auto const found = find(text, level);
        screen::Folded const folded{text};
        ++figures.texts;
        for (auto const& token : screen::tokens_of(folded)) figures.words += token.shape != screen::Shape::sign;
        figures.marks += found.size();
        figures.marked_texts += !found.empty();
        std::size_t direct = 0;
        for (auto const& one : found) {
            bool const is_direct = screen::kind_of(one.what) == screen::Kind::direct;
            direct += is_direct;
            if (show && is_direct)
                std::printf("    %.*s %.2f: %s | %s\n", static_cast<int>(screen::name_of(one.what).size()),
                            screen::name_of(one.what).data(), static_cast<double>(one.confidence),
                            text.substr(one.start, one.end - one.start).c_str(), text.substr(0, 90).c_str());
        }
        figures.direct_marks += direct;
        figures.direct_texts += direct != 0;
    }
    return figures;
}

}  // namespace kith::bench
