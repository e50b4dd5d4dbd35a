// A stretch of a document's text, and the way back to the bytes it was taken from.
//
// Readers make pieces, workers screen them, reports name places in them. A piece owns
// its bytes, so it may travel between threads; its Document is shared by all pieces of one
// file and never changes once the first piece is made. Text is always well-formed UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::scan {

// How a report names a place.
enum class Unit : std::uint8_t {
    line,       // of the file
    text_line,  // of the text taken out of it, where the file has no lines (DOCX, ODT)
    page,
};

// Whether bytes of the text are bytes of the file, so that a masked copy can keep its format.
enum class Copy : std::uint8_t { same_format, as_text };

struct Document {
    std::string name;  // as a person finds it: "archive.zip/letters/one.docx"
    std::string kind;  // "text", "HTML", …
    Unit unit = Unit::line;
    Copy copy = Copy::same_format;
    std::string copy_path;  // where a masked copy goes, below the folder for copies
};

// A stretch of the text that came from a stretch of the source. What no run covers was added by a reader
// (the name of a column) and stands nowhere in the file.
struct Run {
    enum class How : std::uint8_t {
        straight,  // byte for byte
        changed,   // one character written in another way: "&eacute;", "é"
        number,    // byte for byte, but a mask in its place needs quotation marks
    };
    std::uint32_t text, text_size, source, source_size;
    How how;
};

struct Extracted {
    std::string text;
    std::vector<Run> runs;              // in order of the text and of the source; neighbours that are straight are one
    std::optional<std::size_t> broken;  // where in the source the first byte stands that is not UTF-8

    void add_own(std::string_view words) { text += words; }
    // `bytes` stand at `source`. What in them is not UTF-8 is read as Windows-1252.
    void add(std::string_view bytes, std::size_t source, Run::How how = Run::How::straight);
    void add_changed(std::string_view words, std::size_t source, std::size_t source_size);
    bool ends_line() const { return text.empty() || text.back() == '\n'; }
};

struct Piece {
    std::shared_ptr<Document const> document;
    std::string source;  // bytes of the file, from source_start on
    std::uint64_t source_start = 0;
    std::uint64_t first_unit = 1;  // the line or page that it begins in
    bool is_plain = false;         // the text is the source itself, and `extracted` empty
    Extracted extracted;

    std::string_view text() const { return is_plain ? std::string_view{source} : extracted.text; }
};

struct Stretch {
    std::size_t start, end;
};
struct SourceStretch : Stretch {
    bool is_number;
};
// Which bytes of the piece's source the text from `start` up to `end` came from; empty when a reader added all of it.
std::vector<SourceStretch> sources_of(Piece const&, Stretch text);

}  // namespace kith::scan
