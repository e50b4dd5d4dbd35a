// What the person asked and offered.
#include "domain/me/everything.hpp"

namespace kith::me {

using html::View;

static sql::Statement const select_asks{
    "SELECT asks.id, asks.group_id, asks.wants, asks.body, asks.by_when, asks.reach, asks.field, asks.asked_at, "
    "ask_ends.ended_at, ask_ends.helped FROM asks LEFT JOIN ask_ends ON ask_ends.ask_id = asks.id "
    "WHERE asks.asker_id = $1 ORDER BY asks.id"};

// What others offered is theirs.
static View read_ask(sql::Row const& row) {
    View view;
    view.text("id", row.id<Ask>(0).text()).text("group_id", row.id<Group>(1).text()).text("wants", row.string(2));
    view.text("body", row.string(3)).text("by", row.string(4)).text("reach", row.string(5));
    view.text("field", row.string(6)).text("asked_at", when(row, 7)).text("ended_at", when(row, 8));
    view.text("helped", row.string(9));
    return view;
}

static sql::Statement const select_offers{
    "SELECT ask_id, words, offered_at, helped_at FROM ask_offers WHERE person_id = $1 ORDER BY offered_at, ask_id"};

static View read_offer(sql::Row const& row) {
    View view;
    view.text("ask", row.id<Ask>(0).text()).text("words", row.string(1));
    view.text("offered_at", when(row, 2)).text("said_to_help_at", when(row, 3));
    return view;
}

// My own alone, and only while the ask is open: then they are gone.
static sql::Statement const select_passes{"SELECT ask_id FROM ask_passes WHERE person_id = $1 ORDER BY ask_id"};

static View read_pass(sql::Row const& row) {
    View view;
    view.text("ask", row.id<Ask>(0).text());
    return view;
}

static sql::Statement const select_turns{
    "SELECT group_id, from_at, until_at FROM rota_turns WHERE person_id = $1 ORDER BY from_at, id"};
static sql::Statement const select_around{
    "SELECT group_id, until_at FROM around WHERE person_id = $1 ORDER BY group_id"};

static View read_around(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("until_at", when(row, 1));
    return view;
}

static View read_turn(sql::Row const& row) {
    View view;
    view.text("group_id", row.id<Group>(0).text()).text("from_at", when(row, 1)).text("until_at", when(row, 2));
    return view;
}

void add_asked(View& view, sql::Transaction& transaction, PersonId id) {
    view.list("asks", collect(transaction, select_asks, id, read_ask));
    view.list("offers", collect(transaction, select_offers, id, read_offer));
    view.list("passes", collect(transaction, select_passes, id, read_pass));
    view.list("turns", collect(transaction, select_turns, id, read_turn));
    view.list("around", collect(transaction, select_around, id, read_around));
}

}  // namespace kith::me
