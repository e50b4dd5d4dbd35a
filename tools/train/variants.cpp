#include "variants.hpp"

#include <map>
#include <string>

#include "screen/tagger/word_facts.hpp"

namespace kith::train {

namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// `name` with the capitals of `like`.
std::string written_like(std::string const& name, std::string const& like) {
    bool const upper = like.size() > 1 && like[0] >= 'A' && like[0] <= 'Z' && like[1] >= 'A' && like[1] <= 'Z';
    std::string out = name;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (upper && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 32);
        if (like[0] >= 'a' && like[0] <= 'z' && out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 32);
    }
    return out;
}

bool is_letter_of_name(char c) { return letter(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

Document in_lower(Document const& document) {
    Document copy = document;
    for (std::size_t i = 0; i < copy.text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(copy.text[i]);
        if (byte >= 'A' && byte <= 'Z') copy.text[i] = static_cast<char>(byte + 32);
        if (byte == 0xC3 && i + 1 < copy.text.size()) {
            auto const next = static_cast<unsigned char>(copy.text[i + 1]);
            if (next >= 0x80 && next <= 0x9E && next != 0x97) copy.text[i + 1] = static_cast<char>(next + 32);
        }
    }
    return copy;
}

Document in_upper(Document const& document) {
    Document copy = document;
    for (char& c : copy.text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return copy;
}

Document with_other_names(Document const& document, Lists const& lists, Random& random) {
    Document copy;
    copy.rest = document.rest;
    copy.weight = document.weight;
    std::map<std::string, std::string> others;
    auto const other = [&](std::string const& word, Labels labels) {
        auto& name = others[word];
        if (!name.empty()) return name;
        auto const known = lists.facts.find(lower_of(word));
        bool const forename = known != lists.facts.end() && screen::tagger::Facts{known->second}.forename() > 0;
        if (labels == only(Label::place))
            name = random.one_of(random.chance(0.5) ? lists.towns_uk : lists.towns_us).text;
        else
            name = random.one_of(forename ? lists.forenames : lists.surnames).text;
        return name = written_like(name, word);
    };
    std::size_t at = 0;
    for (auto const& mark : document.marks) {
        copy.text += document.text.substr(at, mark.start - at);
        auto const start = copy.text.size();
        auto const name = document.text.substr(mark.start, mark.end - mark.start);
        bool const one_word = name.find(' ') == std::string::npos;
        bool const changes = mark.labels == only(Label::person) || (mark.labels == only(Label::place) && one_word);
        for (std::size_t i = 0; i < name.size();) {
            std::size_t end = i;
            while (end < name.size() && is_letter_of_name(name[end])) ++end;
            auto const word = name.substr(i, end - i);
            // Titles and initials stay.
            if (changes && word.size() > 3 && word != "Miss" && word != "Judge")
                copy.text += other(word, mark.labels);
            else
                copy.text += word;
            if (end < name.size()) copy.text += name[end++];
            i = end;
        }
        copy.marks.push_back({start, copy.text.size(), mark.labels});
        at = mark.end;
    }
    copy.text += document.text.substr(at);
    return copy;
}

Document with_slips(Document const& document, Random& random) {
    Document copy;
    copy.rest = document.rest;
    copy.weight = document.weight;
    auto const& text = document.text;
    std::vector<std::size_t> now(text.size() + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        now[i] = copy.text.size();
        bool const word_start = letter(text[i]) && (i == 0 || !letter(text[i - 1]));
        bool const inside = !word_start && letter(text[i]) && i + 2 < text.size() && letter(text[i + 1]);
        if (inside && random.chance(0.02)) {
            switch (random.below(3)) {
                case 0: continue;
                case 1: copy.text += text[i], copy.text += text[i]; continue;
                default:
                    copy.text += text[i + 1];
                    now[i + 1] = copy.text.size();
                    copy.text += text[i];
                    ++i;
                    continue;
            }
        }
        if (text[i] == '\'' && random.chance(0.5)) continue;
        if (word_start && text[i] <= 'Z' && random.chance(0.1)) {
            copy.text += static_cast<char>(text[i] + 32);
            continue;
        }
        copy.text += text[i];
    }
    now[text.size()] = copy.text.size();
    for (auto const& mark : document.marks)
        if (now[mark.start] < now[mark.end]) copy.marks.push_back({now[mark.start], now[mark.end], mark.labels});
    return copy;
}

}  // namespace kith::train
