#include "domain/asks/leaving.hpp"

#include "domain/asks/offers.hpp"
#include "domain/asks/rota.hpp"
#include "domain/asks/store.hpp"
#include "domain/asks/timetable.hpp"

namespace kith::asks {

static sql::Statement const delete_asks{"DELETE FROM asks WHERE group_id = $1 AND asker_id = $2 AND pen_id IS NULL"};
static sql::Statement const select_offered{
    "SELECT ask_id FROM ask_offers WHERE group_id = $1 AND person_id = $2 "
    "AND NOT EXISTS (SELECT 1 FROM ask_ends WHERE ask_ends.ask_id = ask_offers.ask_id)"};
static sql::Statement const delete_offers{"DELETE FROM ask_offers WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const delete_passes{"DELETE FROM ask_passes WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const delete_recipient{"DELETE FROM ask_recipients WHERE group_id = $1 AND person_id = $2"};

void forget(sql::Transaction& transaction, GroupId group, PersonId person, Time now) {
    transaction.run(delete_asks, group, person);
    auto const offered =
        transaction.all(select_offered, [](sql::Row const& row) { return row.id<Ask>(0); }, group, person);
    transaction.run(delete_offers, group, person);
    transaction.run(delete_passes, group, person);
    transaction.run(delete_recipient, group, person);
    for (auto const id : offered)
        if (auto const ask = find(transaction, id); ask && !has_offers(transaction, id))
            wait_again(transaction, *ask, now);
    rota::forget(transaction, group, person);
}

static sql::Statement const forget_asker{"UPDATE asks SET asker_id = NULL WHERE group_id = $1 AND asker_id = $2"};

void let_go(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(forget_asker, group, person);
}

}  // namespace kith::asks
