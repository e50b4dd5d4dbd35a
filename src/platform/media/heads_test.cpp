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

}  // namespace
}  // namespace kith::media
