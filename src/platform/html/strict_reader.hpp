// For tests: reads HTML as narrowly as Markdown may write it, and complains of
// anything else. It shares no code with the emitter.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace kith::html {

namespace strict {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

inline std::string attributes_complaint(std::string_view tag, std::string_view attributes) {
    if (attributes.empty()) return "";
    if (tag == "span" && attributes == " class=\"mention\"") return "";
    if (tag == "ol" && attributes.starts_with(" start=\"") && attributes.ends_with('"')) {
        auto const digits = attributes.substr(8, attributes.size() - 9);
        if (std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; })) return "";
    }
    constexpr std::string_view end = "\" rel=\"noopener noreferrer nofollow\"";
    if (tag == "a" && attributes.starts_with(" href=\"") && attributes.ends_with(end)) {
        auto const href = attributes.substr(7, attributes.size() - 7 - end.size());
        std::string lower;
        for (unsigned char c : href.substr(0, 8)) lower += static_cast<char>(std::tolower(c));
        bool const known =
            lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("mailto:");
        bool const clean =
            std::ranges::none_of(href, [](unsigned char c) { return c <= 0x20 || c >= 0x7F || c == '"' || c == '\''; });
        if (known && clean) return "";
    }
    return "attributes " + std::string{attributes} + " on " + std::string{tag};
}

}  // namespace strict

// Empty when the HTML is well nested and has nothing but the closed list.
inline std::string complaint_about(std::string_view html) {
    std::vector<std::string_view> open;
    for (std::size_t at = 0; at < html.size(); ++at) {
        char const c = html[at];
        if (c == '>' || c == '"' || c == '\'') return "a bare " + std::string{c};
        if (c == '&') {
            auto const end = html.find(';', at);
            if (end == html.npos || end - at > 50) return "a bare &";
            continue;
        }
        if (c != '<') continue;
        auto const close = html.find('>', at);
        if (close == html.npos) return "a tag without end";
        auto inside = html.substr(at + 1, close - at - 1);
        at = close;
        if (inside.starts_with('/')) {
            if (open.empty() || open.back() != inside.substr(1)) return "an end of " + std::string{inside};
            open.pop_back();
            continue;
        }
        auto const tag = inside.substr(0, inside.find(' '));
        if (auto const complaint = strict::attributes_complaint(tag, inside.substr(tag.size())); !complaint.empty())
            return complaint;
        if (strict::is_one_of(tag, {"br", "hr"})) continue;
        if (!strict::is_one_of(tag,
                               {"p",  "h2", "h3", "h4", "h5",    "strong", "em",    "del", "code", "pre", "blockquote",
                                "ul", "ol", "li", "a",  "table", "thead",  "tbody", "tr",  "th",   "td",  "span"}))
            return "the tag " + std::string{tag};
        if (tag == "a" && std::ranges::find(open, "a") != open.end()) return "a link in a link";
        open.push_back(tag);
    }
    return open.empty() ? "" : "no end of " + std::string{open.back()};
}

}  // namespace kith::html
