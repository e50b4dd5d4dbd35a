// `kith scan`: reads what was asked for, screens it on several cores, and reports in order.
//
// Findings go to `out` and, masked, to the folder for copies; messages to standard error;
// nothing else is written anywhere.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "scan/report.hpp"
#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::scan {

// As grep has it.
enum class Status : int { nothing_found = 0, found = 1, fault = 2 };

struct Wishes {
    std::vector<std::string> paths;  // "-": standard input
    Format format = Format::terminal;
    screen::Settings settings;
    std::string copies;  // folder for masked copies; empty: none
    std::size_t jobs = 1;
};

struct Watching {
    std::function<void(std::uint64_t bytes)> begin;  // how much there is to read
    std::function<void(std::uint64_t bytes)> done;   // so much more was read
};

Status scan(Wishes const&, screen::Model const&, std::FILE* out, Watching const&);

}  // namespace kith::scan
