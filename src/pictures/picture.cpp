#include "pictures/picture.hpp"

#include <gmodule.h>
#include <vips/vips.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace kith::pictures {

namespace {

struct Unref {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
using Image = std::unique_ptr<VipsImage, Unref>;

using Made = media::Made;
using Refused = media::Refused;

// A shrunken JPEG costs a quarter to decode; what is left is still twice as large as what is made of it.
int shrink_for(media::Extent extent) {
    auto const longer = static_cast<int>(std::max(extent.width, extent.height));
    int shrink = 1;
    while (shrink < 8 && longer / (shrink * 2) >= sides.back() * 2) shrink *= 2;
    return shrink;
}

Image load(media::FileKind kind, std::string_view bytes, media::Extent extent) {
    auto* const data = const_cast<char*>(bytes.data());
    auto const size = bytes.size();
    VipsImage* image = nullptr;
    auto const sequential = VIPS_ACCESS_SEQUENTIAL;
    auto const whole = VIPS_FAIL_ON_TRUNCATED;
    switch (kind) {
        case media::FileKind::jpeg:
            vips_jpegload_buffer(data, size, &image, "access", sequential, "fail_on", whole, "shrink",
                                 shrink_for(extent), nullptr);
            break;
        case media::FileKind::png:
            vips_pngload_buffer(data, size, &image, "access", sequential, "fail_on", whole, nullptr);
            break;
        case media::FileKind::webp:
            vips_webpload_buffer(data, size, &image, "access", sequential, "fail_on", whole, nullptr);
            break;
        case media::FileKind::heic:
            vips_heifload_buffer(data, size, &image, "access", sequential, "fail_on", whole, nullptr);
            break;
        case media::FileKind::pdf: break;
    }
    return Image{image};
}

// At most `side` pixels on the longer side, turned, in sRGB, in memory.
Image smaller(VipsImage* from, int side) {
    VipsImage* image = nullptr;
    if (vips_thumbnail_image(from, &image, side, "height", side, "size", VIPS_SIZE_DOWN, "export_profile", "srgb",
                             nullptr) != 0)
        return {};
    Image const thumbnail{image};
    VipsImage* in_srgb = nullptr;
    if (vips_colourspace(thumbnail.get(), &in_srgb, VIPS_INTERPRETATION_sRGB, nullptr) != 0) return {};
    Image const coloured{in_srgb};
    VipsImage* in_bytes = nullptr;
    if (vips_cast(coloured.get(), &in_bytes, VIPS_FORMAT_UCHAR, nullptr) != 0) return {};
    Image const plain{in_bytes};
    return Image{vips_image_copy_memory(plain.get())};
}

// Without anything but pixels: what a camera, a program or a person has written beside them is taken off, and what the
// encoder itself writes there (libvips 8.14 does, whatever it is told). Who asked for it looks again.
std::string saved(VipsImage* image) {
    std::unique_ptr<char*, decltype(&g_strfreev)> const fields{vips_image_get_fields(image), &g_strfreev};
    for (auto* const* field = fields.get(); field != nullptr && *field != nullptr; ++field)
        vips_image_remove(image, *field);
    void* bytes = nullptr;
    std::size_t size = 0;
    if (vips_webpsave_buffer(image, &bytes, &size, "Q", webp_quality, "strip", TRUE, nullptr) != 0) return {};
    auto webp = media::only_pixels_of({static_cast<char const*>(bytes), size});
    g_free(bytes);
    return webp;
}

media::Version version_of(VipsImage* image, int side) {
    return {std::to_string(side),
            {static_cast<std::uint32_t>(vips_image_get_width(image)),
             static_cast<std::uint32_t>(vips_image_get_height(image))},
            saved(image)};
}

}  // namespace

bool ready_decoders() {
    // libvips loads every module that it finds (ImageMagick, OpenSlide and more): it is told of no place for them, and
    // the one that reads HEIC is opened by its name.
    setenv("VIPSHOME", "/nonexistent", 1);
    setenv("VIPS_DISC_THRESHOLD", "4g", 1);  // never a file
    setenv("VIPS_WARNING", "0", 1);
    setenv("VIPS_NOVECTOR", "1", 1);  // no code made while it runs
    if (vips_init("kith-pictures") != 0) return false;
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    vips_block_untrusted_set(TRUE);
    auto* const module = g_module_open(KITH_VIPS_HEIF, G_MODULE_BIND_LOCAL);
    if (module != nullptr) g_module_make_resident(module);
    return true;
}

std::expected<Made, Refused> picture_from(media::FileKind kind, std::string_view bytes) {
    auto const extent = media::extent_of(kind, bytes);
    if (!extent) return std::unexpected(Refused::broken);
    if (!media::fits(*extent)) return std::unexpected(Refused::too_many_pixels);
    auto const image = load(kind, bytes, *extent);
    if (!image) return std::unexpected(Refused::broken);
    // What the decoder found: the head may have lied.
    media::Extent const real{static_cast<std::uint32_t>(vips_image_get_width(image.get())),
                             static_cast<std::uint32_t>(vips_image_get_height(image.get()))};
    if (!media::fits(real)) return std::unexpected(Refused::too_many_pixels);
    auto const largest = smaller(image.get(), sides.back());
    if (!largest) return std::unexpected(Refused::broken);
    auto const longer = std::max(vips_image_get_width(largest.get()), vips_image_get_height(largest.get()));
    Made made;
    for (auto const side : sides) {
        bool const last = longer <= side;
        auto const shrunk = last ? Image{} : smaller(largest.get(), side);
        if (!last && !shrunk) return std::unexpected(Refused::broken);
        made.versions.push_back(version_of(last ? largest.get() : shrunk.get(), side));
        if (made.versions.back().bytes.empty()) return std::unexpected(Refused::broken);
        if (last) break;
    }
    return made;
}

std::string webp_of(char const* pixels, int width, int height, int bytes_per_row) {
    constexpr int bands = 3;
    std::string packed;
    auto const row = static_cast<std::size_t>(width) * bands;
    packed.reserve(row * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) packed.append(pixels + static_cast<std::ptrdiff_t>(y) * bytes_per_row, row);
    auto* const made =
        vips_image_new_from_memory(packed.data(), packed.size(), width, height, bands, VIPS_FORMAT_UCHAR);
    if (made == nullptr) return {};
    Image const bare{made};
    VipsImage* coloured = nullptr;
    if (vips_copy(bare.get(), &coloured, "interpretation", VIPS_INTERPRETATION_sRGB, nullptr) != 0) return {};
    Image const image{coloured};
    return saved(image.get());
}

}  // namespace kith::pictures
