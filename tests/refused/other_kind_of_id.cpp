// refused: invalid operands to binary expression
// The id of a group is not that of a post, though both are 16 bytes.
#include "domain/ids.hpp"

namespace kith {

bool same(GroupId group, PostId post, GroupId other) {
#ifdef ALLOWED
    (void)post;
    return group == other;
#else
    (void)other;
    return group == post;
#endif
}

}  // namespace kith
