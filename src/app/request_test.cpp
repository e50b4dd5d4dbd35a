// The small parts on a request's way: finding its row, limits, the token in forms, codings.
#include <gtest/gtest.h>

#include "app/compress.hpp"
#include "app/csrf.hpp"
#include "app/rate.hpp"
#include "app/routes.hpp"

namespace kith::app {
namespace {

TEST(Match, FindsTheRowAndItsParts) {
    auto const found = match(http::Method::get, "/groups/abc");
    ASSERT_NE(found.row, nullptr);
    EXPECT_EQ(found.row->path, "/groups/{group}");
    ASSERT_EQ(found.parts.size(), 1u);
    EXPECT_EQ(found.parts[0].second, "abc");
}

TEST(Match, PrefersAWordToAPart) { EXPECT_EQ(match(http::Method::get, "/groups/new").row->path, "/groups/new"); }

TEST(Match, HeadIsGetWithoutABody) { EXPECT_NE(match(http::Method::head, "/help").row, nullptr); }

TEST(Match, TellsAnotherMethodFromNoSuchPath) {
    EXPECT_TRUE(match(http::Method::post, "/help").path_known);
    EXPECT_FALSE(match(http::Method::get, "/nowhere").path_known);
    EXPECT_EQ(match(http::Method::get, "/groups/").row, nullptr);
    EXPECT_EQ(match(http::Method::get, "/groups/a%zz").row, nullptr);
}

TEST(Match, EveryRowIsFoundByItsOwnPath) {
    for (auto const& row : routes()) {
        std::string path{row.path};
        for (auto open = path.find('{'); open != path.npos; open = path.find('{'))
            path.replace(open, path.find('}') - open + 1, "x1");
        EXPECT_EQ(match(row.method, path).row, &row) << row.path;
    }
}

TEST(Match, EveryRefusedFormHasAPageToComeBackTo) {
    for (auto const& row : routes())
        if (!row.again.empty()) EXPECT_NE(page_row(row.again), nullptr) << row.path << " names " << row.again;
}

TEST(Rates, GiveTheBurstThenAskToWait) {
    Rates rates;
    Rate const rate{3, 60};
    Time now{1'000'000};
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(rates.take("a", rate, now));
    auto const wait = rates.take("a", rate, now);
    ASSERT_TRUE(wait);
    EXPECT_EQ(wait->count(), 1);
    EXPECT_FALSE(rates.take("b", rate, now));
    EXPECT_FALSE(rates.take("a", rate, now + std::chrono::seconds{1}));
    EXPECT_TRUE(rates.take("a", rate, now - std::chrono::hours{1}));  // a clock set back gives nothing
}

TEST(Csrf, FitsItsSessionOnly) {
    auto const token = csrf_token("secret");
    EXPECT_TRUE(csrf_matches("secret", token));
    EXPECT_FALSE(csrf_matches("other", token));
    EXPECT_FALSE(csrf_matches("secret", ""));
    EXPECT_FALSE(csrf_matches("secret", token + "x"));
    EXPECT_NE(csrf_token("secret"), token);  // differs on every page
}

TEST(Compress, ReadsWhatTheBrowserAccepts) {
    auto const with = [](char const* field) {
        http::Request request;
        request.headers.emplace_back("accept-encoding", field);
        return accepts(request, "gzip");
    };
    EXPECT_TRUE(with("gzip, deflate, br"));
    EXPECT_TRUE(with("br;q=1.0, gzip;q=0.5"));
    EXPECT_FALSE(with("gzip;q=0"));
    EXPECT_FALSE(with("br"));
    EXPECT_FALSE(with("xgzip"));
}

}  // namespace
}  // namespace kith::app
