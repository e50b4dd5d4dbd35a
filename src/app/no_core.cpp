#include "app/no_core.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace kith::app {

void leave_no_core() {
    rlimit const none{0, 0};
    (void)::setrlimit(RLIMIT_CORE, &none);
    (void)::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace kith::app
