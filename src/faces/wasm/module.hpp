// The detector as a WebAssembly module: what its worker in the browser calls (web/faces/module.ts).
//
// Bytes go in through one buffer, and boxes come out through another; both are the module's own, and what
// lies in them holds until the next call. One thread. The module imports nothing: no clock, no files, no
// network, so no picture can leave it. Compiled natively these are plain functions.
#pragma once

#include <cstddef>

#ifdef __wasm__
#define KITH_EXPORT(name) __attribute__((export_name(#name)))
#else
#define KITH_EXPORT(name)
#endif

extern "C" {

// Room for so many bytes, to be filled before one of the next two is called.
KITH_EXPORT(faces_reserve) unsigned char* faces_reserve(std::size_t bytes);

// The buffer holds the weights (faces/weights.hpp). 0 when it does not.
KITH_EXPORT(faces_learn) int faces_learn();

// The buffer holds the pixels of a picture, four bytes each. The same picture may be shown at several sizes.
KITH_EXPORT(faces_look) void faces_look(std::size_t width, std::size_t height);

// What was found at all sizes since the last call: five floats for each of faces_count() boxes (left, top,
// width, height as parts of the picture, and the score), likeliest first.
KITH_EXPORT(faces_found) float const* faces_found();
KITH_EXPORT(faces_count) std::size_t faces_count();

}  // extern "C"
