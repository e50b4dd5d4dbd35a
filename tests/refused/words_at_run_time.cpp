// refused: is not a constant expression
// The words of a letter stand in the source, so nothing that somebody wrote can leave by mail.
#include "platform/mail/letter.hpp"

namespace kith {

mail::Letter letter(std::string const& written) {
#ifdef ALLOWED
    (void)written;
    return {.subject = "Something for you", .paragraphs = {}};
#else
    return {.subject = written.c_str(), .paragraphs = {}};
#endif
}

}  // namespace kith
