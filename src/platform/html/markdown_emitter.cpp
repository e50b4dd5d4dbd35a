#include "platform/html/markdown_emitter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "platform/html/address.hpp"
#include "platform/html/escape.hpp"

namespace kith::html {

namespace {

// What md4c hands over for an attribute, put together: pieces of text and entities.
std::string attribute_text(MD_ATTRIBUTE const& attribute) {
    std::string text;
    for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        auto const begin = attribute.substr_offsets[i], end = attribute.substr_offsets[i + 1];
        std::string_view const piece{attribute.text + begin, end - begin};
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            text += entity_text(piece);
        else if (attribute.substr_types[i] != MD_TEXT_NULLCHAR)
            text += piece;
    }
    return text;
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

constexpr std::size_t page_heading_level = 1;
constexpr std::size_t heading_level_max = 5;

}  // namespace

Flow MarkdownEmitter::enter(MD_BLOCKTYPE block, void const* detail) {
    write_text();
    switch (block) {
        case MD_BLOCK_DOC: break;
        case MD_BLOCK_QUOTE:
            ++quotes_;
            enter_nested("<blockquote>");
            break;
        case MD_BLOCK_UL: enter_nested("<ul>"); break;
        case MD_BLOCK_OL: {
            auto const start = static_cast<MD_BLOCK_OL_DETAIL const*>(detail)->start;
            enter_nested(start == 1 ? "<ol>" : fmt::format("<ol start=\"{}\">", start));
            break;
        }
        case MD_BLOCK_LI: out_ += nested_ <= quotes_and_lists_deep_max ? "<li>" : "<br>"; break;
        case MD_BLOCK_HR: out_ += "<hr>"; break;
        case MD_BLOCK_H: enter_heading(static_cast<MD_BLOCK_H_DETAIL const*>(detail)->level); break;
        case MD_BLOCK_CODE:
            ++codes_;
            out_ += "<pre><code>";
            break;
        case MD_BLOCK_HTML: break;  // switched off in the reader; what came would be text
        case MD_BLOCK_P: out_ += "<p>"; break;
        case MD_BLOCK_TABLE: out_ += "<table>"; break;
        case MD_BLOCK_THEAD: out_ += "<thead>"; break;
        case MD_BLOCK_TBODY: out_ += "<tbody>"; break;
        case MD_BLOCK_TR: out_ += "<tr>"; break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            if (++table_cells_ > text_bytes_ + table_cells_spare) return Flow::give_up;
            out_ += block == MD_BLOCK_TH ? "<th>" : "<td>";
            break;
    }
    return Flow::go_on;
}

// A text's own headings stand below the page's, and leave no level out: readers by ear go by them.
void MarkdownEmitter::enter_heading(unsigned level) {
    while (!headings_.empty() && headings_.back() >= level) headings_.pop_back();
    headings_.push_back(level);
    out_ += fmt::format("<h{}>", heading_level());
}

std::size_t MarkdownEmitter::heading_level() const {
    return std::min(headings_.size() + page_heading_level, heading_level_max);
}

Flow MarkdownEmitter::leave(MD_BLOCKTYPE block) {
    write_text();
    while (!spans_.empty()) close_innermost();
    switch (block) {
        case MD_BLOCK_DOC:
        case MD_BLOCK_HR:
        case MD_BLOCK_HTML: break;
        case MD_BLOCK_QUOTE:
            leave_nested("</blockquote>\n");
            --quotes_;
            break;
        case MD_BLOCK_UL: leave_nested("</ul>\n"); break;
        case MD_BLOCK_OL: leave_nested("</ol>\n"); break;
        case MD_BLOCK_LI: out_ += nested_ <= quotes_and_lists_deep_max ? "</li>\n" : ""; break;
        case MD_BLOCK_H: out_ += fmt::format("</h{}>\n", heading_level()); break;
        case MD_BLOCK_CODE:
            out_ += "</code></pre>\n";
            --codes_;
            break;
        case MD_BLOCK_P: out_ += "</p>\n"; break;
        case MD_BLOCK_TABLE: out_ += "</table>\n"; break;
        case MD_BLOCK_THEAD: out_ += "</thead>"; break;
        case MD_BLOCK_TBODY: out_ += "</tbody>"; break;
        case MD_BLOCK_TR: out_ += "</tr>\n"; break;
        case MD_BLOCK_TH: out_ += "</th>"; break;
        case MD_BLOCK_TD: out_ += "</td>"; break;
    }
    return Flow::go_on;
}

Flow MarkdownEmitter::enter(MD_SPANTYPE span, void const* detail) {
    write_text();
    switch (span) {
        case MD_SPAN_EM: open(span, "<em>", "</em>"); break;
        case MD_SPAN_STRONG: open(span, "<strong>", "</strong>"); break;
        case MD_SPAN_DEL: open(span, "<del>", "</del>"); break;
        case MD_SPAN_CODE:
            ++codes_;
            open(span, "<code>", "</code>");
            break;
        case MD_SPAN_A: return enter_link(span, static_cast<MD_SPAN_A_DETAIL const*>(detail)->href);
        case MD_SPAN_IMG: return enter_link(span, static_cast<MD_SPAN_IMG_DETAIL const*>(detail)->src);
        default: break;  // extensions that the reader has switched off
    }
    return Flow::go_on;
}

Flow MarkdownEmitter::leave(MD_SPANTYPE span) {
    write_text();
    if (std::ranges::find(spans_, span, &Span::type) == spans_.end()) return Flow::go_on;
    for (bool left = false; !left;) {
        left = spans_.back().type == span;
        close_innermost();
    }
    return Flow::go_on;
}

Flow MarkdownEmitter::text(MD_TEXTTYPE type, std::string_view text) {
    if (type == MD_TEXT_NORMAL) {
        pending_ += text;
        return Flow::go_on;
    }
    write_text();
    switch (type) {
        case MD_TEXT_NULLCHAR: out_ += "\uFFFD"; break;
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR: out_ += "<br>\n"; break;
        case MD_TEXT_ENTITY: write_entity(text); break;
        default: append_escaped(out_, text); break;
    }
    return Flow::go_on;
}

std::string MarkdownEmitter::take() && {
    write_text();
    return std::move(out_);
}

void MarkdownEmitter::write_text() {
    if (pending_.empty()) return;
    std::string_view const text = pending_;
    std::size_t done = 0;
    bool const looks = !names_.empty() && codes_ == 0 && links_ == 0;
    for (auto at = looks ? text.find('@') : text.npos; at != text.npos; at = text.find('@', at + 1)) {
        if (!begins_word(text, at)) continue;
        auto const match = names_.longest_at(text.substr(at + 1));
        if (match.bytes == 0) continue;
        append_escaped(out_, text.substr(done, at - done));
        out_ += "<span class=\"mention\">@";
        append_escaped(out_, match.name);
        out_ += "</span>";
        done = at + 1 + match.bytes;
        at = done - 1;
        if (quotes_ > 0) continue;
        for (auto const index : match.indices)
            if (std::ranges::find(mentioned_, index) == mentioned_.end()) mentioned_.push_back(index);
    }
    append_escaped(out_, text.substr(done));
    pending_.clear();
}

// Names of entities are the browser's to know: letters and digits between & and ; are safe as they stand.
void MarkdownEmitter::write_entity(std::string_view entity) {
    if (entity.starts_with("&#"))
        append_escaped(out_, entity_text(entity));
    else
        out_ += entity;
}

void MarkdownEmitter::enter_nested(std::string_view tag) {
    if (++nested_ <= quotes_and_lists_deep_max) out_ += tag;
}

void MarkdownEmitter::leave_nested(std::string_view end_tag) {
    if (nested_-- <= quotes_and_lists_deep_max) out_ += end_tag;
}

void MarkdownEmitter::open(MD_SPANTYPE span, std::string_view tag, std::string_view end_tag) {
    out_ += tag;
    spans_.push_back({span, end_tag});
}

Flow MarkdownEmitter::enter_link(MD_SPANTYPE span, MD_ATTRIBUTE const& address) {
    link_bytes_ += address.size;
    if (link_bytes_ > 2 * text_bytes_ + link_bytes_spare) return Flow::give_up;
    auto const typed = attribute_text(address);
    auto const link = typed.size() <= link_bytes_max ? link_address(typed) : std::nullopt;
    ++links_;
    if (link && links_made_ == 0) {
        ++links_made_;
        out_ += "<a href=\"";
        append_escaped(out_, *link);
        open(span, "\" rel=\"noopener noreferrer nofollow\">", "</a>");
    } else {
        spans_.push_back({span, {}, link ? std::string{} : escaped(typed), out_.size()});
    }
    return Flow::go_on;
}

// Nothing that was typed is lost: where no link is made, its address stands behind its words.
void MarkdownEmitter::close_innermost() {
    auto const span = std::move(spans_.back());
    spans_.pop_back();
    out_ += span.end_tag;
    if (span.type == MD_SPAN_CODE) --codes_;
    if (span.type != MD_SPAN_A && span.type != MD_SPAN_IMG) return;
    --links_;
    if (!span.end_tag.empty()) --links_made_;
    if (!span.refused_address.empty() && std::string_view{out_}.substr(span.words_begin) != span.refused_address)
        out_ += " (" + span.refused_address + ")";
}

}  // namespace kith::html
