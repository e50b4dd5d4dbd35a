// What a file is and how large its picture would be, read from its first bytes alone, before any decoder sees it.
//
// Plain functions over bytes that come from anybody: they read within them, look at a bounded part, and believe nothing
// but what they say of their own size. A name and a type that a browser sends are not asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::media {

enum class FileKind { jpeg, png, webp, heic, pdf };

struct Extent {
    std::uint32_t width = 0, height = 0;

    std::uint64_t pixels() const { return std::uint64_t{width} * height; }
};

// A file of 2.6 MB can hold 900 megapixels. The largest that telephones make today are 48 and 50.
inline constexpr std::uint64_t picture_pixels_max = 50'000'000;
inline constexpr std::uint32_t picture_side_max = 30'000;

// By its magic bytes; nothing for all that Kith does not take.
std::optional<FileKind> kind_of(std::string_view bytes);
// Of a picture. Nothing where the head does not say it.
std::optional<Extent> extent_of(FileKind, std::string_view bytes);
// True where a picture of this size may be decoded.
bool fits(Extent);

// A WebP that holds pixels and nothing else: no EXIF, no XMP, no colour profile, no animation, nothing after its end.
bool holds_only_pixels(std::string_view webp);
// The same WebP with nothing but its pixels; empty where it is none.
std::string only_pixels_of(std::string_view webp);

}  // namespace kith::media
