#include "app/metrics.hpp"

#include <gtest/gtest.h>

#include "app/routes.hpp"

namespace kith::app {
namespace {

using std::chrono::milliseconds;

Row const& row(http::Method method, std::string_view path) { return *match(method, path).row; }

bool has(std::string const& text, std::string_view line) {
    return ("\n" + text).contains("\n" + std::string{line} + "\n");
}

TEST(Metrics, ARequestIsKnownByItsRowAlone) {
    Metrics metrics;
    metrics.answered(Metrics::What::row, &row(http::Method::get, "/posts/0351BOQEoqfNbIYbBf7vVq"), 200,
                     milliseconds{2});
    metrics.answered(Metrics::What::row, &row(http::Method::get, "/posts/0351BOQEoqfNbIYbBf7vVq"), 404,
                     milliseconds{1});
    metrics.answered(Metrics::What::row, nullptr, 404, milliseconds{1});
    metrics.answered(Metrics::What::asset, nullptr, 200, milliseconds{1});
    auto const text = metrics.write({});
    EXPECT_TRUE(has(text, R"(kith_requests_total{method="GET",route="/posts/{post}",status="2xx"} 1)"));
    EXPECT_TRUE(has(text, R"(kith_requests_total{method="GET",route="/posts/{post}",status="4xx"} 1)"));
    EXPECT_TRUE(has(text, R"(kith_requests_total{method="",route="nothing of ours",status="4xx"} 1)"));
    EXPECT_TRUE(has(text, R"(kith_requests_total{method="",route="an asset",status="2xx"} 1)"));
    EXPECT_FALSE(text.contains("0351BOQEoqfNbIYbBf7vVq"));
}

// "le" is less or equal, and each bucket holds those below it too.
TEST(Metrics, BucketsAddUp) {
    Metrics metrics;
    auto const& reads = row(http::Method::get, "/help");
    auto const& changes = row(http::Method::post, "/session");
    metrics.answered(Metrics::What::row, &reads, 200, milliseconds{1});
    metrics.answered(Metrics::What::row, &reads, 200, milliseconds{30});
    metrics.answered(Metrics::What::row, &changes, 303, milliseconds{7'000});
    auto const text = metrics.write({});
    EXPECT_TRUE(has(text, R"(kith_request_seconds_bucket{kind="read",le="0.0005"} 0)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_bucket{kind="read",le="0.001"} 1)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_bucket{kind="read",le="0.05"} 2)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_bucket{kind="read",le="+Inf"} 2)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_count{kind="read"} 2)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_sum{kind="read"} 0.031)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_bucket{kind="change",le="5"} 0)"));
    EXPECT_TRUE(has(text, R"(kith_request_seconds_bucket{kind="change",le="+Inf"} 1)"));
}

TEST(Metrics, WhatIsTrueNowIsSaidAsItIsGiven) {
    auto const text = Metrics{}.write({{"kith_connections", "Open connections", 12}});
    EXPECT_TRUE(has(text, "# HELP kith_connections Open connections"));
    EXPECT_TRUE(has(text, "# TYPE kith_connections gauge"));
    EXPECT_TRUE(has(text, "kith_connections 12"));
}

}  // namespace
}  // namespace kith::app
