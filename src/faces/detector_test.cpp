// What the network says of pictures is compared with face-api itself: tests/browser/faces.test.mjs.
#include "faces/detector.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kith::faces {
namespace {

constexpr std::size_t weights_bytes = 19 * 16 + 193'321;

TEST(Faces, OfBoxesOverEachOtherTheLikeliestStays) {
    auto const best =
        best_of({{0.1F, 0.1F, 0.2F, 0.2F, 0.6F}, {0.11F, 0.1F, 0.2F, 0.2F, 0.9F}, {0.6F, 0.6F, 0.2F, 0.2F, 0.7F}});
    ASSERT_EQ(best.size(), 2u);
    EXPECT_FLOAT_EQ(best[0].score, 0.9F);
    EXPECT_FLOAT_EQ(best[1].score, 0.7F);
}

TEST(Faces, FacesSideBySideBothStay) {
    EXPECT_EQ(best_of({{0.1F, 0.1F, 0.2F, 0.2F, 0.6F}, {0.25F, 0.1F, 0.2F, 0.2F, 0.9F}}).size(), 2u);
}

TEST(Faces, BytesThatAreNoWeightsAreRefused) {
    EXPECT_FALSE(Detector::open(""));
    EXPECT_FALSE(Detector::open(std::string(weights_bytes - 1, 'a')));
    EXPECT_FALSE(Detector::open(std::string(weights_bytes + 1, 'a')));
    EXPECT_TRUE(Detector::open(std::string(weights_bytes, '\0')));
}

TEST(Faces, APictureOfAnyShapeCanBeLookedAt) {
    auto const detector = Detector::open(std::string(weights_bytes, '\0'));
    ASSERT_TRUE(detector);
    for (auto const [width, height] : {std::pair<std::size_t, std::size_t>{1, 1}, {1, 200}, {33, 31}, {0, 5}}) {
        std::vector<unsigned char> const pixels(width * height * 4, 128);
        // Weights of nothing say "one half" everywhere: that is more than is asked for.
        EXPECT_EQ(detector->look(pixels, width, height).empty(), width == 0);
    }
    EXPECT_TRUE(detector->look(std::vector<unsigned char>(8), 100, 100).empty()) << "fewer bytes than pixels";
}

}  // namespace
}  // namespace kith::faces
