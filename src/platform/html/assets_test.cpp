#include "platform/html/assets.hpp"

#include <string>

#include <gtest/gtest.h>

namespace kith::assets {
namespace {

TEST(Assets, EveryOneIsFoundByTheAddressThatItsNameLeadsTo) {
    for (auto const* name :
         {"main.css", "main.js", "icons.svg", "favicon.svg", "atkinson.woff2", "kith.webmanifest", "worker.js"})
        EXPECT_NE(path_of(name), "") << name;
    for (auto const& asset : all()) {
        EXPECT_EQ(find(path_of(asset.name)), &asset);
        bool const by_name = asset.path == "/app/worker.js" || asset.path == "/apple-touch-icon.png";
        EXPECT_TRUE(by_name || asset.path.starts_with("/assets/")) << asset.path;
        EXPECT_FALSE(asset.type.empty()) << asset.path;
        EXPECT_FALSE(asset.identity.empty()) << asset.path;
    }
}

TEST(Assets, AnythingElseIsNotThere) {
    EXPECT_EQ(find("/assets/main.css"), nullptr);
    EXPECT_EQ(find("/assets/../key"), nullptr);
    EXPECT_EQ(find(""), nullptr);
    EXPECT_EQ(path_of("main"), "");
}

// The weights that a first visit may have, in bytes.
TEST(Assets, AreLight) {
    EXPECT_LE(find(path_of("main.css"))->brotli.size(), 9'000U);
    EXPECT_LE(find(path_of("main.js"))->brotli.size(), 16'000U);
    EXPECT_LE(find(path_of("atkinson.woff2"))->identity.size(), 40U * 1024);
}

TEST(Assets, TheStylesheetNamesTheFontByItsAddress) {
    EXPECT_NE(find(path_of("main.css"))->identity.find(path_of("atkinson.woff2")), std::string_view::npos);
}

TEST(Assets, BytesSurviveTheWayIntoTheProgram) {
    auto const font = find(path_of("atkinson.woff2"))->identity;
    EXPECT_EQ(font.substr(0, 4), "wOF2");
    // The length that the font itself states, at its eighth byte.
    auto const byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(font[at])); };
    EXPECT_EQ(byte(8) << 24 | byte(9) << 16 | byte(10) << 8 | byte(11), font.size());
    EXPECT_EQ(find(path_of("main.css"))->gzip.substr(0, 2), "\x1f\x8b");
}

}  // namespace
}  // namespace kith::assets
