// The engine with what it has learnt: the tagger, names carried through, the jigsaw, the tone.
#include <algorithm>

#include "checks.hpp"
#include "screen/model/embedded_model.hpp"
#include "screen/tagger/word_memory.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    if (size == 0) return 0;
    screen::Settings settings;
    settings.level = (data[0] & 1U) != 0 ? screen::Level::direct : screen::Level::all;
    settings.today = {2026, 11};
    auto const text = fuzz::bytes_of(data + 1, size - 1);
    auto const report = screen::screen(text, screen::embedded_model(), settings);
    fuzz::check_report(text, report);
    // What other texts have left in a memory changes nothing.
    static screen::WordMemory memory;
    settings.memory = &memory;
    auto const again = screen::screen(text, screen::embedded_model(), settings);
    fuzz::must(std::ranges::equal(report.findings, again.findings,
                                  [](auto const& one, auto const& other) {
                                      return one.start == other.start && one.end == other.end &&
                                             one.what == other.what && one.confidence == other.confidence;
                                  }),
               "a memory of words changes no finding");
    // What was told is given back with the next text.
    settings.known = report.jigsaw.told;
    fuzz::check_report(text, screen::screen(text, screen::embedded_model(), settings));
    return 0;
}
