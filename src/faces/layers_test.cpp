#include "faces/layers.hpp"

#include <gtest/gtest.h>

namespace kith::faces {
namespace {

// So many numbers, all different and small.
std::vector<float> numbers(std::size_t count) {
    std::vector<float> made(count);
    for (std::size_t place = 0; place < count; ++place) made[place] = static_cast<float>(place * 37 % 101) / 50 - 1;
    return made;
}

Plane plane_of(std::size_t width, std::size_t height, std::size_t channels) {
    return {width, height, channels, numbers(width * height * channels)};
}

float leaky(float number) { return number > 0 ? number : 0.1F * number; }

TEST(Layers, AMixIsAMatrixForEachPlace) {
    auto const in = plane_of(7, 3, 5);
    auto const matrix = numbers(5 * 11), bias = numbers(11);
    auto const out = mix(in, Mix::of(5, matrix, bias));
    ASSERT_EQ(out.channels, 16u) << "whole blocks of eight";
    for (std::size_t y = 0; y < 3; ++y) {
        for (std::size_t x = 0; x < 7; ++x) {
            for (std::size_t output = 0; output < 11; ++output) {
                float sum = bias[output];
                for (std::size_t input = 0; input < 5; ++input) sum += in.at(x, y)[input] * matrix[input * 11 + output];
                EXPECT_NEAR(out.at(x, y)[output], sum, 1e-4);
            }
        }
    }
}

// What one place of a separable layer says, computed the long way.
float said(Plane const& in, std::vector<float> const& around, std::vector<float> const& matrix,
           std::vector<float> const& bias, std::size_t x, std::size_t y, std::size_t output) {
    float sum = bias[output];
    for (std::size_t channel = 0; channel < in.channels; ++channel) {
        float gathered = 0;
        for (std::size_t down = 0; down < 3; ++down)
            for (std::size_t right = 0; right < 3; ++right)
                if (x + right >= 1 && x + right <= in.width && y + down >= 1 && y + down <= in.height)
                    gathered += in.at(x + right - 1, y + down - 1)[channel] *
                                around[(down * 3 + right) * in.channels + channel];
        sum += gathered * matrix[channel * bias.size() + output];
    }
    return leaky(sum);
}

void expect_largest(Step step, std::size_t width, std::size_t height) {
    auto const in = plane_of(width, height, 4);
    auto const around = numbers(9 * 4), matrix = numbers(4 * 8), bias = numbers(8);
    auto const out = convolve(in, {around, Mix::of(4, matrix, bias)}, step);
    auto const apart = static_cast<std::size_t>(step);
    ASSERT_EQ(out.width, (width + apart - 1) / apart);
    ASSERT_EQ(out.height, (height + apart - 1) / apart);
    for (std::size_t y = 0; y < out.height; ++y) {
        for (std::size_t x = 0; x < out.width; ++x) {
            for (std::size_t output = 0; output < 8; ++output) {
                float largest = -1e9F;
                for (auto down = y * apart; down < std::min(y * apart + 2, height); ++down)
                    for (auto right = x * apart; right < std::min(x * apart + 2, width); ++right)
                        largest = std::max(largest, said(in, around, matrix, bias, right, down, output));
                EXPECT_NEAR(out.at(x, y)[output], largest, 1e-4) << x << ", " << y;
            }
        }
    }
}

TEST(Layers, ASeparableLayerTakesTheLargestOfTwoByTwo) {
    expect_largest(Step::two, 8, 6);
    expect_largest(Step::two, 7, 5);
    expect_largest(Step::one, 5, 4);
}

TEST(Layers, TheFirstLayerSeesThreeByThreeOfEveryColour) {
    auto const image = plane_of(8, 6, 3);
    auto const matrix = numbers(27 * 8), bias = numbers(8);
    auto const out = convolve_first(image, Mix::of(27, matrix, bias));
    ASSERT_EQ(out.width, 3u);
    ASSERT_EQ(out.height, 2u);
    float largest = -1e9F;
    for (std::size_t y = 2; y < 4; ++y) {
        for (std::size_t x = 4; x < 6; ++x) {
            float sum = bias[5];
            for (std::size_t near = 0; near < 27; ++near)
                sum += image.at(x + near / 3 % 3, y + near / 9)[near % 3] * matrix[near * 8 + 5];
            largest = std::max(largest, leaky(sum));
        }
    }
    EXPECT_NEAR(out.at(2, 1)[5], largest, 1e-4);
}

}  // namespace
}  // namespace kith::faces
