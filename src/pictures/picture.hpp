// One picture, decoded and made anew: turned as it was meant, in sRGB, in a few sizes, as WebP without metadata.
//
// libvips is used by name of the loader, never by asking it what a file may be; what it holds for untrusted is off.
#pragma once

#include <array>
#include <expected>
#include <string_view>

#include "platform/media/made.hpp"

namespace kith::pictures {

// The longer side, in pixels: a card on a telephone, a page on it, a desktop. A smaller picture has fewer.
inline constexpr std::array sides{480, 1080, 2160};
inline constexpr int webp_quality = 80;

// Loads what decoding will need. Before rights are given up. False where libvips does not start.
bool ready_decoders();

std::expected<media::Made, media::Refused> picture_from(media::FileKind, std::string_view bytes);

// Pixels in memory (RGB, 8 bits) as WebP; empty where it fails.
std::string webp_of(char const* pixels, int width, int height, int bytes_per_row);

}  // namespace kith::pictures
