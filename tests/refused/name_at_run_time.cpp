// refused: is not a constant expression
// The name of a value in a page stands in the source, so what somebody wrote cannot choose it.
#include "platform/html/view.hpp"

namespace kith {

void fill(html::View& view, std::string const& written) {
#ifdef ALLOWED
    view.text("body", written);
#else
    view.text(written.c_str(), "body");
#endif
}

}  // namespace kith
