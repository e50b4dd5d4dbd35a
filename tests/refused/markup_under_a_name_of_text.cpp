// refused: is not a constant expression
// Markup stands under a name ending in _html alone, so that a template can switch escaping off for nothing else.
#include "platform/html/view.hpp"

namespace kith {

void fill(html::View& view, html::Markup const& markup) {
#ifdef ALLOWED
    view.markup("body_html", markup);
#else
    view.markup("body", markup);
#endif
}

}  // namespace kith
