#include "faces/detector.hpp"

#include <algorithm>
#include <cmath>

namespace kith::faces {

namespace {

constexpr std::size_t stride = 32;  // pixels that one place of the answer stands for
constexpr std::size_t bytes_of_pixel = 4;
constexpr float mean[] = {117.001F, 114.697F, 97.404F};  // of the pictures that it learnt from

struct Shape {
    float width, height;
};
// The five forms that a box begins as, in strides.
constexpr Shape anchors[] = {{1.603231F, 2.094468F},
                             {6.041143F, 7.080126F},
                             {2.882459F, 3.518061F},
                             {4.266906F, 5.178857F},
                             {9.041765F, 10.66308F}};
constexpr std::size_t numbers_of_box = 5;

float sigmoid(float number) { return 1 / (1 + std::exp(-number)); }

std::size_t whole_strides(std::size_t pixels) { return (pixels + stride - 1) / stride * stride; }

// What lies beyond the picture is black, as when the network learnt.
Plane plane_of(std::span<unsigned char const> pixels, std::size_t width, std::size_t height) {
    auto plane = Plane::of(whole_strides(width), whole_strides(height), std::size(mean));
    for (std::size_t y = 0; y < plane.height; ++y) {
        for (std::size_t x = 0; x < plane.width; ++x) {
            bool const inside = x < width && y < height;
            for (std::size_t colour = 0; colour < std::size(mean); ++colour) {
                auto const value = inside ? pixels[(y * width + x) * bytes_of_pixel + colour] : 0;
                plane.at(x, y)[colour] = (static_cast<float>(value) - mean[colour]) / 255;
            }
        }
    }
    return plane;
}

void read_place(Plane const& answer, std::size_t x, std::size_t y, Shape picture, std::vector<Box>& found) {
    for (std::size_t anchor = 0; anchor < std::size(anchors); ++anchor) {
        float const* const said = answer.at(x, y) + anchor * numbers_of_box;
        float const score = sigmoid(said[4]);
        if (!(score > score_min)) continue;
        float const width = std::exp(said[2]) * anchors[anchor].width,
                    height = std::exp(said[3]) * anchors[anchor].height;
        float const left = static_cast<float>(x) + sigmoid(said[0]) - width / 2,
                    top = static_cast<float>(y) + sigmoid(said[1]) - height / 2;
        float const across = stride / picture.width, down = stride / picture.height;
        found.push_back({left * across, top * down, width * across, height * down, score});
    }
}

float overlap(Box const& one, Box const& other) {
    float const width = std::min(one.x + one.width, other.x + other.width) - std::max(one.x, other.x);
    float const height = std::min(one.y + one.height, other.y + other.height) - std::max(one.y, other.y);
    if (width <= 0 || height <= 0) return 0;
    float const both = width * height;
    return both / (one.width * one.height + other.width * other.height - both);
}

}  // namespace

std::optional<Detector> Detector::open(std::string_view weights) {
    auto read = read_weights(weights);
    if (!read) return std::nullopt;
    return Detector{std::move(*read)};
}

std::vector<Box> Detector::look(std::span<unsigned char const> pixels, std::size_t width, std::size_t height) const {
    if (width == 0 || height == 0 || pixels.size() < width * height * bytes_of_pixel) return {};
    auto plane = convolve_first(plane_of(pixels, width, height), weights_.first);
    for (auto const& layer : weights_.layers)
        plane = convolve(plane, layer, &layer == &weights_.layers.back() ? Step::one : Step::two);
    plane = mix(plane, weights_.last);
    std::vector<Box> found;
    for (std::size_t y = 0; y < plane.height; ++y)
        for (std::size_t x = 0; x < plane.width; ++x)
            read_place(plane, x, y, {static_cast<float>(width), static_cast<float>(height)}, found);
    return found;
}

std::vector<Box> best_of(std::vector<Box> boxes) {
    std::ranges::stable_sort(boxes, std::greater{}, &Box::score);
    std::vector<Box> best;
    for (auto const& box : boxes)
        if (std::ranges::none_of(best, [&box](Box const& better) { return overlap(box, better) > overlap_max; }))
            best.push_back(box);
    return best;
}

}  // namespace kith::faces
