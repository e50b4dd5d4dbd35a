// A text made plain, and the way back.
#include "screen/normalise.hpp"
#include "checks.hpp"
#include "screen/tokens.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    auto const text = fuzz::bytes_of(data, size);
    screen::Folded const folded{text};
    fuzz::must(folded.cased().size() == folded.lower().size(), "both lanes have one length");
    bool const sound = scan::utf8_prefix(text) == text.size();
    std::uint32_t last = 0;
    for (auto const& token : screen::tokens_of(folded)) {
        fuzz::must(token.start < token.end && token.end <= folded.lower().size(), "a token lies in the lanes");
        fuzz::must(token.start >= last, "tokens stand in order");
        last = token.end;
        auto const [start, end] = folded.origin(token.start, token.end);
        fuzz::must(start < end && end <= text.size(), "a token came from bytes of the text");
        if (sound) fuzz::must(fuzz::is_boundary(text, start) && fuzz::is_boundary(text, end), "of whole characters");
    }
    return 0;
}
