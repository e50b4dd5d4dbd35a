// The log of what facilitators did, readable by every member of the group.
//
// It holds who, what and when, whom or what it is about in a word or two (a
// member's name, "version 3"), and the reason where members may know it. Never
// what a post said, and never why a newcomer was refused.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith {

enum class Act {
    wrote_agreement,
    changed_settings,
    added_topic,
    admitted,
    refused,
    made_facilitator,
    stepped_down,
    removed_member,
    hid_post,
    showed_post,
    closed_report,
    asked_to_open,
    opened_pen,
};

std::string_view stored(Act);
// What stands between who and about: "Ada" + "admitted" + "Ben".
std::string_view in_words(Act);
std::optional<Act> act_from(std::string_view);

inline constexpr std::size_t log_reason_characters_max = 1'000;
inline constexpr std::size_t log_entries_on_a_page = 50;

struct LogEntry {
    LogEntryId id;
    std::optional<PersonId> by;
    std::string by_name;  // empty: their account is gone
    std::string act;      // as stored
    std::string about;
    std::string reason;
    Time done_at;
};

}  // namespace kith

namespace kith::groups {

void log(sql::Transaction&, GroupId, PersonId by, Act, std::string_view about, std::string_view reason, Time now);

// The newest first, at most `most`; with `before` only what is older than that entry.
std::vector<LogEntry> log_entries(sql::Transaction&, GroupId, std::optional<LogEntryId> before, std::size_t most);

}  // namespace kith::groups
