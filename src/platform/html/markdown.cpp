#include "platform/html/markdown.hpp"

#include <md4c.h>

#include <limits>

#include "platform/html/escape.hpp"
#include "platform/html/markdown_emitter.hpp"
#include "platform/html/markup_maker.hpp"

namespace kith::html {

namespace {

constexpr unsigned flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                           MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;

MarkdownEmitter& emitter_of(void* data) { return *static_cast<MarkdownEmitter*>(data); }
// Negative: md4c 0.4.8 goes on after a positive answer to the beginning of a link.
int code_of(Flow flow) { return flow == Flow::go_on ? 0 : -1; }

// False when the text was given up.
bool parse(std::string_view text, MarkdownEmitter& emitter) {
    if (text.size() > std::numeric_limits<MD_SIZE>::max()) return false;
    MD_PARSER const parser{
        .abi_version = 0,
        .flags = flags,
        .enter_block = [](MD_BLOCKTYPE b, void* detail, void* e) { return code_of(emitter_of(e).enter(b, detail)); },
        .leave_block = [](MD_BLOCKTYPE b, void*, void* e) { return code_of(emitter_of(e).leave(b)); },
        .enter_span = [](MD_SPANTYPE s, void* detail, void* e) { return code_of(emitter_of(e).enter(s, detail)); },
        .leave_span = [](MD_SPANTYPE s, void*, void* e) { return code_of(emitter_of(e).leave(s)); },
        .text = [](MD_TEXTTYPE type, MD_CHAR const* piece, MD_SIZE size,
                   void* e) { return code_of(emitter_of(e).text(type, {piece, size})); },
        .debug_log = nullptr,
        .syntax = nullptr,
    };
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &emitter) == 0;
}

// The text with its line breaks and nothing else.
std::string as_typed(std::string_view text) {
    std::string out = "<p>";
    while (!text.empty()) {
        auto const end = text.find('\n');
        append_escaped(out, text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
        out += "<br>\n";
    }
    return out += "</p>\n";
}

}  // namespace

Markup markdown(std::string_view text) { return markdown(text, {}); }

Markup markdown(std::string_view text, MentionNames const& names) {
    MarkdownEmitter emitter{names, text.size()};
    if (!parse(text, emitter)) return MarkupMaker::make(as_typed(text));
    return MarkupMaker::make(std::move(emitter).take());
}

std::vector<std::size_t> mentions_in(std::string_view text, MentionNames const& names) {
    MarkdownEmitter emitter{names, text.size()};
    if (!parse(text, emitter)) return {};
    return emitter.mentioned();
}

}  // namespace kith::html
