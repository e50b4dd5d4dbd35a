#include "domain/asks/pace.hpp"

#include <chrono>

namespace kith::asks {

namespace {
constexpr std::int64_t an_hour = 60, a_working_day = 12 * 60;  // minutes
}

static sql::Statement const insert_pace{"INSERT INTO ask_paces (id, group_id, minutes) VALUES ($1, $2, $3)"};

void note_pace(sql::Transaction& transaction, Ask const& ask, Time now) {
    std::optional<std::int64_t> minutes;
    if (ask.first_offer_at)
        minutes = std::chrono::floor<std::chrono::minutes>(*ask.first_offer_at - ask.asked_at).count();
    transaction.run(insert_pace, Id<void>::ordered(now), ask.group, minutes);
}

static sql::Statement const count_paces{"SELECT count(*) FROM ask_paces WHERE group_id = $1"};
// Without the newest that do not make five, and at most so many.
static sql::Statement const select_paces{
    "SELECT minutes FROM ask_paces WHERE group_id = $1 ORDER BY id DESC LIMIT $2 OFFSET $3"};

std::optional<Pace> pace_of(sql::Transaction& transaction, GroupId group) {
    auto const all = transaction.one(count_paces, [](sql::Row const& row) { return row.integer(0); }, group);
    auto const too_new = all.value_or(0) % paces_at_once;
    Pace pace;
    transaction.all(
        select_paces,
        [&](sql::Row const& row) {
            ++pace.asks;
            auto const minutes = row.integer(0);
            ++(row.is_null(0)             ? pace.not_answered
               : minutes <= an_hour       ? pace.within_the_hour
               : minutes <= a_working_day ? pace.the_same_day
                                          : pace.later);
            return 0;
        },
        group, paces_shown_max, too_new);
    return pace.asks < paces_at_once ? std::nullopt : std::optional{pace};
}

}  // namespace kith::asks
