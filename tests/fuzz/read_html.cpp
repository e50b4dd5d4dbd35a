// The reader of HTML: fed at once and in small steps.
#include "checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    if (size == 0) return 0;
    auto const bytes = fuzz::bytes_of(data + 1, size - 1);
    fuzz::check_extractor(*scan::html_extractor(), bytes, bytes.size(), bytes.size() + 1);
    std::size_t const step = 1 + data[0] % 64;
    fuzz::check_extractor(*scan::html_extractor(), bytes, step, 4 * step);
    return 0;
}
