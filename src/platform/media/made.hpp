// What becomes of a file, and how the worker tells it: a line of words for each picture, then its bytes.
//
//     picture 480 480 360 18233\n<18233 bytes>      name, width, height, bytes
//     ready picture\n                               or: ready document
//
// or one line alone: refused too_many_pixels. What is read may come from a worker that a hostile file has taken over,
// so the reader believes no length and no size, and keeps nothing but WebP that holds pixels alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/media/heads.hpp"

namespace kith::media {

inline constexpr std::size_t file_bytes_max = 12 * 1024 * 1024;  // of one file, as it is sent
inline constexpr std::size_t document_pages_max = 20;
inline constexpr std::size_t made_bytes_max = 24 * 1024 * 1024;  // all that becomes of one file

enum class MadeKind { picture, document };

std::string_view name_of(MadeKind);  // "picture"
std::optional<MadeKind> made_kind_from(std::string_view);

struct Version {
    std::string name;  // "480", or "page-1"
    Extent extent;
    std::string bytes;  // WebP
};

struct Made {
    MadeKind kind = MadeKind::picture;
    std::vector<Version> versions;  // a picture's from small to large; a document's in the order of its pages
};

enum class Refused {
    unknown,          // nothing that Kith takes
    broken,           // or not what it says
    too_large,        // in bytes
    too_many_pixels,  // by its head
    too_many_pages,
    locked,    // needs a password
    no_fonts,  // a document that leans on fonts of the reader's
    too_slow,  // or needs more memory than it may
    busy,      // too many at once: to be tried again
};

std::string_view name_of(Refused);
std::optional<Refused> refused_from(std::string_view);

std::string told(Version const&);
std::string told(MadeKind);
std::string told(Refused);
// All that a worker has said. Refused::broken where it is not whole.
std::expected<Made, Refused> read_told(std::string_view);

}  // namespace kith::media
