#include "platform/html/frame.hpp"

#include "platform/html/markup_maker.hpp"
#include "platform/html/render.hpp"

namespace kith::html {

Markup rendered(std::string_view template_name, View const& view) {
    return MarkupMaker::make(render(template_name, view));
}

}  // namespace kith::html
