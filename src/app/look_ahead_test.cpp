// The check before the transaction, and what the transaction makes of it.
#include <gtest/gtest.h>

#include "domain/groups/found.hpp"
#include "domain/people/store.hpp"
#include "domain/screening/screening.hpp"
#include "domain/screening/store.hpp"
#include "platform/live/hub.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::screening {
namespace {

constexpr std::string_view harmless = "How was your week?";
constexpr std::string_view telling = "Her number is 943 476 5919.";  // an NHS number from the range kept for tests

class LookingTest : public test::OnBothEngines {
protected:
    LookingTest() {
        test::migrate(database());
        writing([&](sql::Transaction& transaction) {
            people::add(transaction, {ada, "ada@example.org", "Ada Example", Capacity::practitioner, {}, false}, "");
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::practitioner, {});
        });
        call.who = Viewer{};
        call.who->person = ada;
    }

    template <class F>
    void writing(F body) {
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            call.enter(transaction);
            body(transaction);
            return {};
        });
        ASSERT_TRUE(done.has_value());
    }
    void look_before(std::string_view words) {
        auto const slow = database().read([&](sql::Transaction& transaction) {
            call.enter(transaction);
            return look_ahead(call, {group}, std::string{words});
        });
        ASSERT_TRUE(slow());
    }
    bool asks_about(std::string_view words) {
        bool asks = false;
        writing(
            [&](sql::Transaction&) { asks = std::holds_alternative<Asked>(look(call, {group}, std::string{words})); });
        return asks;
    }

    PersonId ada = PersonId::random();
    GroupId group;
    std::unique_ptr<live::Hub> hub = live::make_local_hub();
    Services services{database(), *hub, [] { return Time{}; }, {}, {}, {}};
    http::Request request;
    http::Form form;
    Call call{request, form, services};
};
INSTANTIATE_TEST_SUITE_P(Engines, LookingTest, test::both_engines(), test::engine_name);

TEST_P(LookingTest, what_was_found_ahead_is_what_is_found) {
    look_before(telling);
    EXPECT_TRUE(call.ahead.has_value());
    EXPECT_TRUE(asks_about(telling));
    look_before(harmless);
    EXPECT_FALSE(asks_about(harmless));
}

TEST_P(LookingTest, other_words_are_checked_anew) {
    look_before(harmless);
    EXPECT_TRUE(asks_about(telling));
}

TEST_P(LookingTest, a_place_that_was_set_differently_meanwhile_is_asked_anew) {
    look_before("We use Quillwater for this.");
    writing([&](sql::Transaction& transaction) { keep_settings(transaction, group, {.forms = {"quillwater"}}); });
    EXPECT_TRUE(asks_about("We use Quillwater for this."));
}

}  // namespace
}  // namespace kith::screening
