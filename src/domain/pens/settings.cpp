#include "domain/pens/settings.hpp"

#include "domain/acts/log.hpp"

namespace kith::pens {

static sql::Statement const select_settings{
    "SELECT allows_pen_names, allows_nameless FROM pen_settings WHERE group_id = $1"};

Settings settings_of(sql::Transaction& transaction, GroupId group) {
    return transaction
        .one(
            select_settings, [](sql::Row const& row) { return Settings{row.flag(0), row.flag(1)}; }, group)
        .value_or(Settings{});
}

static sql::Statement const upsert_settings{
    "INSERT INTO pen_settings (group_id, allows_pen_names, allows_nameless) VALUES ($1, $2, $3) "
    "ON CONFLICT (group_id) DO UPDATE SET allows_pen_names = $2, allows_nameless = $3"};

void keep_settings(sql::Transaction& transaction, GroupId group, Settings const& settings) {
    transaction.run(upsert_settings, group, settings.pen_names, settings.nameless);
}

void change(Call& call, Facilitator const& facilitator, Settings const& wanted) {
    auto& transaction = call.transaction();
    auto const group = facilitator->group.id;
    auto const before = settings_of(transaction, group);
    if (wanted == before) return;
    keep_settings(transaction, group, wanted);
    std::string changed;
    auto const note = [&](bool differs, std::string_view what) {
        if (!differs) return;
        if (!changed.empty()) changed += ", ";
        changed += what;
    };
    note(wanted.pen_names != before.pen_names, wanted.pen_names ? "pen-names are allowed" : "no pen-names any more");
    note(wanted.nameless != before.nameless,
         wanted.nameless ? "posts without a name are allowed" : "no posts without a name any more");
    acts::log(transaction, group, facilitator->person, Act::changed_settings, changed, "", call.now);
}

}  // namespace kith::pens
