// What the C++ library would ask of an operating system, where there is none: the module stops instead,
// and its worker says so. With these in place nothing is left that has to be imported.
#ifdef __wasm__

#include <cstdlib>
#include <new>

// How libc++ ends a program without exceptions; its own would print first.
void std::__libcpp_verbose_abort(char const*, ...) { __builtin_trap(); }

extern "C" void abort() { __builtin_trap(); }

namespace {

void* taken(void* memory) {
    if (!memory) __builtin_trap();
    return memory;
}

}  // namespace

void* operator new(std::size_t bytes) { return taken(std::malloc(bytes ? bytes : 1)); }
void* operator new[](std::size_t bytes) { return taken(std::malloc(bytes ? bytes : 1)); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

#endif
