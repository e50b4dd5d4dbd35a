#include "screen/tagger/spans.hpp"

#include <algorithm>

#include "screen/tagger/evidence.hpp"

namespace kith::screen::tagger {

namespace {

// What a share must reach to count at all (confidence_min_all) and to be worth a mark by itself
// (confidence_min_direct). Tuned on the dev parts (MODEL_CARD.md).
struct Bar {
    float worth, sure;
};
// By what it is and what kind of text: a report names people in every line, a post hardly ever. Dates, numbers and the
// like are the rules' own, but in reports, whose labels the tagger has learnt.
struct Bars {
    Bar post, small, report;  // `small`: a post without capitals, where names have less to show
};
constexpr Bar never{2, 2};
constexpr Bars bars[label_count] = {
    {never, never, never},                     // other
    {{.2F, .42F}, {.12F, .42F}, {.15F, .3F}},  // person
    {{.25F, .4F}, {.15F, .4F}, {.15F, .3F}},   // place
    {{.25F, .4F}, {.15F, .4F}, {.15F, .3F}},   // organisation
    {never, never, {.25F, .6F}},               // date
    {never, never, {.15F, .5F}},               // quantity
    {never, never, {.2F, .5F}},                // code
    {never, never, {.15F, .5F}},               // demographic
    {never, never, {.15F, .5F}},               // various
    {never, never, never},                     // everyone's
};
// A neighbour of what is worth a mark belongs to it from this share on; nothing below it is looked at.
constexpr float neighbour_share = .15F, neighbour_share_small = .12F;

bool in_small(Manner manner) { return manner.style != Style::report && manner.capitals == Capitals::none; }

Bar bar_of(Label label, Manner manner) {
    auto const& all = bars[static_cast<std::size_t>(label)];
    return manner.style == Style::report ? all.report : in_small(manner) ? all.small : all.post;
}

// Straight lines through the two bars.
float confidence_of(float share, Bar bar) {
    if (share < bar.worth) return confidence_min_all * share / bar.worth;
    if (share < bar.sure)
        return confidence_min_all +
               (confidence_min_direct - confidence_min_all) * (share - bar.worth) / (bar.sure - bar.worth);
    return confidence_min_direct + (1 - confidence_min_direct) * (share - bar.sure) / (1 - bar.sure);
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

// Ends of adverbs that hardly any name ends in; of names there are "-lly", "-ily", "-ely" and "-rly".
constexpr std::uint32_t adverb_ends[] = {
    affix_of("tly", Affix::end), affix_of("dly", Affix::end), affix_of("ply", Affix::end), affix_of("nly", Affix::end),
    affix_of("gly", Affix::end), affix_of("kly", Affix::end), affix_of("wly", Affix::end), affix_of("bly", Affix::end),
    affix_of("mly", Affix::end), affix_of("hly", Affix::end), affix_of("sly", Affix::end)};
constexpr auto any_ly = affix_of("ly", Affix::end);

// "Quietly said.", "Paperwork said no": at the beginning of a sentence a capital tells nothing. A word of the language
// that is in no list of names, or an adverb, is no name by itself unless the text writes it with a capital elsewhere
// too.
bool is_common_word(std::span<Attributes const> attributes) {
    auto const& word = attributes[0];
    if (attributes.size() != 1 || word.letters != Letters::title || !word.sentence_start) return false;
    if ((word.evidence & evidence::capital_inside) != 0) return false;
    constexpr unsigned many_bear_it = 2;
    Facts const facts{static_cast<std::uint8_t>(word.facts)};
    if (facts.forename() >= many_bear_it || facts.surname() || facts.place() > 0) return false;
    bool const adverb = std::ranges::find(adverb_ends, word.affixes[end_of_three]) != std::end(adverb_ends) ||
                        (word.affixes[end_of_two] == any_ly && looks_common(word.looks));
    return adverb || (facts.common() && facts.forename() == 0);
}

// "jan, feb, march": a month beside another is no Jan.
bool in_row_of_months(std::vector<Token> const& tokens, std::vector<Attributes> const& all, std::size_t i) {
    if (all[i].family != Family::month) return false;
    auto const sign = [&](std::size_t at) { return at < tokens.size() && tokens[at].shape == Shape::sign; };
    auto const month = [&](std::size_t at) { return at < tokens.size() && all[at].family == Family::month; };
    return month(sign(i + 1) ? i + 2 : i + 1) || (i > 0 && month(sign(i - 1) ? i - 2 : i - 1));
}

// "1850 Pringle Drive": a number before a street leads to one house.
bool is_house(std::span<Token const> tokens, std::span<Attributes const> attributes) {
    return tokens.size() > 2 && (tokens[0].shape == Shape::number || tokens[0].shape == Shape::mixed) &&
           std::ranges::any_of(attributes, [](auto const& one) { return one.family == Family::street; });
}

Class class_of(Label label, std::span<Token const> words, std::span<Attributes const> tokens) {
    switch (label) {
        case Label::person: return Class::person;
        case Label::place: return is_house(words, tokens) ? Class::address : Class::place;
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

void add_spans(std::vector<Token> const& tokens, Attributed const& attributed, std::span<Shares const> shares,
               std::span<Stretch const> looked, Level level, Candidates& candidates) {
    auto const neighbouring = in_small(attributed.manner) ? neighbour_share_small : neighbour_share;
    auto const likely = [&](std::size_t i, Label label) {
        return attributed.tokens[i].in_handle ? 0.0F : shares[i][static_cast<std::size_t>(label)];
    };
    auto const add_from = [&](std::size_t i, std::size_t looked_end) {
        if (named(shares[i]) < neighbouring || attributed.tokens[i].in_handle) return i + 1;
        auto const label = best(shares[i]);
        std::size_t end = i + 1;
        while (end < looked_end && tokens[end].gap != Gap::line && !attributed.tokens[end].in_handle &&
               named(shares[end]) >= neighbouring && best(shares[end]) == label)
            ++end;
        std::size_t first = i, last = end;
        while (first < last && tokens[first].shape == Shape::sign) ++first;
        while (last > first && tokens[last - 1].shape == Shape::sign) --last;
        if (first == last) return end;
        float most = 0;
        for (std::size_t n = first; n < last; ++n) most = std::max(most, likely(n, label));
        auto const what = class_of(label, std::span{tokens}.subspan(first, last - first),
                                   std::span{attributed.tokens}.subspan(first, last - first));
        auto const confidence = confidence_of(most, bar_of(label, attributed.manner));
        if (label == Label::person && is_common_word(std::span{attributed.tokens}.subspan(first, last - first)))
            return end;
        if (label == Label::person && last == first + 1 && in_row_of_months(tokens, attributed.tokens, first))
            return end;
        if (confidence < confidence_min_all || (level == Level::direct && kind_of(what) != Kind::direct)) return end;
        candidates.push_back({tokens[first].start, tokens[last - 1].end, what, confidence});
        return end;
    };
    for (auto const& [first, end] : looked)
        for (auto i = first; i < end;) i = add_from(i, end);
}

}  // namespace kith::screen::tagger
