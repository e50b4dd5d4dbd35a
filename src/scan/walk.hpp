// The files that were asked for: those named, and all below the folders named.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "scan/reader.hpp"

namespace kith::scan {

struct Found {
    std::string path, name, copy_path;
    Asked asked;
};

struct Walked {
    std::vector<Found> files;                                 // in the order asked for, within a folder by name
    std::uint64_t bytes = 0;                                  // of all
    std::vector<std::pair<std::string, std::string>> faults;  // what could not be looked into, and why
};

// Links are followed where they were named, not where they were found.
Walked walk(std::vector<std::string> const& paths);

}  // namespace kith::scan
