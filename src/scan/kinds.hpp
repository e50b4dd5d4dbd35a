// What a file is: by its first bytes, and where they leave it open by its name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kith::scan {

enum class FileKind : std::uint8_t {
    text,
    markdown,
    html,
    json,
    csv,
    utf16_little,  // text of any of these kinds, in another encoding
    utf16_big,
    zip,  // or a document that is a ZIP inside
    pdf,
    old_office,  // .doc, .xls: what Word wrote before 2007, and what an encrypted DOCX is wrapped in
    rich_text,
    other,  // pictures, sound, programs
};

// Enough of a file to tell.
inline constexpr std::size_t head_bytes = 8 * 1024;

FileKind kind_of(std::string_view head, std::string_view name);
// Of text: by the name, then by how it begins.
FileKind text_kind_of(std::string_view head, std::string_view name);
// "HTML"
std::string_view words_of(FileKind);

}  // namespace kith::scan
