// Text out of the formats that are text themselves, in pieces of bounded size.
//
// An extractor is fed the bytes of one document from front to back and takes whole
// units off the front: lines, records, values. It keeps between calls only what the format
// needs (the names of the columns, that a comment is open). It never gives up on broken
// input: what it does not understand is text. Time grows in proportion.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "scan/piece.hpp"

namespace kith::scan {

enum class More : std::uint8_t {
    comes,     // there may be more: leave what is not whole
    must_cut,  // there is more, but no more fits: take something now
    none,      // this is all
};

class Extractor {
public:
    virtual ~Extractor() = default;
    // Takes bytes off the front and returns how many; 0, only for More::comes: there is no whole unit yet.
    // Offsets in `out` count from the front of `bytes`. An extractor that adds nothing and takes
    // something has taken the bytes themselves as text, if it says so in `is_plain`.
    virtual std::size_t take(std::string_view bytes, More more, Extracted& out, bool& is_plain) = 0;
};

std::unique_ptr<Extractor> plain_extractor();
std::unique_ptr<Extractor> html_extractor();
std::unique_ptr<Extractor> json_extractor();
std::unique_ptr<Extractor> csv_extractor();

// Where to cut text so that few things are torn: after the last empty line near the end, else after the
// last line, else after the last space, else between characters. 0: there is no line's end.
std::size_t cut_of(std::string_view text, More more);

// Whether a name of a field is one that programs give, like "nhs_number", and none that people have.
bool is_name_of_program(std::string_view name);
// As words: "nhs_number" and "nhsNumber" are "nhs number".
std::string spaced(std::string_view name);

}  // namespace kith::scan
