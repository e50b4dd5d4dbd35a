#include "domain/asks/timetable.hpp"

#include <array>

#include "domain/asks/promise.hpp"

namespace kith::asks {

namespace {

struct Words {
    DueWhat what;
    std::string_view stored;
};
constexpr std::array all{Words{DueWhat::remind, "remind"}, Words{DueWhat::duty, "duty"}, Words{DueWhat::close, "close"},
                         Words{DueWhat::rest, "rest"}};

}  // namespace

std::string_view stored(DueWhat what) {
    for (auto const& each : all)
        if (each.what == what) return each.stored;
    return {};
}

std::optional<DueWhat> due_what_from(std::string_view text) {
    for (auto const& each : all)
        if (each.stored == text) return each.what;
    return std::nullopt;
}

static sql::Statement const upsert_due{
    "INSERT INTO ask_dues (ask_id, group_id, what, due_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (ask_id, what) DO UPDATE SET due_at = $4"};
static sql::Statement const delete_due{"DELETE FROM ask_dues WHERE ask_id = $1 AND what = $2 AND due_at <= $3"};
static sql::Statement const put_off{"UPDATE ask_dues SET due_at = $3 WHERE ask_id = $1 AND what = $2 AND due_at < $3"};
static sql::Statement const delete_all{"DELETE FROM ask_dues WHERE ask_id = $1"};
static sql::Statement const select_due{
    "SELECT ask_id, what, due_at FROM ask_dues WHERE due_at <= $1 ORDER BY due_at, ask_id LIMIT $2"};
static sql::Statement const select_when{"SELECT due_at FROM ask_dues WHERE ask_id = $1 AND what = $2"};

void put(sql::Transaction& transaction, Ask const& ask, DueWhat what, Time at) {
    transaction.run(upsert_due, ask.id, ask.group, stored(what), at);
}

bool take(sql::Transaction& transaction, AskId ask, DueWhat what, Time now) {
    return transaction.run(delete_due, ask, stored(what), now) > 0;
}

void give_duty_time(sql::Transaction& transaction, Ask const& ask, Time now) {
    transaction.run(put_off, ask.id, stored(DueWhat::close), now + duty_time_min);
}

std::vector<Due> due_by(sql::Transaction& transaction, Time now, std::size_t most) {
    return transaction.all(
        select_due,
        [](sql::Row const& row) {
            return Due{row.id<Ask>(0), due_what_from(row.text(1)).value_or(DueWhat::close), row.time(2)};
        },
        now, most);
}

std::optional<Time> when(sql::Transaction& transaction, AskId ask, DueWhat what) {
    return transaction.one(select_when, [](sql::Row const& row) { return row.time(0); }, ask, stored(what));
}

void await_offer(sql::Transaction& transaction, Ask const& ask) {
    auto const moments = moments_of(promise_of(transaction, ask.group), ask, ask.asked_at);
    put(transaction, ask, DueWhat::remind, moments.remind_at);
    put(transaction, ask, DueWhat::duty, moments.duty_at);
    put(transaction, ask, DueWhat::close, moments.close_at);
}

void stop_waiting(sql::Transaction& transaction, Ask const& ask) {
    transaction.run(delete_all, ask.id);
    put(transaction, ask, DueWhat::rest, ask.asked_at + ask_rests_after);
}

void wait_again(sql::Transaction& transaction, Ask const& ask, Time now) {
    transaction.run(delete_all, ask.id);
    auto const moments = moments_of(promise_of(transaction, ask.group), ask, now);
    put(transaction, ask, DueWhat::duty, moments.duty_at);
    put(transaction, ask, DueWhat::close, moments.close_at);
}

}  // namespace kith::asks
