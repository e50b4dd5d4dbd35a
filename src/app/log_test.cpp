#include "app/log.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "platform/sql/database.hpp"

namespace kith::app {
namespace {

class Log : public ::testing::Test {
protected:
    void TearDown() override { log_in_form(LogForm::words); }

    static std::string told() {
        ::testing::internal::CaptureStderr();
        write_log(Told::clock_set, "The clock was set.", {{"seconds", 30}, {"route", "/posts/{post}"}});
        return ::testing::internal::GetCapturedStderr();
    }
};

TEST_F(Log, is_a_sentence_with_what_stands_beside) {
    EXPECT_EQ(told(), "kith: The clock was set. (seconds: 30, route: /posts/{post})\n");
}

TEST_F(Log, is_a_line_of_json) {
    log_in_form(LogForm::json);
    auto const line = told();
    EXPECT_EQ(std::ranges::count(line, '\n'), 1);
    auto const read = nlohmann::json::parse(line);
    EXPECT_EQ(read.at("event"), "clock_set");
    EXPECT_EQ(read.at("level"), "warning");
    EXPECT_EQ(read.at("seconds"), 30);
    EXPECT_EQ(read.at("route"), "/posts/{post}");
    EXPECT_EQ(read.at("words"), "The clock was set.");
}

TEST_F(Log, tells_the_kind_of_a_failure_and_not_its_text) {
    EXPECT_EQ(kind_of_failure(sql::Failure{sql::Failure::Kind::broken, "value too long: Jamie"}), "database");
    EXPECT_EQ(kind_of_failure(std::out_of_range{"Jamie"}), "std::out_of_range");
}

}  // namespace
}  // namespace kith::app
