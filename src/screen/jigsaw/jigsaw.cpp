#include "screen/jigsaw/jigsaw.hpp"

#include <algorithm>
#include <vector>

#include "screen/jigsaw/combine.hpp"
#include "screen/jigsaw/explain.hpp"
#include "screen/jigsaw/pieces.hpp"
#include "screen/jigsaw/subjects.hpp"
#include "screen/jigsaw/unmarked.hpp"

namespace kith::screen {

namespace {

// More different pieces than anybody tells of one person; further ones of a stretch are not looked at.
constexpr std::size_t pieces_max = 64;

// What is told, where, and the finding that marks it, if one does.
struct Own {
    std::size_t start, end;
    std::optional<std::uint32_t> finding;
    Told told;
};

bool same(Told const& a, Told const& b) { return a.slot == b.slot && a.key == b.key; }

// Whether this can be told of somebody though nobody is named before or after.
bool speaks_of_somebody(Told const& told) {
    return (told.what == Class::age && told.exact) || told.what == Class::dob ||
           (told.what == Class::family && told.telling);
}

// Of one stretch of the text.
class Estimate {
public:
    Estimate(std::string_view text, Settings const& settings, Subjects const& subjects)
        : text_(text), settings_(settings), subjects_(subjects) {}

    void add(Own const& own) {
        if (own_.size() == pieces_max) return;
        own_.push_back(own);
        auto const words = subjects_.words_near(own.start);
        around_.hearing = around_.hearing || (own.told.what == Class::date && (words & Subjects::hearing) != 0);
        around_.sex = around_.sex || (words & Subjects::sex) != 0;
        around_.news = around_.news || (words & Subjects::news) != 0;
        around_.only = around_.only || (words & Subjects::only) != 0;
    }

    Jigsaw result() {
        Jigsaw jigsaw;
        if (own_.empty()) return jigsaw;
        std::vector<Told> pieces;
        std::vector<Own const*> from;
        for (auto const& own : own_) {
            if (own.finding) jigsaw.pieces.push_back(*own.finding);
            bool const again = std::ranges::any_of(pieces, [&](Told const& told) { return same(told, own.told); });
            if (again) continue;
            pieces.push_back(own.told);
            from.push_back(&own);
            jigsaw.told.push_back(piece_of(own.told));
        }
        auto const own_count = pieces.size();
        bool const earlier = add_known(pieces);
        auto const sum = combine(pieces, around_, settings_);
        jigsaw.people = sum.people;
        jigsaw.danger = sum.danger;
        if (sum.danger == Danger::none) return jigsaw;
        std::vector<std::string_view> words;
        for (auto const* const own : from) words.push_back(text_.substr(own->start, own->end - own->start));
        auto const first = broaden_first(pieces, own_count, sum.rule, settings_);
        if (first) jigsaw.broaden_first = from[first->piece]->finding;
        jigsaw.reason = explain(sum, words, earlier, first ? words[first->piece] : std::string_view{},
                                first ? std::optional{first->after} : std::nullopt);
        return jigsaw;
    }

private:
    // What the author told before, unless this text says otherwise: another age is another person, another place is
    // where this is.
    bool add_known(std::vector<Told>& pieces) const {
        auto const own_count = pieces.size();
        bool const has_age = std::ranges::any_of(pieces, [](Told const& t) { return t.slot == Slot::age && t.exact; });
        bool const has_place =
            std::ranges::any_of(pieces, [](Told const& t) { return t.slot == Slot::place && t.telling; });
        for (auto const& piece : settings_.known) {
            if (pieces.size() - own_count == pieces_max) break;
            auto const told = told_before(piece);
            bool const again = std::ranges::any_of(pieces, [&](Told const& t) { return same(t, told); });
            bool const otherwise = (has_age && told.slot == Slot::age) || (has_place && told.slot == Slot::place);
            if (!again && !otherwise) pieces.push_back(told);
        }
        return pieces.size() > own_count;
    }

    std::string_view text_;
    Settings const& settings_;
    Subjects const& subjects_;
    std::vector<Own> own_;
    Around around_;
};

bool graver(Jigsaw const& a, Jigsaw const& b) {
    if (a.danger != b.danger) return a.danger > b.danger;
    return !a.pieces.empty() && (b.pieces.empty() || a.people < b.people);
}

// All that is told of anybody, in order.
std::vector<Own> all_told(std::string_view text, std::span<Finding const> findings, Model const& model,
                          Settings const& settings) {
    std::vector<Own> told;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        auto const& [start, end, what, kind, confidence, reason, broader] = findings[i];
        if (auto const one = told_by(what, text.substr(start, end - start), model, settings))
            told.push_back({start, end, i, *one});
    }
    for (auto const& one : unmarked_in(text, findings, model, settings))
        told.push_back({one.start, one.end, std::nullopt, one.told});
    std::ranges::sort(told, {}, &Own::start);
    return told;
}

}  // namespace

Jigsaw estimate(std::string_view text, std::span<Finding const> findings, Model const& model,
                Settings const& settings) {
    auto const told = all_told(text, findings, model, settings);
    if (told.empty()) return {};
    Subjects subjects{text};
    std::vector<std::pair<std::size_t, std::size_t>> somebody;
    for (auto const& own : told)
        if (speaks_of_somebody(own.told) && subjects.at(own.start, own.end) != Subject::writer)
            somebody.emplace_back(own.start, own.end);
    subjects.tell(somebody);
    Jigsaw gravest;
    std::vector<Piece> all;
    for (std::size_t at = 0; at < told.size();) {
        Estimate stretch{text, settings, subjects};
        auto const end = told[at].start + jigsaw_stretch;
        for (; at < told.size() && told[at].start < end; ++at)
            if (subjects.at(told[at].start, told[at].end) == Subject::other) stretch.add(told[at]);
        auto one = stretch.result();
        all.insert(all.end(), one.told.begin(), one.told.end());
        if (graver(one, gravest)) gravest = std::move(one);
    }
    gravest.told = std::move(all);
    return gravest;
}

}  // namespace kith::screen
