// One invitation lets in one person, however many try at the same moment.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

#include "domain/admission/actions.hpp"
#include "domain/admission/invitations.hpp"
#include "domain/groups/found.hpp"
#include "domain/people/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::admission {
namespace {

constexpr std::string_view token = "a-token-of-the-link";
constexpr std::string_view code = "K7WD-9QTM-3XHP";

class BeginTest : public test::OnBothEngines {
protected:
    BeginTest() {
        test::migrate(database());
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            add_person(transaction, ada, "ada@example.org");
            for (std::size_t i = 0; i < comers.size(); ++i)
                add_person(transaction, comers[i] = PersonId::random(), std::to_string(i) + "@example.org");
            auto const group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::practitioner, {});
            invitation = {InvitationId::random(), group, ada, "We trained together.", {}, Time{} + invitation_lifetime};
            admission::add(transaction, invitation, token, code);
            return {};
        });
        EXPECT_TRUE(done.has_value());
    }
    static void add_person(sql::Transaction& transaction, PersonId id, std::string email) {
        people::add(transaction, {id, std::move(email), "Somebody", Capacity::student, {}, false}, "");
    }
    bool comes(PersonId person, std::string_view with, Time now = {}) {
        return database()
            .write(
                [&](sql::Transaction& transaction) { return begin(transaction, with, person, Capacity::student, now); })
            .has_value();
    }

    PersonId ada = PersonId::random();
    std::array<PersonId, 8> comers{};
    Invitation invitation;
};
INSTANTIATE_TEST_SUITE_P(Engines, BeginTest, test::both_engines(), test::engine_name);

TEST_P(BeginTest, one_of_many_at_once) {
    std::atomic<int> let_in = 0;
    {
        std::vector<std::jthread> threads;
        for (auto const comer : comers) threads.emplace_back([&, comer] { let_in += comes(comer, code) ? 1 : 0; });
    }
    EXPECT_EQ(let_in, 1);
}

TEST_P(BeginTest, by_link_or_by_code_as_it_was_typed) {
    EXPECT_FALSE(comes(comers[0], "K7WD-9QTM-3XHQ"));
    EXPECT_FALSE(comes(comers[0], ""));
    EXPECT_TRUE(comes(comers[0], "k7wd 9qtm 3xhp"));
    EXPECT_FALSE(comes(comers[1], token));
}

TEST_P(BeginTest, not_after_72_hours) {
    EXPECT_FALSE(comes(comers[0], token, Time{} + invitation_lifetime));
    EXPECT_TRUE(comes(comers[0], token, Time{} + invitation_lifetime - std::chrono::milliseconds{1}));
}

TEST_P(BeginTest, the_inviter_is_the_first_to_vouch) {
    auto const begun = database().write(
        [&](sql::Transaction& transaction) { return begin(transaction, token, comers[0], Capacity::student, {}); });
    ASSERT_TRUE(begun);
    auto const given = database().read([&](sql::Transaction& transaction) { return vouches(transaction, begun->id); });
    ASSERT_EQ(given.size(), 1u);
    EXPECT_EQ(given[0].by, ada);
    EXPECT_EQ(given[0].how_known, "We trained together.");
}

TEST_P(BeginTest, one_decision_of_many_at_once) {
    auto const begun = database().write(
        [&](sql::Transaction& transaction) { return begin(transaction, token, comers[0], Capacity::student, {}); });
    ASSERT_TRUE(begun);
    std::atomic<int> decided = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                auto const outcome = i % 2 == 0 ? Outcome::admitted : Outcome::refused;
                auto const done = database().write([&](sql::Transaction& transaction) -> Result<bool> {
                    return decide(transaction, *begun, outcome, ada, "because", "", {});
                });
                decided += done && *done ? 1 : 0;
            });
    }
    EXPECT_EQ(decided, 1);
}

}  // namespace
}  // namespace kith::admission
