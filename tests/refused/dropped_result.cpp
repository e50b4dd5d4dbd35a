// refused: ignoring return value
// What can fail is looked at.
#include "base/result.hpp"

namespace kith {

Result<void> might_fail();

Result<void> use() {
#ifdef ALLOWED
    TRY(might_fail());
#else
    might_fail();
#endif
    return {};
}

}  // namespace kith
