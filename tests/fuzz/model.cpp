// The file of what was learnt, as somebody may have changed it: as bytes, and, since those rarely have the
// right checksum, as sections of the right names that hold anything.
#include <array>

#include "checks.hpp"
#include "screen/model.hpp"

namespace {

constexpr std::string_view text =
    "My client Bramble Thistle, 14, lives in Nantwich with twins. Otto from Wharf School is a total idiot. "
    "He was born on 3 March 2011, and bramble rang on 07700 900123.";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    auto const bytes = fuzz::bytes_of(data, size);
    if (auto const model = screen::Model::read(bytes)) fuzz::check_report(text, screen::screen(text, *model, {}));

    // Each section takes as many bytes as two bytes before it say.
    constexpr std::array<std::string_view, 6> names{"tagger", "words", "names", "places", "tone", "gate"};
    std::vector<screen::NamedSection> sections;
    std::string_view rest = bytes;
    for (auto const name : names) {
        if (rest.size() < 2) break;
        auto const wanted = static_cast<std::size_t>(static_cast<unsigned char>(rest[0])) |
                            static_cast<std::size_t>(static_cast<unsigned char>(rest[1])) << 8U;
        sections.push_back({name, rest.substr(2, wanted)});
        rest.remove_prefix(std::min(rest.size(), 2 + wanted));
    }
    auto const written = screen::write_model(1, sections);
    auto const model = screen::Model::read(written);
    fuzz::must(model.has_value(), "a model that was written is read");
    fuzz::check_report(text, screen::screen(text, *model, {}));
    return 0;
}
