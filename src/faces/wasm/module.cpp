#include "faces/wasm/module.hpp"

#include <optional>
#include <vector>

#include "faces/detector.hpp"

using namespace kith::faces;

namespace {

struct State {
    std::vector<unsigned char> buffer;
    std::optional<Detector> detector;
    std::vector<Box> seen;
    std::vector<float> found;
    std::size_t count = 0;
};

// Made at the first call and never taken apart: a module ends with its worker.
State& state() {
    static State& all = *new State;
    return all;
}

}  // namespace

unsigned char* faces_reserve(std::size_t bytes) {
    state().buffer.resize(bytes);
    return state().buffer.data();
}

int faces_learn() {
    auto& all = state();
    all.detector = Detector::open({reinterpret_cast<char const*>(all.buffer.data()), all.buffer.size()});
    return all.detector ? 1 : 0;
}

void faces_look(std::size_t width, std::size_t height) {
    auto& all = state();
    if (!all.detector) return;
    auto const boxes = all.detector->look(all.buffer, width, height);
    all.seen.insert(all.seen.end(), boxes.begin(), boxes.end());
}

float const* faces_found() {
    auto& all = state();
    all.found.clear();
    auto const best = best_of(std::move(all.seen));
    all.seen.clear();
    for (auto const& box : best) all.found.insert(all.found.end(), {box.x, box.y, box.width, box.height, box.score});
    all.count = best.size();
    return all.found.data();
}

std::size_t faces_count() { return state().count; }
