#include "domain/groups/glass.hpp"

namespace kith::groups {

static sql::Statement const select_open{
    "SELECT asker.name, second.name, glass_openings.until_at, glass_requests.reason FROM glass_openings "
    "JOIN glass_requests ON glass_requests.id = glass_openings.glass_id "
    "JOIN people AS asker ON asker.id = glass_requests.asked_by "
    "JOIN people AS second ON second.id = glass_openings.agreed_by "
    "WHERE glass_openings.group_id = $1 AND glass_openings.until_at > $2 "
    "ORDER BY glass_openings.until_at DESC LIMIT 1"};

void add_glass(html::View& view, sql::Transaction& transaction, GroupId group, Time now) {
    auto told = transaction.one(
        select_open,
        [](sql::Row const& row) {
            html::View open;
            open.text("asked_by", row.string(0)).text("agreed_by", row.string(1));
            open.text("until", iso(row.time(2))).text("until_in_words", in_words(row.time(2)));
            open.text("glass_reason", row.string(3));
            return open;
        },
        group, now);
    if (told)
        view.child("glass", std::move(*told));
    else
        view.null("glass");
}

}  // namespace kith::groups
