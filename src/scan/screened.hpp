// A piece after the engine has looked at it: what was found, where, in which words, and a masked copy.
//
// Pure: a piece in, a Screened out, on any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scan/piece.hpp"
#include "screen/screen.hpp"

namespace kith::scan {

// Words around what was found, on the same line, at most so many bytes at either side.
inline constexpr std::size_t excerpt_bytes_max = 48;
inline constexpr std::size_t excerpt_found_bytes_max = 120;

struct Excerpt {
    std::string before, found, after;  // one line each, without control characters
};

struct Spot {
    std::uint64_t number = 0;  // of the line or page, from 1
    std::uint64_t column = 0;  // characters, from 1; 0 on pages
};

struct Mark {
    screen::Class what;
    screen::Kind kind;
    float confidence;
    std::string reason;
    std::vector<std::string> broader;
    Spot spot;
    std::uint64_t start, end;  // bytes of the file, or of the text taken out of it
    Excerpt excerpt;
};

struct MarkedTone {
    screen::Danger danger;
    std::string reason;
    Spot spot;
    Excerpt excerpt;
};

struct Screened {
    std::shared_ptr<Document const> document;
    std::vector<Mark> marks;
    double people = 0;
    screen::Danger danger = screen::Danger::none;
    std::string danger_reason;
    std::optional<MarkedTone> tone;
    std::string masked;  // the piece's source with every mark covered; empty unless asked for
};

enum class Masked : std::uint8_t { no, yes };

Screened look_at(Piece const&, screen::Model const&, screen::Settings const&, Masked);

// "[nhs number]"
std::string mask_of(screen::Class);

}  // namespace kith::scan
