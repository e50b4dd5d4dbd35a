#include "scan/kinds.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "scan/decode.hpp"

namespace kith::scan {

namespace {

struct Ending {
    std::string_view ending;
    FileKind kind;
};
constexpr std::array endings{
    Ending{".html", FileKind::html},   Ending{".htm", FileKind::html},          Ending{".xhtml", FileKind::html},
    Ending{".xml", FileKind::html},    Ending{".json", FileKind::json},         Ending{".jsonl", FileKind::json},
    Ending{".ndjson", FileKind::json}, Ending{".csv", FileKind::csv},           Ending{".tsv", FileKind::csv},
    Ending{".md", FileKind::markdown}, Ending{".markdown", FileKind::markdown}, Ending{".txt", FileKind::text},
    Ending{".text", FileKind::text},   Ending{".log", FileKind::text},
};

// More than one odd byte in so many is no text.
constexpr std::size_t control_share = 50;

std::string lower(std::string_view text) {
    std::string made{text};
    for (char& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    return made;
}

bool is_control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !std::string_view{"\t\n\r\f\v\x1B"}.contains(c)) || byte == 0x7F;
}

bool is_text(std::string_view head) {
    if (head.contains('\0')) return false;
    return static_cast<std::size_t>(std::ranges::count_if(head, is_control)) * control_share <= head.size();
}

// UTF-16 without a mark: every other byte of Latin text is zero.
FileKind unmarked_utf16(std::string_view head) {
    if (head.size() < 4) return FileKind::other;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
    auto const most = head.size() / 2;
    if (zeros[0] == 0 && zeros[1] * 10 >= most * 9 && zeros[1] > 0) return FileKind::utf16_little;
    if (zeros[1] == 0 && zeros[0] * 10 >= most * 9 && zeros[0] > 0) return FileKind::utf16_big;
    return FileKind::other;
}

}  // namespace

FileKind kind_of(std::string_view head, std::string_view name) {
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return FileKind::zip;
    if (head.substr(0, 1024).contains("%PDF-")) return FileKind::pdf;
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return FileKind::old_office;
    if (head.starts_with("{\\rtf")) return FileKind::rich_text;
    if (head.starts_with("\xFF\xFE")) return FileKind::utf16_little;
    if (head.starts_with("\xFE\xFF")) return FileKind::utf16_big;
    if (head.contains('\0')) return unmarked_utf16(head);
    return is_text(head) ? text_kind_of(head, name) : FileKind::other;
}

FileKind text_kind_of(std::string_view head, std::string_view name) {
    auto const small = lower(name);
    for (auto const& [ending, kind] : endings)
        if (small.ends_with(ending)) return kind;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    auto const first = head.find_first_not_of(" \t\r\n");
    if (first == head.npos) return FileKind::text;
    head.remove_prefix(first);
    auto const begin = lower(head.substr(0, 16));
    if (begin.starts_with("<!doctype") || begin.starts_with("<html") || begin.starts_with("<?xml"))
        return FileKind::html;
    if (head.starts_with("{\"") || head.starts_with("[{") || head.starts_with("[\"")) return FileKind::json;
    if (head[0] == '{' || head[0] == '[') {
        auto const second = head.find_first_not_of(" \t\r\n", 1);
        if (second != head.npos && std::string_view{"\"{["}.contains(head[second])) return FileKind::json;
    }
    return FileKind::text;
}

std::string_view words_of(FileKind kind) {
    switch (kind) {
        case FileKind::text: return "text";
        case FileKind::markdown: return "Markdown";
        case FileKind::html: return "HTML";
        case FileKind::json: return "JSON";
        case FileKind::csv: return "CSV";
        case FileKind::utf16_little:
        case FileKind::utf16_big: return "UTF-16";
        case FileKind::zip: return "ZIP";
        case FileKind::pdf: return "PDF";
        case FileKind::old_office: return "old Office";
        case FileKind::rich_text: return "RTF";
        case FileKind::other: return "other";
    }
    return "other";
}

}  // namespace kith::scan
