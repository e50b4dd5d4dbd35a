#include "domain/messages/reach.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::messages {

static sql::Statement const select_shared{
    "SELECT 1 FROM memberships AS mine JOIN memberships AS theirs ON theirs.group_id = mine.group_id "
    "WHERE mine.person_id = $1 AND theirs.person_id = $2 LIMIT 1"};

bool share_a_group(sql::Transaction& transaction, PersonId one, PersonId other) {
    return transaction.any(select_shared, one, other);
}

static sql::Statement const select_seated{
    "SELECT 1 FROM seats AS mine JOIN seats AS theirs ON theirs.conversation_id = mine.conversation_id "
    "WHERE mine.person_id = $1 AND theirs.person_id = $2 LIMIT 1"};

bool has_met(sql::Transaction& transaction, PersonId one, PersonId other) {
    return share_a_group(transaction, one, other) || transaction.any(select_seated, one, other);
}

static sql::Statement const select_groups{"SELECT group_id FROM memberships WHERE person_id = $1 ORDER BY group_id"};

std::vector<GroupId> groups_of_all(sql::Transaction& transaction, std::span<PersonId const> people) {
    std::optional<std::vector<GroupId>> common;
    for (auto const person : people) {
        auto const groups =
            transaction.all(select_groups, [](sql::Row const& row) { return row.id<Group>(0); }, person);
        if (!common) {
            common = groups;
            continue;
        }
        std::erase_if(*common, [&](GroupId group) { return !std::ranges::binary_search(groups, group); });
    }
    return common.value_or(std::vector<GroupId>{});
}

static sql::Statement const select_acquaintances{
    "SELECT DISTINCT people.id, people.name, people.capacity FROM memberships AS mine "
    "JOIN memberships AS theirs ON theirs.group_id = mine.group_id JOIN people ON people.id = theirs.person_id "
    "WHERE mine.person_id = $1 AND theirs.person_id <> $1 ORDER BY people.name, people.id LIMIT $2"};

static Acquaintance read_acquaintance(sql::Row const& row) {
    return {row.id<Person>(0), row.string(1), capacity_from(row.text(2)).value_or(Capacity::practitioner)};
}

std::vector<Acquaintance> acquaintances(sql::Transaction& transaction, PersonId person, std::size_t most) {
    return transaction.all(select_acquaintances, read_acquaintance, person, most);
}

static sql::Statement const select_settings{
    "SELECT takes_messages, shows_typing, shows_reading FROM message_settings WHERE person_id = $1"};
static sql::Statement const upsert_settings{
    "INSERT INTO message_settings (person_id, takes_messages, shows_typing, shows_reading) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (person_id) DO UPDATE SET takes_messages = $2, shows_typing = $3, shows_reading = $4"};

MessageSettings settings_of(sql::Transaction& transaction, PersonId person) {
    return transaction
        .one(
            select_settings, [](sql::Row const& row) { return MessageSettings{row.flag(0), row.flag(1), row.flag(2)}; },
            person)
        .value_or(MessageSettings{});
}

void keep_settings(sql::Transaction& transaction, PersonId person, MessageSettings const& settings) {
    transaction.run(upsert_settings, person, settings.takes_messages, settings.shows_typing, settings.shows_reading);
}

static sql::Statement const insert_block{
    "INSERT INTO blocks (person_id, blocked_id, blocked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
static sql::Statement const delete_block{"DELETE FROM blocks WHERE person_id = $1 AND blocked_id = $2"};
static sql::Statement const select_block{"SELECT 1 FROM blocks WHERE person_id = $1 AND blocked_id = $2"};
static sql::Statement const select_blocked{
    "SELECT people.id, people.name, people.capacity FROM blocks JOIN people ON people.id = blocks.blocked_id "
    "WHERE blocks.person_id = $1 ORDER BY people.name, people.id"};

void set_block(sql::Transaction& transaction, PersonId person, PersonId blocked, Blocking blocking, Time now) {
    if (blocking == Blocking::starts)
        transaction.run(insert_block, person, blocked, now);
    else
        transaction.run(delete_block, person, blocked);
}

bool has_blocked(sql::Transaction& transaction, PersonId person, PersonId other) {
    return transaction.any(select_block, person, other);
}

std::vector<Acquaintance> blocked_by(sql::Transaction& transaction, PersonId person) {
    return transaction.all(select_blocked, read_acquaintance, person);
}

bool takes_from(sql::Transaction& transaction, PersonId person, PersonId from) {
    return settings_of(transaction, person).takes_messages && !has_blocked(transaction, person, from);
}

std::string not_taking_words(std::string_view name) { return fmt::format("{} is not taking messages now.", name); }

static std::string closed_between_two(sql::Transaction& transaction, Seated const& seated) {
    if (seated.others.empty()) return "The other person's account is gone. You can still read what was said.";
    auto const& me = seated.mine.person;
    auto const& other = seated.others.front();
    if (!other.active())
        return fmt::format("{} has left this conversation. You can still read what was said.", other.name);
    if (!share_a_group(transaction, me, other.person))
        return fmt::format(
            "You and {} share no group any more, so nobody can write here. You can both still read what was said.",
            other.name);
    if (has_blocked(transaction, me, other.person))
        return fmt::format(
            "You have blocked {}, so nobody can write here. They see only that you take no messages now.", other.name);
    if (!takes_from(transaction, other.person, me)) return not_taking_words(other.name);
    return {};
}

std::string closed_because(sql::Transaction& transaction, Seated const& seated) {
    if (!seated.mine.active())
        return "You share no group any more with somebody here, so you read no further. What was said before is yours "
               "to read.";
    if (seated.conversation.kind == ConversationKind::two) return closed_between_two(transaction, seated);
    auto const others = seated.active_others();
    if (others.empty()) return "Nobody else is here any more. You can still read what was said.";
    for (auto const& other : others)
        if (!share_a_group(transaction, seated.mine.person, other.person))
            return fmt::format("You and {} share no group any more, so you cannot write here.", other.name);
    return {};
}

}  // namespace kith::messages
