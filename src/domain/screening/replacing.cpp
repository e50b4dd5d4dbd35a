#include "domain/screening/replacing.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace kith::screening {

namespace {

struct Picture {
    char sign;
    std::string_view picture;
};
constexpr std::array pictures{Picture{'\n', "\xE2\x90\xA4"}, Picture{'\t', "\xE2\x90\x89"}};

std::string with_pictures(std::string_view words) {
    std::string shown;
    for (char const c : words) {
        auto const found = std::ranges::find(pictures, c, &Picture::sign);
        if (found == pictures.end())
            shown += c;
        else
            shown += found->picture;
    }
    return shown;
}

std::string without_pictures(std::string words) {
    for (auto const& [sign, picture] : pictures)
        for (auto at = words.find(picture); at != words.npos; at = words.find(picture, at))
            words.replace(at, picture.size(), 1, sign);
    return words;
}

std::optional<std::size_t> take_number(std::string_view& text) {
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with(' ')) return std::nullopt;
    text.remove_prefix(1);
    return number;
}

std::optional<std::size_t> nearest(std::string_view text, std::string_view words, std::size_t start) {
    auto const before = text.rfind(words, start), after = text.find(words, start);
    if (before == text.npos && after == text.npos) return std::nullopt;
    if (before == text.npos) return after;
    if (after == text.npos) return before;
    return start - before <= after - start ? before : after;
}

bool begins_sentence(std::string_view text, std::size_t at) {
    auto const before = text::trim(text.substr(0, at));
    if (before.empty() || before.back() == '.' || before.back() == '!' || before.back() == '?') return true;
    return at > 0 && text[at - 1] == '\n';
}

}  // namespace

std::string replacement(std::size_t start, std::string_view words, std::string_view wording) {
    auto const shown = with_pictures(words);
    return std::to_string(start) + " " + std::to_string(shown.size()) + " " + shown + std::string{wording};
}

std::string replaced(std::string text, std::string_view replacement) {
    auto rest = replacement;
    auto const start = take_number(rest);
    auto const length = start ? take_number(rest) : std::nullopt;
    if (!length || *length == 0 || *length > rest.size()) return text;
    auto const words = without_pictures(std::string{rest.substr(0, *length)});
    std::string wording{rest.substr(*length)};
    auto const at = nearest(text, words, *start);
    if (!at) return text;
    if (!wording.empty() && wording[0] >= 'a' && wording[0] <= 'z' && begins_sentence(text, *at))
        wording[0] = static_cast<char>(wording[0] - 'a' + 'A');
    return text.replace(*at, words.size(), wording);
}

}  // namespace kith::screening
