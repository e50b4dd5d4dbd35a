#include "scan/with_memory.hpp"

#include "screen/tagger/word_memory.hpp"

namespace kith::scan {

screen::Report screen_with_memory(std::string_view text, screen::Model const& model, screen::Settings settings) {
    static thread_local screen::WordMemory memory{screen::MemorySize::archive};
    settings.memory = &memory;
    return screen::screen(text, model, settings);
}

}  // namespace kith::scan
