// refused: calling a private constructor
// What somebody wrote becomes markup only through those who emit it.
#include "platform/html/markdown.hpp"
#include "platform/html/view.hpp"

namespace kith {

html::Markup shown(std::string const& written) {
#ifdef ALLOWED
    return html::markdown(written);
#else
    return html::Markup{written};
#endif
}

}  // namespace kith
