#include "screen/wasm/module.hpp"

#include <string>
#include <variant>

#include "screen/look/look.hpp"
#include "screen/patterns/patterns.hpp"
#include "screen/tagger/word_memory.hpp"

using namespace kith::screen;

namespace {

struct State {
    std::string buffer, learnt, answer;
    Model model;
    Surroundings surroundings;
    Patterns patterns;
    WordMemory memory;  // a draft is looked at again and again while it is written
};

// Made at the first call and never taken apart: a module ends with its worker.
State& state() {
    static State& all = *new State;
    return all;
}

}  // namespace

char* screening_reserve(std::size_t bytes) {
    state().buffer.resize(bytes);
    return state().buffer.data();
}

int screening_learn() {
    auto& all = state();
    all.learnt = std::move(all.buffer);
    all.buffer = {};
    auto read = Model::read(all.learnt);
    all.model = read ? std::move(*read) : Model{};
    return read ? 1 : 0;
}

int screening_surround() {
    auto& all = state();
    all.surroundings = read_surroundings(all.buffer);
    auto compiled = Patterns::compile(all.surroundings.forms);
    auto* const patterns = std::get_if<Patterns>(&compiled);
    all.patterns = patterns ? std::move(*patterns) : Patterns{};
    return patterns ? 1 : 0;
}

char const* screening_look() {
    auto& all = state();
    all.answer = json_of(all.buffer, look_over(all.buffer, all.model, all.surroundings, &all.patterns, &all.memory));
    return all.answer.data();
}

std::size_t screening_answer_bytes() { return state().answer.size(); }
