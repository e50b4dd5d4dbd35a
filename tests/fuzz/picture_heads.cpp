// The first bytes of a file, read before any decoder sees them; and the same bytes as what a worker says.
#include "checks.hpp"
#include "platform/media/made.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    if (auto const kind = media::kind_of(bytes)) (void)media::extent_of(*kind, bytes);
    for (auto const kind : {media::FileKind::jpeg, media::FileKind::png, media::FileKind::webp, media::FileKind::heic})
        if (auto const extent = media::extent_of(kind, bytes); extent && media::fits(*extent))
            fuzz::must(extent->pixels() <= media::picture_pixels_max, "what fits is not too large");
    auto const pixels = media::only_pixels_of(bytes);
    fuzz::must(pixels.empty() || media::holds_only_pixels(pixels), "only pixels are only pixels");
    fuzz::must(pixels.size() <= size, "nothing is added");
    if (auto const made = media::read_told(bytes))
        for (auto const& version : made->versions)
            fuzz::must(media::holds_only_pixels(version.bytes), "a worker is believed no more than its pixels");
    return 0;
}
