#include "variants.hpp"

#include "screen/normalise.hpp"

namespace kith::train {

namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

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
