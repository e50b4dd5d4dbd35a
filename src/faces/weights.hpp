// What the network has learnt, as tools/face_weights.mjs writes it from the package's two files: for each
// of its tensors, in the network's own order, a scale and a least value (doubles, little-endian), then all
// the tensors' bytes. A byte q stands for q * scale + least.
//
// Pure; fails with nothing when the bytes are not exactly as long as that.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "faces/layers.hpp"

namespace kith::faces {

struct Weights {
    Mix first;
    std::vector<Separable> layers;
    Mix last;
};

std::optional<Weights> read_weights(std::string_view bytes);

}  // namespace kith::faces
