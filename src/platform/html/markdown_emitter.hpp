// Writes HTML from md4c's events. Used by markdown.cpp alone.
#pragma once

#include <md4c.h>

#include <string>
#include <string_view>
#include <vector>

#include "platform/html/mentions.hpp"

namespace kith::html {

// Bounds on what one text may become, so that no short text makes a long page.
inline constexpr unsigned quotes_and_lists_deep_max = 12;  // deeper ones are written without their tags
inline constexpr std::size_t link_bytes_max = 2'000;       // longer addresses show as text
inline constexpr std::size_t link_bytes_spare = 4'000;     // all addresses together: twice the text and this
inline constexpr std::size_t table_cells_spare = 100;      // all cells together: the bytes of the text and this

enum class Flow { go_on, give_up };  // given up, the text is shown as it was typed

class MarkdownEmitter {
public:
    MarkdownEmitter(MentionNames const& names, std::size_t text_bytes) : names_{names}, text_bytes_{text_bytes} {
        out_.reserve(text_bytes + text_bytes / 4 + 64);
    }

    Flow enter(MD_BLOCKTYPE, void const* detail);
    Flow leave(MD_BLOCKTYPE);
    Flow enter(MD_SPANTYPE, void const* detail);
    Flow leave(MD_SPANTYPE);
    Flow text(MD_TEXTTYPE, std::string_view);

    std::string take() &&;
    std::vector<std::size_t> const& mentioned() const { return mentioned_; }

private:
    // A span that has been entered and not left. md4c (0.4.8) sometimes lets two
    // spans cross, or leaves one out; what is written is well nested all the same.
    struct Span {
        MD_SPANTYPE type;
        std::string_view end_tag;       // empty for a link that is not made
        std::string refused_address{};  // shown after the words of a link that is not made
        std::size_t words_begin = 0;    // in out_
    };

    void write_text();
    void write_entity(std::string_view);
    void enter_heading(unsigned level);
    std::size_t heading_level() const;
    void enter_nested(std::string_view tag);
    void leave_nested(std::string_view end_tag);
    Flow enter_link(MD_SPANTYPE, MD_ATTRIBUTE const& address);
    void open(MD_SPANTYPE, std::string_view tag, std::string_view end_tag);
    void close_innermost();

    MentionNames const& names_;
    std::size_t text_bytes_;
    std::string out_;
    std::string pending_;  // text not yet written: md4c gives it in pieces, and a name may span two
    std::vector<std::size_t> mentioned_;
    std::vector<Span> spans_;
    std::vector<unsigned> headings_;  // as typed: the last one, and those that it stands under
    unsigned nested_ = 0, quotes_ = 0, codes_ = 0, links_ = 0, links_made_ = 0;
    std::size_t link_bytes_ = 0, table_cells_ = 0;
};

}  // namespace kith::html
