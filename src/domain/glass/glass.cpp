#include "domain/glass/glass.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/acts/log.hpp"

namespace kith::glass {

#define KITH_GLASS_COLUMNS                                                                     \
    "SELECT glass_requests.id, glass_requests.group_id, glass_requests.asked_by, asker.name, " \
    "glass_requests.reason, glass_requests.asked_at, glass_openings.agreed_by, second.name, "  \
    "glass_openings.opened_at, glass_openings.until_at FROM glass_requests "                   \
    "JOIN people AS asker ON asker.id = glass_requests.asked_by "                              \
    "LEFT JOIN glass_openings ON glass_openings.glass_id = glass_requests.id "                 \
    "LEFT JOIN people AS second ON second.id = glass_openings.agreed_by "

static Glass read_glass(sql::Row const& row) {
    return {row.id<Glass>(0), row.id<Group>(1),        row.id<Person>(2), row.string(3),     row.string(4),
            row.time(5),      row.maybe_id<Person>(6), row.string(7),     row.maybe_time(8), row.maybe_time(9)};
}

static sql::Statement const select_glass{KITH_GLASS_COLUMNS "WHERE glass_requests.id = $1"};
static sql::Statement const select_since{KITH_GLASS_COLUMNS
                                         "WHERE glass_requests.asked_at >= $1 ORDER BY glass_requests.id DESC"};
static sql::Statement const select_waiting{
    "SELECT 1 FROM glass_requests WHERE group_id = $1 AND asked_by = $2 AND asked_at > $3 AND NOT EXISTS "
    "(SELECT 1 FROM glass_openings WHERE glass_openings.glass_id = glass_requests.id)"};
static sql::Statement const insert_request{
    "INSERT INTO glass_requests (id, group_id, asked_by, reason, asked_at) VALUES ($1, $2, $3, $4, $5)"};
static sql::Statement const insert_opening{
    "INSERT INTO glass_openings (glass_id, group_id, agreed_by, opened_at, until_at) VALUES ($1, $2, $3, $4, $5)"};
static sql::Statement const update_until{"UPDATE glass_openings SET until_at = $2 WHERE glass_id = $1"};

#undef KITH_GLASS_COLUMNS

std::optional<Glass> find(sql::Transaction& transaction, GlassId id) {
    return transaction.one(select_glass, read_glass, id);
}

std::vector<Glass> all_since(sql::Transaction& transaction, Time since) {
    return transaction.all(select_since, read_glass, since);
}

Result<GlassAgreer> Policy::agree(Call& call, GlassId id) {
    auto const found = call.viewer().is_host ? find(call.transaction(), id) : std::nullopt;
    if (!found || (!found->waits(call.now) && !found->is_open(call.now))) return fail(Error::not_found());
    if (found->asked_by == call.viewer().person)
        return fail(Error::forbidden("You asked. It takes another host to agree."));
    return GlassAgreer{*found};
}

// Who is no host any more reads no more.
Result<GlassReader> Policy::read(Call& call, GlassId id) {
    auto const found = call.viewer().is_host ? find(call.transaction(), id) : std::nullopt;
    if (!found || !found->is_open(call.now) || !found->is_one_of_two(call.viewer().person))
        return fail(Error::not_found());
    return GlassReader{*found};
}

Gate<GlassAgreer> const may_agree{Opens::to_host, [](Call& call) -> Result<GlassAgreer> {
                                      return Policy::agree(call, TRY(call.id<Glass>("glass")));
                                  }};
Gate<GlassReader> const may_read{
    Opens::to_host, [](Call& call) -> Result<GlassReader> { return Policy::read(call, TRY(call.id<Glass>("glass"))); }};

namespace {

// In the place's log, which tells of no group; and in the group's, with the reason, where there is one.
void log_both(Call& call, GroupId group, Act act, std::string_view about, std::string_view reason) {
    auto& transaction = call.transaction();
    auto const by = call.viewer().person;
    acts::log(transaction, acts::of_the_place, by, act, about, "", call.now);
    if (groups::find(transaction, group)) acts::log(transaction, group, by, act, about, reason, call.now);
}

void announce(Call& call, Event::What what, GroupId group) {
    if (!groups::find(call.transaction(), group)) return;
    Event event{.what = what};
    event.group = group;
    event.actor = call.viewer().person;
    call.announce(std::move(event));
}

}  // namespace

Result<GlassId> ask(Call& call, AsHost const&, std::string_view group, std::string_view reason) {
    auto& transaction = call.transaction();
    auto const wanted = GroupId::parse(text::trim(group));
    if (!wanted)
        return fail(Error::invalid("group", "Give the number of the group: 22 letters and digits, as in its address."));
    auto const words = text::many_lines(reason);
    if (text::trim(words).empty())
        return fail(Error::invalid("reason", "Say why. Every member of the group can read it."));
    if (text::characters(words) > glass_reason_characters_max)
        return fail(
            Error::invalid("reason", fmt::format("Keep this under {} characters.", glass_reason_characters_max)));
    auto const me = call.viewer().person;
    if (transaction.any(select_waiting, *wanted, me, call.now - glass_waits))
        return fail(Error::conflict("You have asked for this already. It waits for another host."));
    auto const id = GlassId::ordered(call.now);
    transaction.run(insert_request, id, *wanted, me, words, call.now);
    log_both(call, *wanted, Act::asked_for_glass, "", words);
    announce(call, Event::What::glass_asked, *wanted);
    return id;
}

Result<void> agree(Call& call, GlassAgreer const& agreer) {
    auto& transaction = call.transaction();
    auto const& asked = *agreer;
    if (asked.agreed_by) return fail(Error::conflict("Two of you have agreed already."));
    auto const until = call.now + glass_lasts;
    bool const there = groups::find(transaction, asked.group).has_value();
    log_both(call, asked.group, Act::broke_glass,
             there ? "until " + in_words(until) + " UTC" : "; there is no such group", asked.reason);
    // The opening of nothing is over at once, and stands in the place's log all the same.
    transaction.run(insert_opening, asked.id, asked.group, call.viewer().person, call.now, there ? until : call.now);
    announce(call, Event::What::glass_broken, asked.group);
    return {};
}

void end(Call& call, GlassReader const& reader) {
    call.transaction().run(update_until, reader->id, call.now);
    log_both(call, reader->group, Act::ended_glass, "", "");
    announce(call, Event::What::glass_ended, reader->group);
}

}  // namespace kith::glass
