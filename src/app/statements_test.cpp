// One SQL text for both databases: every statement of the program is prepared on each.
#include <gtest/gtest.h>

#include "app/embedded.hpp"
#include "app/routes.hpp"
#include "platform/sql/migrate.hpp"
#include "support/engines.hpp"

namespace kith::app {
namespace {

class EveryStatement : public test::OnBothEngines {};
INSTANTIATE_TEST_SUITE_P(Engines, EveryStatement, test::both_engines(), test::engine_name);

TEST_P(EveryStatement, IsUnderstood) {
    ASSERT_FALSE(routes().empty());  // links every endpoint, and so every statement, into this test
    sql::migrate(database(), embedded::migrations());
    auto const& statements = sql::Statement::all();
    ASSERT_GT(statements.size(), 60u);
    for (auto const* statement : statements) EXPECT_NO_THROW(database().prepare(*statement)) << statement->text();
}

}  // namespace
}  // namespace kith::app
