#include "screen/look/look.hpp"

#include <algorithm>

namespace kith::screen {

namespace {

constexpr std::uint64_t fnv_begin = 14695981039346656037ULL, fnv_prime = 1099511628211ULL;
constexpr unsigned char class_of_tone = 0xFF;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

std::uint64_t hash_on(std::uint64_t hash, std::string_view bytes) {
    for (char const c : bytes)
        if (!is_blank(c)) hash = (hash ^ static_cast<unsigned char>(lower(c))) * fnv_prime;
    return hash;
}

std::uint64_t key_of(unsigned char what, std::string_view words) {
    return hash_on((fnv_begin ^ what) * fnv_prime, words);
}

bool same_words(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

std::string_view without_sign(std::string_view words) {
    if (words.starts_with('@')) words.remove_prefix(1);
    for (std::string_view const possessive : {"'s", "\xE2\x80\x99s"})
        if (words.ends_with(possessive)) words.remove_suffix(possessive.size());
    return words;
}

bool ends_with(std::string_view text, std::string_view words) {
    return text.size() >= words.size() && same_words(text.substr(text.size() - words.size()), words);
}

// A member's whole name, the first of its words, or the rest of it behind them: "Ada", "@Ada Example", "Ada's".
bool is_member(std::string_view before, std::string_view words, std::vector<std::string> const& members) {
    words = without_sign(words);
    return std::ranges::any_of(members, [&](std::string_view name) {
        if (same_words(words, name) || same_words(words, name.substr(0, name.find(' ')))) return true;
        return ends_with(name, words) && ends_with(before, name.substr(0, name.size() - words.size()));
    });
}

bool names_somebody(Class what) { return what == Class::person || what == Class::handle; }

class Chooser {
public:
    Chooser(std::string_view text, Report const& report, Surroundings const& surroundings)
        : text_{text}, report_{report}, surroundings_{surroundings} {}

    Look choose() {
        for (std::uint32_t i = 0; i < report_.findings.size(); ++i) consider(i);
        consider_tone();
        return std::move(look_);
    }

private:
    bool was_left(std::uint64_t key) const {
        return std::ranges::find(surroundings_.left, key) != surroundings_.left.end();
    }

    bool is_sure(std::uint32_t place) const { return report_.findings[place].confidence >= confidence_min_direct; }

    // Of the pieces those that are sure: "today" and "my client" weigh something, but nobody is asked to say less.
    bool counts_in_jigsaw(std::uint32_t place) const {
        auto const& pieces = report_.jigsaw.pieces;
        if (report_.jigsaw.danger == Danger::none || std::ranges::find(pieces, place) == pieces.end()) return false;
        return is_sure(place) || std::ranges::none_of(pieces, [&](std::uint32_t piece) { return is_sure(piece); });
    }

    void consider(std::uint32_t place) {
        auto const& finding = report_.findings[place];
        auto const words = text_.substr(finding.start, finding.end - finding.start);
        bool const of_member =
            names_somebody(finding.what) && is_member(text_.substr(0, finding.start), words, surroundings_.members);
        bool const direct = finding.kind == Kind::direct && is_sure(place) && !of_member;
        bool const piece = !of_member && counts_in_jigsaw(place);
        if (!direct && !piece) return;
        auto const key = screen::key_of(text_, finding);
        bool const refused = direct && surroundings_.strict;
        if (refused) look_.may_send = false;
        if (was_left(key) && !refused) return;
        look_.findings.push_back(place);
        look_.keys.push_back(key);
        if (piece) look_.jigsaw = true;
    }

    void consider_tone() {
        auto const& tone = report_.tone;
        if (tone.danger == Danger::none) return;
        auto const key = key_of(class_of_tone, text_.substr(tone.start, tone.end - tone.start));
        if (was_left(key)) return;
        look_.tone = true;
        look_.keys.push_back(key);
    }

    std::string_view text_;
    Report const& report_;
    Surroundings const& surroundings_;
    Look look_;
};

}  // namespace

Look look_of(std::string_view text, Report const& report, Surroundings const& surroundings) {
    return Chooser{text, report, surroundings}.choose();
}

Looked look_over(std::string_view text, Model const& model, Surroundings const& surroundings, Patterns const* patterns,
                 WordMemory* memory) {
    Looked looked;
    auto settings = surroundings.settings(patterns);
    settings.memory = memory;
    looked.report = screen(text, model, settings);
    looked.look = look_of(text, looked.report, surroundings);
    return looked;
}

std::uint64_t key_of(std::string_view text, Finding const& finding) {
    return key_of(static_cast<unsigned char>(finding.what), text.substr(finding.start, finding.end - finding.start));
}

std::uint64_t mark_of(std::string_view text) {
    auto hash = fnv_begin;
    for (char const c : text)
        if (!is_blank(c)) hash = (hash ^ static_cast<unsigned char>(c)) * fnv_prime;
    return hash;
}

}  // namespace kith::screen
