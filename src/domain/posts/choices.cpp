#include "domain/posts/choices.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kith::posts {

namespace {

constexpr std::string_view bullet = "- ";

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        auto line = text::one_line(text.substr(0, end));
        if (!line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

Parts parts_of(std::string_view text) {
    Parts parts;
    text = text.substr(0, text.find_last_not_of(" \n\t") + 1);
    while (!text.empty()) {
        auto const line_begin = text.rfind('\n') + 1;  // npos + 1 is 0: the first line
        auto const line = text.substr(line_begin);
        if (!text::trim(line).empty()) {
            if (!line.starts_with(bullet)) break;
            parts.choices.push_back(text::one_line(line.substr(bullet.size())));
        }
        text = text.substr(0, line_begin == 0 ? 0 : line_begin - 1);
    }
    parts.question_bytes = text.find_last_not_of(" \n\t") + 1;
    std::ranges::reverse(parts.choices);
    return parts;
}

bool gives_choices(http::Form const& form) {
    return form.has(with_choices_field) || !text::trim(form.value(choices_field)).empty();
}

std::string words_in(http::Form const& form) {
    std::string text{form.value("body")};
    for (auto const& line : lines_of(text::many_lines(form.value(choices_field))))
        text.append("\n").append(bullet).append(line);
    return text;
}

}  // namespace kith::posts
