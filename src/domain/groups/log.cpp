#include "domain/groups/log.hpp"

namespace kith {

namespace {

struct Words {
    Act act;
    std::string_view stored, said;
};

constexpr std::array all_acts{
    Words{Act::wrote_agreement, "wrote_agreement", "changed the agreement:"},
    Words{Act::changed_settings, "changed_settings", "changed the settings:"},
    Words{Act::added_topic, "added_topic", "added the topic"},
    Words{Act::admitted, "admitted", "admitted"},
    Words{Act::refused, "refused", "refused a newcomer"},
    Words{Act::made_facilitator, "made_facilitator", "made a facilitator of"},
    Words{Act::stepped_down, "stepped_down", "stepped down as facilitator"},
    Words{Act::removed_member, "removed_member", "removed from the group:"},
    Words{Act::hid_post, "hid_post", "hid a post by"},
    Words{Act::showed_post, "showed_post", "showed again a post by"},
    Words{Act::closed_report, "closed_report", "closed a report:"},
    Words{Act::asked_to_open, "asked_to_open", "asks to find out, with another facilitator, who wrote as"},
    Words{Act::opened_pen, "opened_pen", "agreed. Two facilitators now know who wrote as"},
};

constexpr Words const* words_of(Act act) {
    for (auto const& words : all_acts)
        if (words.act == act) return &words;
    return &all_acts[0];
}

}  // namespace

std::string_view stored(Act act) { return words_of(act)->stored; }
std::string_view in_words(Act act) { return words_of(act)->said; }

std::optional<Act> act_from(std::string_view text) {
    for (auto const& words : all_acts)
        if (words.stored == text) return words.act;
    return std::nullopt;
}

}  // namespace kith

namespace kith::groups {

static sql::Statement const insert_entry{
    "INSERT INTO facilitation_log (id, group_id, done_by, act, about, reason, done_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

void log(sql::Transaction& transaction, GroupId group, PersonId by, Act act, std::string_view about,
         std::string_view reason, Time now) {
    transaction.run(insert_entry, LogEntryId::ordered(now), group, by, stored(act), about, reason, now);
}

static LogEntry read_entry(sql::Row const& row) {
    return {row.id<LogEntry>(0), row.maybe_id<Person>(1), row.string(2), row.string(3),
            row.string(4),       row.string(5),           row.time(6)};
}

#define KITH_ENTRY_COLUMNS                                                                             \
    "SELECT facilitation_log.id, facilitation_log.done_by, people.name, facilitation_log.act, "        \
    "facilitation_log.about, facilitation_log.reason, facilitation_log.done_at FROM facilitation_log " \
    "LEFT JOIN people ON people.id = facilitation_log.done_by "

static sql::Statement const select_newest{
    KITH_ENTRY_COLUMNS "WHERE facilitation_log.group_id = $1 ORDER BY facilitation_log.id DESC LIMIT $2"};
static sql::Statement const select_older{KITH_ENTRY_COLUMNS
                                         "WHERE facilitation_log.group_id = $1 AND facilitation_log.id < $3 "
                                         "ORDER BY facilitation_log.id DESC LIMIT $2"};

#undef KITH_ENTRY_COLUMNS

std::vector<LogEntry> log_entries(sql::Transaction& transaction, GroupId group, std::optional<LogEntryId> before,
                                  std::size_t most) {
    return before ? transaction.all(select_older, read_entry, group, most, *before)
                  : transaction.all(select_newest, read_entry, group, most);
}

}  // namespace kith::groups
