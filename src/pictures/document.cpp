#include "pictures/document.hpp"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-font.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <memory>

#include "pictures/picture.hpp"

namespace kith::pictures {

namespace {

using media::Refused;

constexpr double points_of_an_inch = 72;

// Fonts that the document does not bring along would have to be opened, and the worker opens nothing.
bool brings_its_fonts(poppler::document const& document) {
    return std::ranges::all_of(document.fonts(), [](poppler::font_info const& font) { return font.is_embedded(); });
}

std::expected<media::Version, Refused> picture_of(poppler::page_renderer const& renderer, poppler::page const& page,
                                                  int number) {
    auto const rectangle = page.page_rect();
    auto const longer = std::max(rectangle.width(), rectangle.height());
    auto const shorter = std::min(rectangle.width(), rectangle.height());
    if (!(shorter > 0) || longer / shorter > page_side) return std::unexpected(Refused::broken);
    auto const per_inch = page_side * points_of_an_inch / longer;
    auto const image = renderer.render_page(&page, per_inch, per_inch);
    if (!image.is_valid() || image.format() != poppler::image::format_rgb24) return std::unexpected(Refused::broken);
    auto webp = webp_of(image.const_data(), image.width(), image.height(), image.bytes_per_row());
    if (webp.empty()) return std::unexpected(Refused::broken);
    return media::Version{"page-" + std::to_string(number),
                          {static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height())},
                          std::move(webp)};
}

}  // namespace

std::expected<media::Made, Refused> document_from(std::string_view bytes) {
    poppler::set_debug_error_function([](std::string const&, void*) {}, nullptr);  // what it says is for nobody
    std::unique_ptr<poppler::document> const document{
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()))};
    if (!document) return std::unexpected(Refused::broken);
    if (document->is_locked()) return std::unexpected(Refused::locked);
    auto const pages = document->pages();
    if (pages < 1) return std::unexpected(Refused::broken);
    if (pages > static_cast<int>(media::document_pages_max)) return std::unexpected(Refused::too_many_pages);
    if (!brings_its_fonts(*document)) return std::unexpected(Refused::no_fonts);
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_rgb24);
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    media::Made made{media::MadeKind::document, {}};
    for (int index = 0; index < pages; ++index) {
        std::unique_ptr<poppler::page> const page{document->create_page(index)};
        if (!page) return std::unexpected(Refused::broken);
        auto picture = picture_of(renderer, *page, index + 1);
        if (!picture) return std::unexpected(picture.error());
        made.versions.push_back(*std::move(picture));
    }
    return made;
}

}  // namespace kith::pictures
