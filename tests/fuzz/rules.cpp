// The engine with nothing learnt: rules, overlaps, wordings. Its first byte chooses the settings.
#include "checks.hpp"
#include "screen/model.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    if (size == 0) return 0;
    screen::Settings settings;
    settings.level = (data[0] & 1U) != 0 ? screen::Level::direct : screen::Level::all;
    settings.region = static_cast<screen::Region>(1 + (data[0] >> 1U) % 3);
    settings.today = (data[0] & 8U) != 0 ? screen::Today{2026, 11} : screen::Today{};
    settings.nearness = static_cast<screen::Nearness>(data[0] >> 4U & 3U);
    auto const text = fuzz::bytes_of(data + 1, size - 1);
    screen::Work work;
    auto const report = screen::screen(text, screen::Model{}, settings, work);
    fuzz::check_report(text, report);
    // A generous bound: what is looked at grows in proportion.
    fuzz::must(work.steps <= 100'000 + 2'000 * text.size(), "steps grow in proportion to the text");
    return 0;
}
