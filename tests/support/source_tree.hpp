// Where the sources lie that the tests were built from: for what a test reads or starts of them.
#pragma once

#include <filesystem>

namespace kith::test {

std::filesystem::path source_tree();

}  // namespace kith::test
