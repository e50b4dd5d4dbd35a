// Who may send anything at all: from which pages, how often, with which proof.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/app.hpp"
#include "app/csrf.hpp"
#include "app/embedded.hpp"
#include "domain/people/store.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/password.hpp"
#include "platform/html/render.hpp"
#include "platform/http/cookie.hpp"
#include "platform/sql/migrate.hpp"
#include "support/temporary_folder.hpp"

namespace kith::app {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

class Sender : public testing::Test {
protected:
    static void SetUpTestSuite() {
        crypto::use_light_passwords();
        html::load_templates(embedded::templates());
    }

    void SetUp() override {
        sql::migrate(*database_, embedded::migrations());
        Person const ada{ada_, "ada@example.org", "Ada Example", Capacity::practitioner, now_};
        auto const hash = crypto::hash_password("ada likes long walks");
        (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
            people::add(transaction, ada, hash);
            cookie_ = sessions::open(transaction, ada.id, SessionKind::browser, "Firefox on Linux", now_).secret;
            token_ = sessions::open(transaction, ada.id, SessionKind::token, "A program", now_).secret;
            return {};
        });
    }

    http::Response send(std::string path, std::string body, Headers headers = {}) {
        http::Request request;
        request.method = http::Method::post;
        request.path = std::move(path);
        request.scheme = http::Scheme::https;
        request.peer = "192.0.2.7";
        request.headers = std::move(headers);
        request.headers.emplace_back("host", "kith.example");
        request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        request.body = std::move(body);
        return app_.answer(request);
    }
    // A guess that is wrong: 422 where it was looked at, 403 where the sender was turned away before.
    int guess(Headers headers) {
        return send("/session", "email=eve@example.org&password=wrong", std::move(headers)).status;
    }

    std::pair<std::string, std::string> in_cookie(std::string const& secret) const {
        return {"cookie", std::string{http::session_cookie} + "=" + secret};
    }

    Time now_{1'800'000'000'000};
    test::TemporaryFolder folder_;
    std::unique_ptr<sql::Database> database_ = sql::open_sqlite({folder_.file("kith.db"), std::string(32, 'k'), 2});
    std::unique_ptr<live::Hub> hub_ = live::make_local_hub();
    App app_{*database_, *hub_, [this] { return now_; }, Settings{}};
    PersonId const ada_ = PersonId::random();
    std::string cookie_, token_;
};

TEST_F(Sender, OurOwnPagesMaySend) {
    EXPECT_EQ(guess({{"origin", "https://kith.example"}, {"sec-fetch-site", "same-origin"}}), 422);
    EXPECT_EQ(guess({{"origin", "null"}, {"sec-fetch-site", "same-origin"}}), 422);  // under no-referrer
    EXPECT_EQ(guess({{"sec-fetch-site", "none"}}), 422);                             // typed, or from a bookmark
    EXPECT_EQ(guess({}), 422);                                                       // no browser
}

TEST_F(Sender, PagesOfOtherPlacesMayNot) {
    EXPECT_EQ(guess({{"origin", "https://elsewhere.example"}}), 403);
    EXPECT_EQ(guess({{"origin", "https://elsewhere.example"}, {"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(guess({{"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(guess({{"sec-fetch-site", "same-site"}}), 403);  // a neighbour under the same domain
    EXPECT_EQ(guess({{"origin", "null"}, {"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(guess({{"origin", "https://kith.example"}, {"sec-fetch-site", "cross-site"}}), 403);
    EXPECT_EQ(guess({{"origin", "http://kith.example"}}), 403);  // the same name without TLS
    EXPECT_EQ(guess({{"origin", "https://kith.example.elsewhere.example"}}), 403);
}

TEST_F(Sender, AFormOfASignedInBrowserCarriesItsToken) {
    std::string const founding = "group_name=Tuesday&agreement=brief";
    EXPECT_EQ(send("/groups", founding, {in_cookie(cookie_)}).status, 403);
    auto const of_another = send("/groups", founding + "&csrf=" + csrf_token("another session"), {in_cookie(cookie_)});
    EXPECT_EQ(of_another.status, 403);
    // The words come back, and who is about to send them is told to look in whose name.
    EXPECT_NE(of_another.payload().find("Tuesday"), std::string_view::npos);
    EXPECT_NE(of_another.payload().find("Look under Me whose name"), std::string_view::npos);
    EXPECT_EQ(send("/groups", founding + "&csrf=" + csrf_token(cookie_), {in_cookie(cookie_)}).status, 303);
}

TEST_F(Sender, WhatIsNotOfWhoeverIsSignedInIsRefused) {
    auto const founding = "group_name=Tuesday&agreement=brief&csrf=" + csrf_token(cookie_);
    EXPECT_EQ(send("/groups", founding, {in_cookie(cookie_), {"kith-writer", PersonId::random().text()}}).status, 403);
    EXPECT_EQ(send("/groups", founding, {in_cookie(cookie_), {"kith-writer", ""}}).status, 403);
    EXPECT_EQ(send("/groups", founding, {in_cookie(cookie_), {"kith-writer", ada_.text()}}).status, 303);
}

TEST_F(Sender, ATokenIsNoCookieAndACookieNoToken) {
    std::string const founding = "group_name=Tuesday&agreement=brief";
    EXPECT_EQ(send("/groups", founding, {{"authorization", "Bearer " + token_}}).status, 303);
    EXPECT_EQ(send("/groups", founding, {{"authorization", "Bearer " + cookie_}}).status, 401);
    auto const refused = send("/groups", founding + "&csrf=" + csrf_token(token_), {in_cookie(token_)});
    EXPECT_TRUE(refused.status == 303 || refused.status == 401);  // sent to sign in; never let in
    for (auto const& [name, value] : refused.headers) {
        if (name == "Location") EXPECT_TRUE(value.starts_with("/session")) << value;
    }
}

// What the door asks before it lets in a body that is longer than a form.
TEST_F(Sender, IsKnownOnceASessionWasFoundGood) {
    auto const head = [&](std::string const& secret) {
        http::Request request;
        request.headers.push_back(in_cookie(secret));
        return request;
    };
    EXPECT_FALSE(app_.knows(head(cookie_)));
    (void)send("/groups", "", {in_cookie(cookie_)});
    (void)send("/groups", "", {in_cookie("made up")});
    EXPECT_TRUE(app_.knows(head(cookie_)));
    EXPECT_FALSE(app_.knows(head("made up")));
    EXPECT_FALSE(app_.knows(http::Request{}));
}

// Known or not: who guesses learns nothing from when they are stopped.
TEST_F(Sender, GuessesAreCountedByAccount) {
    for (std::string const email : {"ada@example.org", "nobody@example.org"}) {
        auto const body = "email=" + email + "&password=wrong";
        for (int i = 0; i < static_cast<int>(attempts_per_account.burst); ++i)
            ASSERT_EQ(send("/session", body).status, 422) << email << " " << i;
        auto const stopped = send("/session", body);
        EXPECT_EQ(stopped.status, 429) << email;
        EXPECT_TRUE(
            std::ranges::any_of(stopped.headers, [](auto const& field) { return field.first == "Retry-After"; }));
        now_ = now_ + std::chrono::hours{1};
        EXPECT_EQ(send("/session", body).status, 422) << email;
    }
}

// Who holds somebody's session cannot guess their password on the pages that ask for it once more.
TEST_F(Sender, GuessesOfASessionAreCountedToo) {
    auto const guess = [&](std::string const& path, std::string const& body) {
        return send(path, body + "&csrf=" + csrf_token(cookie_), {in_cookie(cookie_)}).status;
    };
    for (int i = 0; i < static_cast<int>(attempts_per_account.burst); ++i)
        ASSERT_EQ(guess("/me/password", "current_password=wrong&new_password=three+plain+words"), 422) << i;
    EXPECT_EQ(guess("/me/password", "current_password=wrong&new_password=three+plain+words"), 429);
    EXPECT_EQ(guess("/me/delete", "words=keep&password=wrong"), 429);
    now_ = now_ + std::chrono::hours{1};
    EXPECT_EQ(guess("/me/delete", "words=keep&password=wrong"), 422);
}

}  // namespace
}  // namespace kith::app
