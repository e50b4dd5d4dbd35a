#include "platform/html/escape.hpp"

namespace kith::html {

namespace {

std::string_view entity_of(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        default: return {};
    }
}

void append_json_control(std::string& out, char c) {
    static constexpr char digits[] = "0123456789abcdef";
    switch (c) {
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const entity = entity_of(text[at]);
        if (entity.empty()) continue;
        out.append(text, done, at - done);
        out += entity;
        done = at + 1;
    }
    out.append(text, done);
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        auto const rest = text.substr(at);
        bool const separates_lines = c == '\xE2' && (rest.starts_with("\u2028") || rest.starts_with("\u2029"));
        bool const closes_tag = c == '/' && at > 0 && text[at - 1] == '<';
        if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && !separates_lines && !closes_tag) continue;
        out.append(text, done, at - done);
        done = at + 1;
        if (separates_lines) {
            out += rest.starts_with("\u2028") ? "\\u2028" : "\\u2029";
            done = at + 3;
            at += 2;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            append_json_control(out, c);
        } else {
            out += {'\\', c};
        }
    }
    out.append(text, done);
    out += '"';
}

}  // namespace kith::html
