#include "faces/weights.hpp"

#include <cstring>

namespace kith::faces {

namespace {

// How many channels lie between the layers, and what comes out for each place: five boxes of five numbers.
constexpr std::size_t colours = 3;
constexpr std::size_t channels[] = {16, 32, 64, 128, 256, 512};
constexpr std::size_t outputs = 25;
constexpr std::size_t around = 9;  // 3 × 3

struct Layout {
    std::size_t tensors = 2 + 2, numbers = 0;
};

constexpr Layout layout() {
    Layout all;
    all.numbers = around * colours * channels[0] + channels[0];
    for (std::size_t layer = 1; layer < std::size(channels); ++layer) {
        all.tensors += 3;
        all.numbers += (around + channels[layer]) * channels[layer - 1] + channels[layer];
    }
    all.numbers += channels[std::size(channels) - 1] * outputs + outputs;
    return all;
}

class Reader {
public:
    explicit Reader(std::string_view bytes)
        : scales_{bytes}, numbers_{bytes.substr(layout().tensors * 2 * sizeof(double))} {}

    std::vector<float> next(std::size_t count) {
        double const scale = next_double(), least = next_double();
        std::vector<float> tensor;
        tensor.reserve(count);
        for (char const byte : numbers_.substr(0, count))
            tensor.push_back(static_cast<float>(static_cast<unsigned char>(byte) * scale + least));
        numbers_.remove_prefix(count);
        return tensor;
    }

private:
    double next_double() {
        double number = 0;
        std::memcpy(&number, scales_.data(), sizeof number);
        scales_.remove_prefix(sizeof number);
        return number;
    }

    std::string_view scales_, numbers_;
};

Mix read_mix(Reader& reader, std::size_t inputs, std::size_t count) {
    auto const matrix = reader.next(inputs * count);
    return Mix::of(inputs, matrix, reader.next(count));
}

}  // namespace

std::optional<Weights> read_weights(std::string_view bytes) {
    if (bytes.size() != layout().tensors * 2 * sizeof(double) + layout().numbers) return std::nullopt;
    Reader reader{bytes};
    Weights read;
    read.first = read_mix(reader, around * colours, channels[0]);
    for (std::size_t layer = 1; layer < std::size(channels); ++layer) {
        auto neighbours = reader.next(around * channels[layer - 1]);
        read.layers.push_back({std::move(neighbours), read_mix(reader, channels[layer - 1], channels[layer])});
    }
    read.last = read_mix(reader, channels[std::size(channels) - 1], outputs);
    return read;
}

}  // namespace kith::faces
