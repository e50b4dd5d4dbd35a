// The engine with what it has learnt: the tagger, names carried through, the jigsaw, the tone.
#include "checks.hpp"
#include "screen/model/embedded_model.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    if (size == 0) return 0;
    screen::Settings settings;
    settings.level = (data[0] & 1U) != 0 ? screen::Level::direct : screen::Level::all;
    settings.today = {2026, 11};
    auto const text = fuzz::bytes_of(data + 1, size - 1);
    auto const report = screen::screen(text, screen::embedded_model(), settings);
    fuzz::check_report(text, report);
    // What was told is given back with the next text.
    settings.known = report.jigsaw.told;
    fuzz::check_report(text, screen::screen(text, screen::embedded_model(), settings));
    return 0;
}
