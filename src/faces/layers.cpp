#include "faces/layers.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace kith::faces {

namespace {

using Four = float __attribute__((vector_size(16)));
constexpr std::size_t lane = 4;
constexpr std::size_t block = 2 * lane;    // outputs summed at once
constexpr std::size_t places_at_once = 4;  // and for so many places: eight sums stay in registers
constexpr float leak = 0.1F;

Four load(float const* from) {
    Four four;
    std::memcpy(&four, from, sizeof four);
    return four;
}

void store(float* to, Four four) { std::memcpy(to, &four, sizeof four); }

Four all(float number) { return Four{number, number, number, number}; }

float leaky(float number) { return number > 0 ? number : leak * number; }

// One block of outputs for `Places` places that lie side by side.
template <std::size_t Places>
void mix_block(float const* in, Mix const& mix, std::size_t first, float* out) {
    Four sums[Places][2] = {};
    float const* columns = &mix.blocks[first * mix.inputs];
    for (std::size_t input = 0; input < mix.inputs; ++input, columns += block) {
        auto const left = load(columns), right = load(columns + lane);
        for (std::size_t place = 0; place < Places; ++place) {
            auto const number = all(in[place * mix.inputs + input]);
            sums[place][0] += number * left;
            sums[place][1] += number * right;
        }
    }
    for (std::size_t place = 0; place < Places; ++place) {
        float* const to = out + place * mix.outputs_padded + first;
        store(to, sums[place][0] + load(&mix.bias[first]));
        store(to + lane, sums[place][1] + load(&mix.bias[first + lane]));
    }
}

void mix_row(float const* in, std::size_t width, Mix const& mix, float* out) {
    std::size_t place = 0;
    for (; place + places_at_once <= width; place += places_at_once)
        for (std::size_t first = 0; first < mix.outputs_padded; first += block)
            mix_block<places_at_once>(in + place * mix.inputs, mix, first, out + place * mix.outputs_padded);
    for (; place < width; ++place)
        for (std::size_t first = 0; first < mix.outputs_padded; first += block)
            mix_block<1>(in + place * mix.inputs, mix, first, out + place * mix.outputs_padded);
}

// The nine neighbours of each place in row y, one after another.
void gather_row(Plane const& image, std::size_t y, std::size_t width, std::vector<float>& row) {
    auto const across = 3 * image.channels;
    for (std::size_t x = 0; x < width; ++x)
        for (std::size_t down = 0; down < 3; ++down)
            std::memcpy(&row[(x * 3 + down) * across], image.at(x, y + down), across * sizeof(float));
}

// Every channel for itself, with its neighbours; channels are a multiple of four.
void neighbours_row(Plane const& in, std::vector<float> const& weights, std::size_t y, std::vector<float>& row) {
    std::fill(row.begin(), row.end(), 0.0F);
    for (std::size_t down = 0; down < 3; ++down) {
        if (y + down < 1 || y + down > in.height) continue;
        for (std::size_t x = 0; x < in.width; ++x) {
            for (std::size_t right = 0; right < 3; ++right) {
                if (x + right < 1 || x + right > in.width) continue;
                float const* const from = in.at(x + right - 1, y + down - 1);
                float const* const weight = &weights[(down * 3 + right) * in.channels];
                float* const to = &row[x * in.channels];
                for (std::size_t channel = 0; channel < in.channels; channel += lane)
                    store(to + channel, load(to + channel) + load(from + channel) * load(weight + channel));
            }
        }
    }
}

// Row y of what was computed, laid over those rows of `out` whose windows reach it.
void take_largest(std::vector<float> const& row, std::size_t y, std::size_t width, Step step, Plane& out) {
    auto const first_window = [step](std::size_t place) {
        return step == Step::two ? place / 2 : std::max<std::size_t>(place, 1) - 1;
    };
    auto const last_window = [step](std::size_t place) { return step == Step::two ? place / 2 : place; };
    for (std::size_t x = 0; x < width; ++x) {
        float const* const from = &row[x * out.channels];
        for (auto down = first_window(y); down <= last_window(y); ++down) {
            for (auto right = first_window(x); right <= last_window(x); ++right) {
                float* const to = out.at(right, down);
                for (std::size_t channel = 0; channel < out.channels; ++channel)
                    to[channel] = std::max(to[channel], leaky(from[channel]));
            }
        }
    }
}

Plane room_for_largest(std::size_t width, std::size_t height, std::size_t channels, Step step) {
    auto const windows = [step](std::size_t places) { return step == Step::two ? (places + 1) / 2 : places; };
    auto out = Plane::of(windows(width), windows(height), channels);
    std::ranges::fill(out.numbers, std::numeric_limits<float>::lowest());
    return out;
}

}  // namespace

Plane Plane::of(std::size_t width, std::size_t height, std::size_t channels) {
    return {width, height, channels, std::vector<float>(width * height * channels)};
}

Mix Mix::of(std::size_t inputs, std::vector<float> const& matrix, std::vector<float> const& bias) {
    auto const outputs = bias.size();
    auto const padded = (outputs + block - 1) / block * block;
    Mix made{inputs, outputs, padded, std::vector<float>(inputs * padded), bias};
    made.bias.resize(padded);
    for (std::size_t input = 0; input < inputs; ++input)
        for (std::size_t output = 0; output < outputs; ++output)
            made.blocks[(output / block * inputs + input) * block + output % block] = matrix[input * outputs + output];
    return made;
}

Plane convolve_first(Plane const& image, Mix const& all) {
    auto const width = image.width - 2, height = image.height - 2;
    std::vector<float> gathered(width * all.inputs), row(width * all.outputs_padded);
    auto out = room_for_largest(width, height, all.outputs_padded, Step::two);
    for (std::size_t y = 0; y < height; ++y) {
        gather_row(image, y, width, gathered);
        mix_row(gathered.data(), width, all, row.data());
        take_largest(row, y, width, Step::two, out);
    }
    return out;
}

Plane convolve(Plane const& in, Separable const& layer, Step step) {
    std::vector<float> gathered(in.width * in.channels), row(in.width * layer.mix.outputs_padded);
    auto out = room_for_largest(in.width, in.height, layer.mix.outputs_padded, step);
    for (std::size_t y = 0; y < in.height; ++y) {
        neighbours_row(in, layer.neighbours, y, gathered);
        mix_row(gathered.data(), in.width, layer.mix, row.data());
        take_largest(row, y, in.width, step, out);
    }
    return out;
}

Plane mix(Plane const& in, Mix const& all) {
    auto out = Plane::of(in.width, in.height, all.outputs_padded);
    for (std::size_t y = 0; y < in.height; ++y) mix_row(in.at(0, y), in.width, all, out.at(0, y));
    return out;
}

}  // namespace kith::faces
