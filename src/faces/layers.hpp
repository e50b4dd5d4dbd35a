// The few operations that a small network of separable convolutions is made of, row by row, so that a
// layer needs little more memory than its input and its output.
//
// Plain functions over plain values; each may be called from any thread. The same sources build natively
// and to WebAssembly: the vectors are the compiler's own, four floats wide, which both have.
#pragma once

#include <cstddef>
#include <vector>

namespace kith::faces {

// width × height places with `channels` numbers each, row after row.
struct Plane {
    std::size_t width = 0, height = 0, channels = 0;
    std::vector<float> numbers;

    static Plane of(std::size_t width, std::size_t height, std::size_t channels);
    float const* at(std::size_t x, std::size_t y) const { return &numbers[(y * width + x) * channels]; }
    float* at(std::size_t x, std::size_t y) { return &numbers[(y * width + x) * channels]; }
};

// What mixes the channels of a place: a matrix and what is added after it. The columns are kept in blocks
// of eight, as they are used; `outputs_padded` counts those with zeros at the end.
struct Mix {
    std::size_t inputs = 0, outputs = 0, outputs_padded = 0;
    std::vector<float> blocks, bias;

    // `matrix` has inputs × outputs numbers, row after row; `bias` has outputs.
    static Mix of(std::size_t inputs, std::vector<float> const& matrix, std::vector<float> const& bias);
};

// First every channel for itself with its 3 × 3 neighbours (nine rows of so many channels), then the mix.
struct Separable {
    std::vector<float> neighbours;
    Mix mix;
};

// How far the windows of two by two that the largest is taken of lie apart.
enum class Step : std::size_t { one = 1, two = 2 };

// `image` has three channels. 3 × 3 of them into each place, no places made up at the edges: two fewer
// each way. Then halved by the largest of two by two.
Plane convolve_first(Plane const& image, Mix const&);

// Beyond the edges there is zero. Then the largest of two by two.
Plane convolve(Plane const&, Separable const&, Step);

// Each place for itself, and nothing done to what comes out. The answer has outputs_padded channels.
Plane mix(Plane const&, Mix const&);

}  // namespace kith::faces
