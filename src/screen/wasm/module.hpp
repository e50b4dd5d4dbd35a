// The engine as a WebAssembly module: what its worker in the browser calls (web/screening/module.ts).
//
// Bytes go in through one buffer and JSON comes out through another; both are the module's own, and
// what lies in them holds until the next call. One thread, one text at a time. The module imports
// nothing: no clock, no files, no network, so nothing that it reads can leave it but as an answer.
// Compiled natively these are plain functions, for the tests that compare the two.
#pragma once

#include <cstddef>

#ifdef __wasm__
#define KITH_EXPORT(name) __attribute__((export_name(#name)))
#else
#define KITH_EXPORT(name)
#endif

extern "C" {

// Room for so many bytes, to be filled before one of the next three is called.
KITH_EXPORT(screening_reserve) char* screening_reserve(std::size_t bytes);

// The buffer holds what the engine has learnt; it is taken over. 0 when it is no model: then the rules
// go on without.
KITH_EXPORT(screening_learn) int screening_learn();

// The buffer holds surroundings as text (look/surroundings.hpp). 0 when a form of the group's own could
// not be read: then all forms are left out.
KITH_EXPORT(screening_surround) int screening_surround();

// The buffer holds a text. Answers its look as JSON (look/look.hpp) of screening_answer_bytes() bytes.
KITH_EXPORT(screening_look) char const* screening_look();
KITH_EXPORT(screening_answer_bytes) std::size_t screening_answer_bytes();

}  // extern "C"
