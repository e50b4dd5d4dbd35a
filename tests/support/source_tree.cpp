#include "support/source_tree.hpp"

namespace kith::test {

// Said by the build for this file alone: __FILE__ would do only while compilers are given whole paths, and a
// definition for all files would keep them from being taken out of the compiler's cache in another clone.
std::filesystem::path source_tree() { return KITH_SOURCE_TREE; }

}  // namespace kith::test
