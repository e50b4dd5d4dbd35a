#include "screen/patterns/patterns.hpp"

#include <algorithm>
#include <utility>

#include "screen/lookalikes.hpp"

namespace kith::screen {

namespace {

constexpr std::size_t elements_max = 62;  // one machine word of states, with the last for "found"
constexpr float pattern_confidence = 0.95F;
constexpr std::string_view pattern_reason = "Your group has asked for this not to be named here.";

constexpr bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || c >= 0x80; }
constexpr bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }

// What a form is made of, before it becomes states.
struct Element {
    enum class What : std::uint8_t { character, digit, letter, gap, run } what;
    char32_t character = 0;
};

std::vector<Element> elements_of(std::string_view lowered) {
    std::vector<Element> elements;
    for (std::size_t at = 0; at < lowered.size();) {
        auto const character = first_character(lowered.substr(at));
        at += character.size;
        auto const what = is_space(character.code) ? Element::What::gap
                          : character.code == '*'  ? Element::What::run
                          : character.code == '#'  ? Element::What::digit
                          : character.code == '@'  ? Element::What::letter
                                                   : Element::What::character;
        bool const again = !elements.empty() && elements.back().what == what &&
                           (what == Element::What::gap || what == Element::What::run);
        if (!again && !(elements.empty() && what == Element::What::gap)) elements.push_back({what, character.code});
    }
    while (!elements.empty() && elements.back().what == Element::What::gap) elements.pop_back();
    return elements;
}

bool stands_in_word(Element const& e) {
    return e.what == Element::What::character ? is_word(e.character) : e.what != Element::What::gap;
}

// An empty string, or why these elements make no form.
std::string fault_of(std::vector<Element> const& elements) {
    std::size_t own = 0, digits = 0, letters = 0, words = 0, states = 0;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        auto const& e = elements[i];
        bool const in_word = stands_in_word(e);
        own += e.what == Element::What::character && in_word;
        digits += e.what == Element::What::digit;
        letters += e.what == Element::What::letter;
        words += in_word && (i == 0 || !stands_in_word(elements[i - 1]));
        states += e.what == Element::What::gap ? 2 : 1;
    }
    if (!stands_in_word(elements.front())) return "Begin with a letter, a digit, #, @ or *.";
    if (states > elements_max) return "This is too long. Use up to about sixty letters.";
    if (words > pattern_words_max) return "Use up to eight words.";
    if (own < 2 && digits < 4 && (own == 0 || own + digits + letters < 3))
        return "This would mark far too much. Use at least two letters or digits of its own, or four #.";
    return {};
}

}  // namespace

std::variant<Patterns::Form, std::string> Patterns::compile_one(std::string_view lowered) {
    auto const elements = elements_of(lowered);
    if (auto fault = fault_of(elements); !fault.empty()) return fault;
    Form form;
    unsigned at = 0;
    for (auto const& e : elements) {
        States const state = States{1} << at++;
        if (e.what == Element::What::run) {
            form.loops_in_word |= state;
        } else if (e.what == Element::What::digit) {
            for (char c = '0'; c <= '9'; ++c) form.fits[static_cast<unsigned char>(c)] |= state;
        } else if (e.what == Element::What::letter) {
            for (char c = 'a'; c <= 'z'; ++c) form.fits[static_cast<unsigned char>(c)] |= state;
            form.any_letter |= state;
        } else if (e.what == Element::What::gap) {
            for (char32_t c = 0; c < 128; ++c)
                if (is_space(c) || c == '-') form.fits[c] |= state;
            form.loops_in_space |= States{1} << at++;
        } else if (e.character < 128) {
            form.fits[e.character] |= state;
        } else {
            auto known = std::ranges::find(form.wide, e.character, &Wide::character);
            if (known == form.wide.end()) known = form.wide.insert(known, {e.character, 0});
            known->fits |= state;
        }
    }
    form.found = States{1} << at;
    form.start = closed(form, 1);
    return form;
}

// With what a run or a gap that may be empty leads on to; at most two of them stand side by side.
Patterns::States Patterns::closed(Form const& form, States states) {
    auto const loops = form.loops_in_word | form.loops_in_space;
    states |= (states & loops) << 1;
    return states | (states & loops) << 1;
}

Patterns::States Patterns::step(Form const& form, States states, char32_t character) const {
    States fits = 0;
    if (character < 128) {
        fits = form.fits[character];
    } else {
        fits = form.any_letter;
        for (auto const& wide : form.wide)
            if (wide.character == character) fits |= wide.fits;
    }
    States next = (states & fits) << 1;
    if (is_word(character)) next |= states & form.loops_in_word;
    if (is_space(character)) next |= states & form.loops_in_space;
    return closed(form, next);
}

std::variant<Patterns, PatternFault> Patterns::compile(std::span<std::string const> forms) {
    Patterns patterns;
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        if (forms[i].size() > pattern_bytes_max)
            return PatternFault{i, "This is too long. Use up to about sixty letters."};
        Folded const folded{forms[i]};
        std::string lowered{folded.lower()};
        if (elements_of(lowered).empty() || std::ranges::find(seen, lowered) != seen.end()) continue;
        if (seen.size() == pattern_forms_max) return PatternFault{i, "A group can have up to 200 words and forms."};
        auto compiled = compile_one(lowered);
        if (auto* const fault = std::get_if<std::string>(&compiled)) return PatternFault{i, std::move(*fault)};
        seen.push_back(std::move(lowered));
        auto const number = static_cast<std::uint32_t>(patterns.forms_.size());
        auto& form = patterns.forms_.emplace_back(std::move(*std::get_if<Form>(&compiled)));
        for (char32_t c = 0; c < 128; ++c)
            if (is_word(c) && patterns.step(form, form.start, c) != 0) patterns.begin_[c].push_back(number);
        bool const wide = !form.wide.empty() || ((form.any_letter | form.loops_in_word) & form.start) != 0;
        if (wide) patterns.begin_wide_.push_back(number);
    }
    return patterns;
}

std::uint64_t Patterns::find(Folded const& text, Candidates& candidates) const {
    if (forms_.empty()) return 0;
    std::uint64_t steps = 0;
    auto const lane = text.lower();
    std::vector<Live> live;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
    auto const ended = [&](Live const& one) {
        if (one.end != one.start) found.emplace_back(one.start, one.end);
    };
    bool in_word = false;
    for (std::size_t at = 0; at < lane.size();) {
        auto const character = first_character(lane.substr(at));
        auto const after = at + character.size;
        bool const word = is_word(character.code);
        steps += 1 + live.size();
        if (word && !in_word) {
            auto const& begins = character.code < 128 ? begin_[character.code] : begin_wide_;
            auto const start = static_cast<std::uint32_t>(at);
            for (auto const form : begins) live.push_back({form, start, forms_[form].start, start});
        }
        if (!live.empty()) {
            auto const next = after < lane.size() ? first_character(lane.substr(after)).code : U' ';
            bool const boundary = !word || !is_word(next);
            std::size_t kept = 0;
            for (auto& one : live) {
                auto const& form = forms_[one.form];
                one.states = step(form, one.states, character.code);
                if ((one.states & form.found) != 0 && boundary) one.end = static_cast<std::uint32_t>(after);
                if (one.states == 0)
                    ended(one);
                else
                    live[kept++] = one;
            }
            live.resize(kept);
        }
        in_word = word;
        at = after;
    }
    for (auto const& one : live) ended(one);
    // In order; from each beginning the longest.
    std::ranges::sort(found, [](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : a.second > b.second;
    });
    for (std::size_t i = 0; i < found.size(); ++i)
        if (i == 0 || found[i].first != found[i - 1].first)
            candidates.push_back(
                {found[i].first, found[i].second, Class::other_id, pattern_confidence, pattern_reason});
    return steps;
}

}  // namespace kith::screen
