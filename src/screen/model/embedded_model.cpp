// Not part of the WebAssembly module, which is handed the file (wasm/module.hpp).
#ifndef __wasm__

#include "screen/model/embedded_model.hpp"

#include <cstddef>

namespace kith::screen {

namespace {

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
#if __has_embed("kith.model")
// Sections are read as wider numbers where they lie.
alignas(16) constexpr unsigned char bytes[] = {
#embed "kith.model"
};
constexpr std::size_t size = sizeof bytes;
#else
constexpr unsigned char bytes[] = {0};
constexpr std::size_t size = 0;
#endif
#pragma clang diagnostic pop

}  // namespace

Model const& embedded_model() {
    static Model const model =
        Model::read(std::string_view{reinterpret_cast<char const*>(bytes), size}).value_or(Model{});
    return model;
}

}  // namespace kith::screen

#endif
