// refused: no matching constructor for initialization of 'mail::Link'
// A link in a letter leads to a path of the source, with a secret of the program's making at most.
#include "platform/mail/letter.hpp"

namespace kith {

mail::Link link(mail::Origin const& origin, mail::Secret const& secret, std::string const& written) {
#ifdef ALLOWED
    (void)written;
    return {origin, "/reach/stop/", secret};
#else
    return mail::Link{origin, "/reach/stop/", written};
#endif
}

}  // namespace kith
