#include "app/demo/drawn.hpp"

#include <libdeflate.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <string_view>

namespace kith::app::demo {

namespace {

constexpr int width = 1200, height = 750;

struct Colour {
    double red, green, blue;
};

Colour mixed(Colour const& a, Colour const& b, double share) {
    auto const mix = [&](double x, double y) { return x + (y - x) * share; };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

// An evening sky, a low sun, two rows of hills, and water that gives back the light.
Colour at(int x, int y) {
    constexpr Colour evening{244, 201, 138}, blue{122, 166, 184}, sun{255, 243, 214}, far{63, 111, 106},
        near{39, 76, 75}, water{168, 178, 160};
    double const across = static_cast<double>(x) / width, down = static_cast<double>(y) / height;
    if (down > 0.72 + 0.03 * std::sin(across * 5 + 1)) return near;
    if (down > 0.6) return mixed(water, evening, 0.5 + 0.5 * std::sin(down * 400) * (1 - down));
    if (down > 0.5 - 0.12 * std::sin(across * 4)) return far;
    if (std::hypot(across - 0.7, (down - 0.3) * height / width) < 0.045) return sun;
    return mixed(evening, blue, down / 0.6);
}

std::string big_endian(std::uint32_t value) {
    std::string bytes(4, '\0');
    for (int i = 0; i < 4; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(value >> (24 - 8 * i));
    return bytes;
}

std::string chunk(std::string_view type, std::string_view content) {
    auto const named = std::string{type} + std::string{content};
    return big_endian(static_cast<std::uint32_t>(content.size())) + named +
           big_endian(libdeflate_crc32(0, named.data(), named.size()));
}

std::string compressed(std::string const& bytes) {
    constexpr int level = 6;
    std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> const compressor{
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor};
    std::string packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    packed.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
    return packed;
}

}  // namespace

std::string drawn_lake() {
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';  // no filter
        for (int x = 0; x < width; ++x) {
            auto const colour = at(x, y);
            for (auto const part : {colour.red, colour.green, colour.blue}) rows += static_cast<char>(part);
        }
    }
    constexpr std::string_view eight_bits_of_three_colours{"\x08\x02\0\0\0", 5};
    return std::string{"\x89PNG\r\n\x1a\n"} +
           chunk("IHDR", big_endian(width) + big_endian(height) + std::string{eight_bits_of_three_colours}) +
           chunk("IDAT", compressed(rows)) + chunk("IEND", "");
}

}  // namespace kith::app::demo
