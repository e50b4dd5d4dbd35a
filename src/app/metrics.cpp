#include "app/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "app/routes.hpp"

namespace kith::app {

namespace {

constexpr double nanoseconds_per_second = 1e9;

struct Label {
    std::string_view method;
    std::string_view route;
};

// In the order of Metrics::rows_.
Label label_of(std::size_t at) {
    auto const table = routes();
    if (at < table.size()) return {http::name_of(table[at].method), table[at].path};
    return {"", at == table.size() ? "an asset" : "nothing of ours"};
}

void say_kind(std::string& text, std::string_view name, std::string_view kind, std::string_view about) {
    fmt::format_to(std::back_inserter(text), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, kind, about);
}

}  // namespace

Metrics::Metrics() : rows_(routes().size() + 2) {}

void Metrics::answered(What what, Row const* row, int status, std::chrono::nanoseconds took) {
    auto const table = routes();
    auto const at =
        row != nullptr ? static_cast<std::size_t>(row - table.data()) : table.size() + (what == What::asset ? 0 : 1);
    auto const nanoseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count()));
    auto const status_class = static_cast<std::size_t>(std::clamp(status / 100, 1, static_cast<int>(classes)) - 1);
    rows_[at].answers[status_class].fetch_add(1, std::memory_order_relaxed);
    rows_[at].nanoseconds.fetch_add(nanoseconds, std::memory_order_relaxed);
    if (row == nullptr) return;
    auto& histogram = http::is_safe(row->method) ? reads_ : changes_;
    auto const seconds = static_cast<double>(nanoseconds) / nanoseconds_per_second;
    auto const bucket = std::ranges::lower_bound(bounds, seconds) - bounds.begin();
    histogram.counts[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    histogram.nanoseconds.fetch_add(nanoseconds, std::memory_order_relaxed);
}

std::string Metrics::write(std::vector<Reading> const& readings) const {
    std::string text;
    auto const out = std::back_inserter(text);
    say_kind(text, "kith_requests_total", "counter", "Requests answered, by route and class of status");
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        auto const [method, route] = label_of(at);
        for (std::size_t status = 0; status < classes; ++status)
            if (auto const count = rows_[at].answers[status].load(std::memory_order_relaxed))
                fmt::format_to(out, "kith_requests_total{{method=\"{}\",route=\"{}\",status=\"{}xx\"}} {}\n", method,
                               route, status + 1, count);
    }
    say_kind(text, "kith_request_seconds_sum_by_route", "counter", "Seconds spent on answering, by route");
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        auto const [method, route] = label_of(at);
        if (auto const spent = rows_[at].nanoseconds.load(std::memory_order_relaxed))
            fmt::format_to(out, "kith_request_seconds_sum_by_route{{method=\"{}\",route=\"{}\"}} {}\n", method, route,
                           static_cast<double>(spent) / nanoseconds_per_second);
    }
    say_kind(text, "kith_request_seconds", "histogram", "How long an answer took, without the way over the line");
    write_histogram(text, "read", reads_);
    write_histogram(text, "change", changes_);
    for (auto const& [name, about, value] : readings) {
        say_kind(text, name, "gauge", about);
        fmt::format_to(out, "{} {}\n", name, value);
    }
    return text;
}

void Metrics::write_histogram(std::string& text, std::string_view kind, Histogram const& histogram) const {
    auto const out = std::back_inserter(text);
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < histogram.counts.size(); ++at) {
        sum += histogram.counts[at].load(std::memory_order_relaxed);
        auto const bound = at < bounds.size() ? fmt::format("{}", bounds[at]) : std::string{"+Inf"};
        fmt::format_to(out, "kith_request_seconds_bucket{{kind=\"{}\",le=\"{}\"}} {}\n", kind, bound, sum);
    }
    fmt::format_to(out, "kith_request_seconds_sum{{kind=\"{}\"}} {}\n", kind,
                   static_cast<double>(histogram.nanoseconds.load(std::memory_order_relaxed)) / nanoseconds_per_second);
    fmt::format_to(out, "kith_request_seconds_count{{kind=\"{}\"}} {}\n", kind, sum);
}

}  // namespace kith::app
