#include "screen/tagger/spans.hpp"

#include <algorithm>

namespace kith::screen::tagger {

namespace {

// What a share must reach to be worth a mark (confidence one half), by what it is and what kind of
// text: a court's report names people in every line, a post hardly ever. Tuned on the dev parts
// (docs/screening.md, MODEL_CARD.md).
struct Bar {
    float brief, personal, report;
};
constexpr Bar bars[label_count] = {
    {2, 2, 2},         // other
    {.5F, .5F, .35F},  // person
    {.5F, .5F, .35F},  // place
    {.5F, .5F, .35F},  // organisation
    {2, 2, .35F},      // date: elsewhere the rules' own
    {2, 2, .35F},      // quantity
    {2, 2, .35F},      // code
    {2, 2, .35F},      // demographic
    {2, 2, .35F},      // various
    {2, 2, 2},         // everyone's
};
// A neighbour of what is worth a mark belongs to it from this share on.
constexpr float neighbour_share = .3F;

float bar_of(std::size_t label, Style style) {
    auto const& bar = bars[label];
    return style == Style::report ? bar.report : style == Style::personal ? bar.personal : bar.brief;
}

// One half where the bar is reached.
float confidence_of(float share, float bar) {
    return share < bar ? .5F * share / bar : .5F + .5F * (share - bar) / (1 - bar);
}

float named(Shares const& shares) {
    return 1 - shares[static_cast<std::size_t>(Label::other)] - shares[static_cast<std::size_t>(Label::everyones)];
}

// The likeliest of the labels that name something.
Label best(Shares const& shares) {
    auto label = Label::person;
    for (std::size_t i = 1; i < label_count; ++i)
        if (static_cast<Label>(i) != Label::everyones && shares[i] > shares[static_cast<std::size_t>(label)])
            label = static_cast<Label>(i);
    return label;
}

Class class_of(Label label, std::span<Attributes const> tokens) {
    switch (label) {
        case Label::person: return Class::person;
        case Label::place: return Class::place;
        case Label::date: return Class::date;
        case Label::quantity: return Class::quantity;
        case Label::code: return Class::case_number;
        case Label::various: return Class::event;
        case Label::demographic:
            return std::ranges::any_of(
                       tokens, [](auto const& token) { return Facts{static_cast<std::uint8_t>(token.facts)}.nation(); })
                       ? Class::ethnicity
                       : Class::occupation;
        default: break;
    }
    return std::ranges::any_of(tokens, [](auto const& token) { return token.family == Family::institution; })
               ? Class::institution
               : Class::organisation;
}

}  // namespace

void add_spans(Folded const& text, std::vector<Token> const& tokens, Attributed const& attributed,
               std::span<Shares const> shares, Level level, Candidates& candidates) {
    auto const style = attributed.manner.style;
    auto const likely = [&](std::size_t i, Label label) {
        return attributed.tokens[i].in_handle ? 0.0F : shares[i][static_cast<std::size_t>(label)];
    };
    for (std::size_t i = 0; i < tokens.size();) {
        auto const label = best(shares[i]);
        if (named(shares[i]) < neighbour_share || attributed.tokens[i].in_handle) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < tokens.size() && tokens[end].gap != Gap::line && !attributed.tokens[end].in_handle &&
               named(shares[end]) >= neighbour_share && best(shares[end]) == label)
            ++end;
        std::size_t first = i, last = end;
        i = end;
        while (first < last && tokens[first].shape == Shape::sign) ++first;
        while (last > first && tokens[last - 1].shape == Shape::sign) --last;
        if (first == last) continue;
        float most = 0;
        for (std::size_t n = first; n < last; ++n) most = std::max(most, likely(n, label));
        auto const what = class_of(label, std::span{attributed.tokens}.subspan(first, last - first));
        auto const confidence = confidence_of(most, bar_of(static_cast<std::size_t>(label), style));
        if (confidence < confidence_min_all || (level == Level::direct && kind_of(what) != Kind::direct)) continue;
        candidates.push_back({tokens[first].start, tokens[last - 1].end, what, confidence});
    }
    (void)text;
}

}  // namespace kith::screen::tagger
