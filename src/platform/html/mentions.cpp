#include "platform/html/mentions.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace kith::html {

namespace {

// Beyond ASCII everything counts as a letter.
bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool begins_word(std::string_view text, std::size_t at) {
    return at == 0 || (!is_word(text[at - 1]) && !std::string_view{"@./-+"}.contains(text[at - 1]));
}

MentionNames::MentionNames(std::span<std::string const> names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) continue;
        longest_bytes_ = std::max(longest_bytes_, names[i].size());
        sorted_.push_back({text::ascii_lower(names[i]), names[i], i});
    }
    std::ranges::sort(sorted_, {},
                      [](Entry const& entry) { return std::pair{std::string_view{entry.lower}, entry.index}; });
}

// Every name that the text begins with is itself the beginning of the greatest
// name not after the text. So each step either finds one or shortens what is
// looked for: at most as many steps as a name has letters.
MentionNames::Match MentionNames::longest_at(std::string_view text) const {
    auto const lower = text::ascii_lower(text.substr(0, longest_bytes_));
    std::string_view wanted = lower;
    while (!wanted.empty()) {
        auto const after = std::ranges::upper_bound(sorted_, wanted, {},
                                                    [](Entry const& entry) { return std::string_view{entry.lower}; });
        if (after == sorted_.begin()) break;
        std::string_view const candidate = std::prev(after)->lower;
        auto const common = static_cast<std::size_t>(std::ranges::mismatch(candidate, wanted).in1 - candidate.begin());
        bool const whole = common == candidate.size();
        if (whole && (common == text.size() || !is_word(text[common]))) {
            auto const [first, last] = std::ranges::equal_range(
                sorted_, candidate, {}, [](Entry const& entry) { return std::string_view{entry.lower}; });
            Match match{first->name, {}, common};
            for (auto each = first; each != last; ++each) match.indices.push_back(each->index);
            return match;
        }
        wanted = wanted.substr(0, whole ? common - 1 : common);
    }
    return {{}, {}, 0};
}

}  // namespace kith::html
