// HTML: what a reader of the page would see, with comments and what stands in alt, title and the like, and
// where links lead. Scripts and styles are passed over. Not a parser of documents: tags that do not fit are
// as good as those that do.
#include <algorithm>
#include <array>
#include <string>

#include "scan/entities.hpp"
#include "scan/extract.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t tag_name_bytes_max = 16;
constexpr std::size_t entity_bytes_max = 12;

constexpr std::array<std::string_view, 4> passed_over{"script", "style", "svg", "noscript"};
// Elements that stand within a line; all others begin and end one.
constexpr std::array<std::string_view, 34> within_line{
    "a",      "abbr",   "acronym", "b",   "bdi",  "bdo",   "big",  "cite", "code", "data", "del",   "dfn",
    "em",     "font",   "i",       "ins", "kbd",  "label", "mark", "q",    "s",    "samp", "small", "span",
    "strike", "strong", "sub",     "sup", "time", "tt",    "u",    "var",  "wbr",  "nobr"};
constexpr std::array<std::string_view, 8> read_attributes{"alt",   "title",       "href",       "content",
                                                          "value", "placeholder", "aria-label", "cite"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::string lower(std::string_view word) {
    std::string made{word};
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return made;
}

void decode(std::string_view words, std::size_t source, Extracted& out) {
    std::string made;
    std::size_t at = 0;
    while (at < words.size()) {
        auto const sign = std::min(words.find('&', at), words.size());
        out.add(words.substr(at, sign - at), source + at);
        if (sign == words.size()) return;
        auto const taken = read_entity(words.substr(sign), made);
        if (taken > 0)
            out.add_changed(made, source + sign, taken);
        else
            out.add(words.substr(sign, 1), source + sign);
        at = sign + std::max<std::size_t>(taken, 1);
    }
}

void end_line(Extracted& out) {
    if (!out.ends_line()) out.add_own("\n");
}

class Html : public Extractor {
public:
    std::size_t take(std::string_view bytes, More more, Extracted& out, bool& is_plain) override {
        is_plain = false;
        std::size_t at = 0;
        while (at < bytes.size()) {
            auto const next = step(bytes, at, more, out);
            if (next == at) break;
            at = next;
        }
        if (at > 0 || more == More::comes || bytes.empty()) return at;
        out.add(bytes.substr(0, 1), 0);
        return 1;
    }

private:
    std::size_t step(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        if (!over_.empty()) {
            auto const next = pass_over(bytes, at, more);
            if (!over_.empty() || next != at) return next;
        }
        if (in_comment_) return comment(bytes, at, more, out);
        if (bytes[at] == '<') return markup(bytes, at, more, out);
        return text(bytes, at, more, out);
    }

    static std::size_t text(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        auto end = bytes.find('<', at);
        if (end == bytes.npos) {
            end = at + cut_of(bytes.substr(at), more);
            // An entity that the end might cut off waits.
            if (more != More::none && end > at) {
                auto const sign = bytes.substr(0, end).rfind('&');
                if (sign != bytes.npos && sign > at && end - sign < entity_bytes_max) end = sign;
            }
        }
        decode(bytes.substr(at, end - at), at, out);
        return end;
    }

    std::size_t markup(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        auto const rest = bytes.substr(at);
        if (rest.starts_with("<!--")) {
            in_comment_ = true;
            end_line(out);
            return at + 4;
        }
        if (rest.size() < 4 && more != More::none) return at;
        bool const closing = rest.size() > 1 && rest[1] == '/';
        std::size_t const name_at = closing ? 2 : 1;
        bool const is_tag = name_at < rest.size() && (is_letter(rest[name_at]) || rest[1] == '!' || rest[1] == '?');
        if (!is_tag) {
            out.add("<", at);
            return at + 1;
        }
        auto end = end_of_tag(rest);
        if (end == rest.npos) {
            if (more == More::comes || (more == More::must_cut && at > 0)) return at;
            // A quotation mark is missing somewhere. Looking for it again from each tag would take time by the
            // square; from here on marks mean nothing in tags.
            marks_mean_nothing_ = true;
            end = end_of_tag(rest);
        }
        if (end == rest.npos) {
            decode(rest, at, out);
            return bytes.size();
        }
        tag(rest.substr(0, end), at, closing, name_at, out);
        return at + end;
    }

    // After the tag's ">", which no quotation marks hold.
    std::size_t end_of_tag(std::string_view rest) const {
        if (marks_mean_nothing_) {
            auto const end = rest.find('>');
            return end == rest.npos ? end : end + 1;
        }
        char quote = '\0';
        for (std::size_t at = 1; at < rest.size(); ++at) {
            char const c = rest[at];
            if (quote != '\0') {
                if (c == quote) quote = '\0';
            } else if (c == '>') {
                return at + 1;
            } else if ((c == '"' || c == '\'') && rest[at - 1] == '=') {
                quote = c;
            }
        }
        return rest.npos;
    }

    void tag(std::string_view whole, std::size_t source, bool closing, std::size_t name_at, Extracted& out) {
        auto end = name_at;
        while (end < whole.size() && end - name_at < tag_name_bytes_max &&
               (is_letter(whole[end]) || (whole[end] >= '0' && whole[end] <= '9')))
            ++end;
        auto const name = lower(whole.substr(name_at, end - name_at));
        bool const is_within = std::ranges::find(within_line, name) != within_line.end();
        if (!is_within && name != "img") end_line(out);
        // A cell of a table is not one word with the next.
        if (!closing && name.starts_with('t') && (name == "td" || name == "th")) out.add_own("\n");
        if (!closing) attributes(whole, end, source, out);
        bool const is_empty = whole.ends_with("/>");
        if (!closing && !is_empty && std::ranges::find(passed_over, name) != passed_over.end()) over_ = name;
    }

    static void attributes(std::string_view whole, std::size_t at, std::size_t source, Extracted& out) {
        while (at < whole.size()) {
            while (at < whole.size() && (is_space(whole[at]) || whole[at] == '/')) ++at;
            auto const name_at = at;
            while (at < whole.size() && !is_space(whole[at]) && !std::string_view{"=>"}.contains(whole[at])) ++at;
            auto const name = whole.substr(name_at, at - name_at);
            while (at < whole.size() && is_space(whole[at])) ++at;
            if (at >= whole.size() || whole[at] == '>') return;
            if (whole[at] != '=') continue;
            ++at;
            while (at < whole.size() && is_space(whole[at])) ++at;
            if (at >= whole.size()) return;
            char const quote = whole[at];
            bool const quoted = quote == '"' || quote == '\'';
            auto const begin = at + (quoted ? 1 : 0);
            auto end = quoted ? whole.find(quote, begin) : whole.find_first_of(" \t\r\n\f>", begin);
            if (end == whole.npos) end = whole.size();
            if (std::ranges::find(read_attributes, lower(name)) != read_attributes.end() && end > begin) {
                end_line(out);
                decode(whole.substr(begin, end - begin), source + begin, out);
                out.add_own("\n");
            }
            at = end + (quoted ? 1 : 0);
        }
    }

    std::size_t comment(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        auto end = bytes.find("-->", at);
        bool const whole = end != bytes.npos;
        if (!whole) {
            end = at + cut_of(bytes.substr(at), more);
            // "--" at the very end may be the beginning of its end.
            if (more != More::none)
                while (end > at && bytes[end - 1] == '-') --end;
        }
        decode(bytes.substr(at, end - at), at, out);
        if (!whole) return end;
        out.add_own("\n");
        in_comment_ = false;
        return end + 3;
    }

    std::size_t pass_over(std::string_view bytes, std::size_t at, More more) {
        auto const wanted = "</" + over_;
        for (auto next = bytes.find("</", at); next != bytes.npos; next = bytes.find("</", next + 2)) {
            if (next + wanted.size() > bytes.size() && more == More::comes) return next;
            if (lower(bytes.substr(next, wanted.size())) != wanted) continue;
            over_.clear();
            return next;
        }
        if (more == More::none) return bytes.size();
        auto const end = bytes.size() - (bytes.ends_with('<') ? 1 : 0);
        return more == More::comes ? end : bytes.size();
    }

    std::string over_;  // the element whose content is passed over; empty: none
    bool in_comment_ = false;
    bool marks_mean_nothing_ = false;
};

}  // namespace

std::unique_ptr<Extractor> html_extractor() { return std::make_unique<Html>(); }

}  // namespace kith::scan
