#include "platform/html/template_text.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "base/text.hpp"

namespace kith::html {

namespace {

constexpr std::string_view escape_by_context = R"({{%AUTOESCAPE context="HTML"}})";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Follows the text between markers: inside a tag or not. Quotes matter, because
// an attribute may hold a `>`.
class TagFollower {
public:
    void read(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            char const c = text[at];
            if (quote_ != 0) {
                if (c == quote_) quote_ = 0;
            } else if (in_tag_) {
                if (c == '"' || c == '\'') quote_ = c;
                if (c == '>') in_tag_ = false;
            } else if (c == '<' && at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == '/')) {
                in_tag_ = true;
            }
        }
    }
    bool in_tag() const { return in_tag_; }

private:
    bool in_tag_ = false;
    char quote_ = 0;
};

Marker marker_from(std::string_view inside) {
    auto const with = [](Marker::Sort sort, std::string_view name) {
        return Marker{sort, text::trim(name), {}, 0, 0, false};
    };
    if (inside.empty()) return with(Marker::Sort::value, inside);
    switch (inside.front()) {
        case '#': return with(Marker::Sort::section, inside.substr(1));
        case '/': return with(Marker::Sort::end_of_section, inside.substr(1));
        case '!': return with(Marker::Sort::comment, inside.substr(1));
        case '%': return with(Marker::Sort::pragma, inside.substr(1));
        case '=': return with(Marker::Sort::delimiters, inside.substr(1));
        default: break;
    }
    bool const includes = inside.front() == '>';
    if (includes) inside.remove_prefix(1);
    auto const colon = inside.find(':');
    auto marker = with(includes ? Marker::Sort::include : Marker::Sort::value, inside.substr(0, colon));
    if (colon != std::string_view::npos) marker.modifiers = inside.substr(colon);
    return marker;
}

bool leaves_no_line(std::string_view line) {
    std::size_t at = 0;
    for (auto const& marker : markers_of(line)) {
        bool const shapes = marker.sort == Marker::Sort::section || marker.sort == Marker::Sort::end_of_section ||
                            marker.sort == Marker::Sort::pragma;
        if (!shapes || !text::trim(line.substr(at, marker.begin - at)).empty()) return false;
        at = marker.end;
    }
    return text::trim(line.substr(at)).empty();
}

std::string without_comments(std::string_view text) {
    std::string kept;
    std::size_t at = 0;
    for (auto const& marker : markers_of(text)) {
        if (marker.sort != Marker::Sort::comment) continue;
        kept.append(text, at, marker.begin - at);
        at = marker.end;
    }
    kept.append(text, at);
    return kept;
}

// ctemplate's escaping by context makes a space of each line break, which no reader of text sees, but who
// gets a form back would lose their lines. Its :pre_escape does the same and leaves them.
std::string with_lines_in_textareas(std::string text) {
    constexpr std::string_view end = "}}</textarea>";
    constexpr std::string_view modifier = ":pre_escape";
    for (auto at = text.find(end); at != text.npos; at = text.find(end, at + modifier.size() + end.size()))
        text.insert(at, modifier);
    return text;
}

}  // namespace

std::vector<Marker> markers_of(std::string_view text) {
    std::vector<Marker> markers;
    TagFollower follower;
    std::size_t at = 0;
    for (;;) {
        auto const begin = text.find("{{", at);
        if (begin == std::string_view::npos) return markers;
        auto const close = text.find("}}", begin + 2);
        if (close == std::string_view::npos) return markers;  // ctemplate refuses it with a better word
        follower.read(text.substr(at, begin - at));
        auto marker = marker_from(text.substr(begin + 2, close - begin - 2));
        marker.begin = begin;
        marker.end = at = close + 2;
        marker.in_tag = follower.in_tag();
        markers.push_back(marker);
    }
}

void check_escaping(std::string_view template_name, std::string_view text) {
    auto const refuse = [&](Marker const& marker, std::string_view what) {
        throw std::runtime_error{fmt::format("Template \"{}\", {{{{{}}}}}: {}", template_name, marker.name, what)};
    };
    for (auto const& marker : markers_of(text)) {
        bool const plain = marker.modifiers.contains(":none");
        switch (marker.sort) {
            case Marker::Sort::value:
                if (marker.name.ends_with("_html")) {
                    if (marker.modifiers != ":none") refuse(marker, "a name ending in _html is written with :none");
                    if (marker.in_tag) refuse(marker, "markup cannot stand inside a tag");
                } else if (plain) {
                    refuse(marker, ":none is only for names ending in _html");
                }
                break;
            case Marker::Sort::include:
                if (!marker.modifiers.empty()) refuse(marker, "an include takes no modifier");
                if (marker.in_tag) refuse(marker, "an include cannot stand inside a tag");
                break;
            case Marker::Sort::delimiters: refuse(marker, "the braces stay as they are"); break;
            case Marker::Sort::pragma:
                if (text.substr(marker.begin, marker.end - marker.begin) != escape_by_context)
                    refuse(marker, "escaping is by context, as HTML");
                break;
            default: break;
        }
    }
}

std::string tightened(std::string_view text) {
    std::string const source = with_lines_in_textareas(without_comments(text));
    std::string tight{escape_by_context};
    std::string_view rest = source;
    while (!rest.empty()) {
        auto const end = rest.find('\n');
        auto line = text::trim(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (line.starts_with(escape_by_context)) line = text::trim(line.substr(escape_by_context.size()));
        if (line.empty()) continue;
        tight += line;
        if (!leaves_no_line(line)) tight += '\n';
    }
    if (tight.ends_with('\n')) tight.pop_back();
    return tight;
}

}  // namespace kith::html
