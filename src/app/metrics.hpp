// What the place counts of itself for whoever runs it, in Prometheus' text format, version 0.0.4
// (https://prometheus.io/docs/instrumenting/exposition_formats/). Numbers only, by construction: a request is known
// by its row of the route table, never by the path that somebody asked for, so that nothing of anybody can be in it.
//
// `answered` is called from every thread for every request and takes no lock. What is true at the moment of asking
// (connections, what waits) is given to `write` by whoever knows it.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/call/row.hpp"

namespace kith::app {

// "kith_connections", "Open connections", 12
struct Reading {
    std::string_view name;
    std::string_view about;
    double value;
};

class Metrics {
public:
    Metrics();

    // `row` is null where no row has that path; an asset is no row either, and has a line of its own.
    enum class What { row, asset };
    void answered(What, Row const* row, int status, std::chrono::nanoseconds took);

    std::string write(std::vector<Reading> const& readings) const;

private:
    static constexpr std::size_t classes = 5;  // 1xx to 5xx
    // Upper bounds in seconds, as the buckets of the histogram are named.
    static constexpr std::array<double, 12> bounds{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 5};

    struct OfRow {
        std::array<std::atomic<std::uint64_t>, classes> answers{};
        std::atomic<std::uint64_t> nanoseconds = 0;
    };
    struct Histogram {
        std::array<std::atomic<std::uint64_t>, bounds.size() + 1> counts{};  // the last: longer than all bounds
        std::atomic<std::uint64_t> nanoseconds = 0;
    };
    void write_histogram(std::string& text, std::string_view kind, Histogram const&) const;

    std::vector<OfRow> rows_;  // in the order of the table; then assets; then what has no row
    Histogram reads_, changes_;
};

}  // namespace kith::app
