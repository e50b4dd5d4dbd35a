// Text out of DOCX and ODF (text, and what else keeps its words in paragraphs), by expat.
//
// The one place that knows expat. What is read: paragraphs, tables, notes, headers and footers,
// comments with who wrote them, tracked deletions (they are still in the file), where links lead,
// and who the properties name as author. Documents that declare entities of their own are refused.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "scan/archive.hpp"

namespace kith::scan {

enum class OfficeKind : std::uint8_t { docx, odf };

// One piece of markup holds at most so much before its end.
inline constexpr std::size_t xml_token_bytes_max = 8 * 1024 * 1024;

// What an archive is, if it is a document.
std::optional<OfficeKind> office_kind_of(Archive const&);
// Gives the text in pieces of about `piece_bytes`, whole lines unless they are very long. Throws Unreadable.
void read_office(Archive const&, OfficeKind, Budget&, std::size_t piece_bytes,
                 std::function<void(std::string text)> const& give);

}  // namespace kith::scan
