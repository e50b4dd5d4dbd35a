// Files that tests send: tests/support/samples/NAME, made by tests/support/make_samples.sh.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "support/source_tree.hpp"

namespace kith::test {

inline std::string sample(std::string const& name) {
    std::ifstream file{source_tree() / "tests/support/samples" / name, std::ios::binary};
    if (!file) throw std::runtime_error{"there is no sample called " + name};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace kith::test
