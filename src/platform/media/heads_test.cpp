#include "platform/media/heads.hpp"

#include <gtest/gtest.h>

#include "support/samples.hpp"

namespace kith::media {
namespace {

using test::sample;

TEST(Heads, knows_a_file_by_its_first_bytes) {
    EXPECT_EQ(kind_of(sample("picture.jpg")), FileKind::jpeg);
    EXPECT_EQ(kind_of(sample("picture.png")), FileKind::png);
    EXPECT_EQ(kind_of(sample("picture.webp")), FileKind::webp);
    EXPECT_EQ(kind_of(sample("picture.heic")), FileKind::heic);
    EXPECT_EQ(kind_of(sample("document.pdf")), FileKind::pdf);
    EXPECT_EQ(kind_of(sample("drawing.png")), std::nullopt);  // an SVG
    EXPECT_EQ(kind_of("GIF89a..................."), std::nullopt);
    EXPECT_EQ(kind_of("PK\x03\x04"), std::nullopt);
    EXPECT_EQ(kind_of(""), std::nullopt);
}

TEST(Heads, reads_how_large_a_picture_is) {
    for (auto const* name : {"picture.jpg", "picture.png", "picture.webp", "picture.heic", "told.jpg"}) {
        auto const file = sample(name);
        auto const extent = extent_of(*kind_of(file), file);
        ASSERT_TRUE(extent) << name;
        EXPECT_EQ(extent->width, 640U) << name;
        EXPECT_EQ(extent->height, 400U) << name;
        EXPECT_TRUE(fits(*extent));
    }
}

TEST(Heads, knows_a_bomb_by_its_head) {
    auto const file = sample("bomb.png");
    auto const extent = extent_of(FileKind::png, file);
    ASSERT_TRUE(extent);
    EXPECT_EQ(extent->pixels(), 2'500'000'000U);
    EXPECT_FALSE(fits(*extent));
    EXPECT_FALSE(fits({50'000, 1}));
    EXPECT_FALSE(fits({0, 100}));
}

TEST(Heads, reads_no_further_than_there_are_bytes) {
    for (auto const* name : {"picture.jpg", "picture.png", "picture.webp", "picture.heic"}) {
        auto const file = sample(name);
        auto const kind = *kind_of(file);
        for (std::size_t bytes = 0; bytes < std::min<std::size_t>(file.size(), 700); ++bytes) {
            std::string const part = file.substr(0, bytes);
            auto const extent = extent_of(kind, part);
            if (extent) EXPECT_EQ(extent->width, 640U) << name << " " << bytes;
        }
    }
}

TEST(Heads, keeps_the_pixels_of_a_webp_and_nothing_else) {
    auto const bare = only_pixels_of(sample("picture.webp"));
    EXPECT_TRUE(holds_only_pixels(bare));
    // Something said beside the pixels.
    auto told = bare + std::string{"EXIF\4\0\0\0here", 12};
    told[4] = static_cast<char>((told.size() - 8) & 0xff);
    told[5] = static_cast<char>((told.size() - 8) >> 8 & 0xff);
    EXPECT_FALSE(holds_only_pixels(told));
    EXPECT_EQ(only_pixels_of(told), bare);
    EXPECT_FALSE(holds_only_pixels(bare + "here"));
    EXPECT_EQ(only_pixels_of(bare + "here"), "");
    EXPECT_FALSE(holds_only_pixels(sample("picture.jpg")));
}

std::string little(std::size_t number, int bytes) {
    std::string text;
    for (; bytes > 0; --bytes, number >>= 8) text += static_cast<char>(number & 0xff);
    return text;
}
std::string chunk(std::string const& type, std::string const& inside) {
    return type + little(inside.size(), 4) + inside + std::string(inside.size() % 2, '\0');
}
std::string webp(std::string const& chunks) { return "RIFF" + little(chunks.size() + 4, 4) + "WEBP" + chunks; }
std::string canvas(std::size_t width, std::size_t height, char flags = 0, char reserved = 0) {
    return chunk("VP8X", std::string{flags} + std::string(3, reserved) + little(width - 1, 3) + little(height - 1, 3));
}
std::string lossy(std::size_t width, std::size_t height, char first = 0) {
    return chunk("VP8 ", std::string{first} + std::string("\0\0\x9d\x01\x2a", 5) + little(width, 2) +
                             little(height, 2) + "pixels");
}
std::string lossless(std::size_t width, std::size_t height, std::size_t version = 0) {
    return chunk("VP8L", "\x2f" + little((width - 1) | (height - 1) << 14 | version << 29, 4) + "pixels");
}

TEST(Heads, knows_a_picture_that_is_nothing_besides) {
    auto const alpha = chunk("ALPH", "x");
    EXPECT_TRUE(holds_only_pixels(webp(lossy(4, 3))));
    EXPECT_TRUE(holds_only_pixels(webp(lossless(4, 3))));
    EXPECT_TRUE(holds_only_pixels(webp(canvas(4, 3) + lossy(4, 3))));
    EXPECT_TRUE(holds_only_pixels(webp(canvas(4, 3, 0x10) + alpha + lossy(4, 3))));
    EXPECT_TRUE(holds_only_pixels(webp(canvas(4, 3, 0x10) + lossless(4, 3))));
}

// Places where a worker that a file has taken over could put words.
TEST(Heads, finds_no_room_beside_the_pixels) {
    auto const alpha = chunk("ALPH", "words");
    EXPECT_FALSE(holds_only_pixels(webp("")));
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3))));               // no pixels
    EXPECT_FALSE(holds_only_pixels(webp(lossy(4, 3) + lossy(4, 3))));  // a second picture
    EXPECT_FALSE(holds_only_pixels(webp(lossless(4, 3) + chunk("VP8 ", "words"))));
    EXPECT_FALSE(holds_only_pixels(webp(lossy(4, 3) + alpha)));  // behind the pixels
    EXPECT_FALSE(holds_only_pixels(webp(alpha + lossy(4, 3))));  // nobody told of it
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3) + alpha + lossy(4, 3))));
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3, 0x10) + alpha + alpha + lossy(4, 3))));
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3, 0x10) + alpha + lossless(4, 3))));
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3, 0x08) + lossy(4, 3))));    // EXIF
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3, 0, 'w') + lossy(4, 3))));  // reserved bits
    EXPECT_FALSE(holds_only_pixels(webp(canvas(4, 3) + canvas(4, 3) + lossy(4, 3))));
    EXPECT_FALSE(holds_only_pixels(webp(canvas(5, 3) + lossy(4, 3))));  // a larger canvas
    EXPECT_FALSE(holds_only_pixels(webp(lossy(4, 3, 1))));              // leans on another frame
    EXPECT_FALSE(holds_only_pixels(webp(lossless(4, 3, 1))));
    EXPECT_FALSE(holds_only_pixels(webp(chunk("VP8L", "/w"))));
    auto padded = lossless(4, 3);  // eleven bytes and one to fill up
    padded.back() = 'w';
    EXPECT_FALSE(holds_only_pixels(webp(padded)));
}

}  // namespace
}  // namespace kith::media
