#include "platform/html/plain_text.hpp"

#include <md4c.h>

#include <limits>

#include "base/text.hpp"

namespace kith::html {

namespace {

// As far apart as lines are on the page.
int part(std::string& text) {
    if (!text.empty() && text.back() != ' ') text += ' ';
    return 0;
}

int add(MD_TEXTTYPE type, MD_CHAR const* piece, MD_SIZE size, void* out) {
    auto& text = *static_cast<std::string*>(out);
    switch (type) {
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR: return part(text);
        case MD_TEXT_NULLCHAR: return 0;
        default: text.append(piece, size); return 0;
    }
}

}  // namespace

std::string plain_text(std::string_view markdown) {
    std::string out;
    out.reserve(markdown.size());
    MD_PARSER const parser{
        .abi_version = 0,
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS,
        .enter_block = [](MD_BLOCKTYPE, void*, void* text) { return part(*static_cast<std::string*>(text)); },
        .leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; },
        .enter_span = [](MD_SPANTYPE, void*, void*) { return 0; },
        .leave_span = [](MD_SPANTYPE, void*, void*) { return 0; },
        .text = add,
        .debug_log = nullptr,
        .syntax = nullptr,
    };
    bool const parsed = markdown.size() <= std::numeric_limits<MD_SIZE>::max() &&
                        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &out) == 0;
    return text::one_line(parsed ? std::string_view{out} : markdown);
}

}  // namespace kith::html
