// Finds faces in a picture: the tiny face detector that face-api publishes, with its own weights, run by a
// few functions of ours (docs/decisions/0015-faces.md). It is asked on the device of whoever chose the
// picture; the server never runs it.
//
// One thread. Gives nothing back but places: nothing of a face is kept, compared or told apart. It misses
// faces that are turned away, covered, or smaller than about a thirtieth of the picture.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "faces/weights.hpp"

namespace kith::faces {

// Where a face may be, as parts of the picture's width and height; may reach beyond its edges.
struct Box {
    float x = 0, y = 0, width = 0, height = 0;
    float score = 0;  // from 0 to 1
};

inline constexpr float score_min = 0.4F;    // less is no face: a blur too many is a tap, one too few is a face
inline constexpr float overlap_max = 0.4F;  // boxes that share more of what they cover are one face

class Detector {
public:
    // Nothing when the bytes are no weights.
    static std::optional<Detector> open(std::string_view weights);

    // `pixels`: red, green, blue and one more, each a byte, row after row. All that may be a face.
    std::vector<Box> look(std::span<unsigned char const> pixels, std::size_t width, std::size_t height) const;

private:
    explicit Detector(Weights weights) : weights_{std::move(weights)} {}
    Weights weights_;
};

// Of boxes that lie over each other the likeliest, likeliest first.
std::vector<Box> best_of(std::vector<Box>);

}  // namespace kith::faces
