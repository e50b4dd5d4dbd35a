// A disk without room: new words are refused once the gate was passed, and come back; all else goes on.
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "app/app.hpp"
#include "app/embedded.hpp"
#include "domain/groups/found.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/html/render.hpp"
#include "platform/sql/migrate.hpp"
#include "support/temporary_folder.hpp"

namespace kith::app {
namespace {

constexpr std::uint64_t more_than_any_disk = std::uint64_t{1} << 60;
constexpr std::string_view words = "A long day, and tea after it.";

class FullDisk : public testing::Test {
protected:
    static void SetUpTestSuite() { html::load_templates(embedded::templates()); }

    void SetUp() override {
        sql::migrate(*database_, embedded::migrations());
        (void)database_->write([&](sql::Transaction& transaction) -> Result<void> {
            for (auto const& [id, email] : {std::pair{ada_, "ada@example.org"}, {eve_, "eve@example.org"}})
                people::add(transaction, {id, email, "Somebody Example", Capacity::practitioner, now_, false}, "");
            group_ = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada_, Capacity::practitioner, now_);
            ada_token_ = sessions::open(transaction, ada_, SessionKind::token, "A program", now_).secret;
            eve_token_ = sessions::open(transaction, eve_, SessionKind::token, "A program", now_).secret;
            return {};
        });
    }

    http::Response send(http::Method method, std::string path, std::string const& token, std::string body = {}) {
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.peer = "192.0.2.7";
        request.headers = {{"host", "kith.example"},
                           {"authorization", "Bearer " + token},
                           {"accept", "text/html"},
                           {"content-type", "application/x-www-form-urlencoded"}};
        request.body = std::move(body);
        return app_.answer(request);
    }
    http::Response post(std::string const& token) {
        return send(http::Method::post, "/groups/" + group_.text() + "/posts", token, "body=" + std::string{words});
    }
    std::string draft() {
        auto const place = posts::DraftPlace{posts::DraftPlace::Kind::group, group_.bytes}.text();
        return database_->read(
            [&](sql::Transaction& transaction) { return posts::find_draft(transaction, ada_, place).body; });
    }

    Time now_{1'800'000'000'000};
    PersonId ada_ = PersonId::random(), eve_ = PersonId::random();
    GroupId group_;
    std::string ada_token_, eve_token_;
    test::TemporaryFolder folder_;
    std::unique_ptr<sql::Database> database_ = sql::open_sqlite({folder_.file("kith.db"), std::string(32, 'k'), 2});
    std::unique_ptr<live::Hub> hub_ = live::make_local_hub();
    Room room_{folder_.path().string(), more_than_any_disk};
    App app_{*database_, *hub_, [this] { return now_; }, {.limits = Limits::off, .room = &room_}};
};

TEST_F(FullDisk, WordsComeBackAndAreKeptAsADraft) {
    room_.begin();
    auto const answer = post(ada_token_);
    EXPECT_EQ(answer.status, 507);
    EXPECT_NE(answer.body.find(words), std::string::npos) << "in the form";
    for (int i = 0; i < 200 && draft().empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{25});
    EXPECT_EQ(draft(), words);
}

TEST_F(FullDisk, WhatIsNoNewWordsGoesOn) {
    room_.begin();
    EXPECT_EQ(send(http::Method::get, "/groups/" + group_.text(), ada_token_).status, 200);
    EXPECT_EQ(send(http::Method::post, "/me/quiet", ada_token_, "quiet_from=22:00&quiet_until=07:00").status, 303);
}

TEST_F(FullDisk, AStrangerLearnsNothingFromIt) {
    auto const before = post(eve_token_);
    room_.begin();
    auto const full = post(eve_token_);
    EXPECT_EQ(before.status, 404);
    EXPECT_EQ(full.status, 404);
    EXPECT_EQ(full.body, before.body);
}

TEST_F(FullDisk, WithoutABallastThereIsAlwaysRoom) {
    Room none{folder_.path().string(), 0};
    none.begin();
    none.ran_out();
    EXPECT_TRUE(none.enough());
}

TEST_F(FullDisk, AFullDiskIsMadeWayOnBeforeTheDatabaseIsOpened) {
    auto const ballast = folder_.path() / "kith.ballast";
    std::ofstream{ballast} << "room";
    Room const room{folder_.path().string(), more_than_any_disk};
    EXPECT_FALSE(std::filesystem::exists(ballast));
}

TEST_F(FullDisk, TheBallastStandsWhereThereIsRoomAndGoesWhenAWriteFindsNone) {
    constexpr std::uint64_t small = 1024 * 1024;
    Room room{folder_.path().string(), small};
    room.begin();
    auto const ballast = folder_.path() / "kith.ballast";
    EXPECT_TRUE(room.enough());
    EXPECT_EQ(std::filesystem::file_size(ballast), small);
    room.ran_out();
    for (int i = 0; i < 400 && !room.enough(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{25});
    EXPECT_TRUE(room.enough()) << "there is room, so all is as before";
    EXPECT_TRUE(std::filesystem::exists(ballast));
}

}  // namespace
}  // namespace kith::app
