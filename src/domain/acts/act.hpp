// What is done with power, and the log of it.
//
// There is a log for each group, of what facilitators did, readable by every member; and one for the place, of what
// hosts and whoever runs the machine did, readable by everybody with an account. A line holds who, what and when, whom
// or what it is about in a word or two, and the reason where readers may know it. Never what a post said, and never why
// a newcomer was refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/ids.hpp"

namespace kith {

enum class Act {
    // The log itself
    log_begun,
    names_taken_out,
    // In a group
    founded,
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
    quarantined,
    removed_words,
    // In the place
    added_person,
    made_host,
    set_password,
    made_token,
    disclosed,
    // In both
    asked_for_glass,
    broke_glass,
    ended_glass,
};

std::string_view stored(Act);
// What stands between who and about: "Ada" + "admitted" + "Ben".
std::string_view in_words(Act);
std::optional<Act> act_from(std::string_view);

inline constexpr std::size_t log_reason_characters_max = 1'000;
inline constexpr std::size_t log_lines_on_a_page = 50;

struct LogLine {
    std::int64_t number = 0;  // counts within its log, from 1
    std::string by;           // a name, "A former member", "Whoever runs the machine"
    std::string act;          // as stored
    std::string about;
    std::string reason;
    Time done_at;
    std::string code;  // of the digest: whoever wrote it down once can see later that nothing up to here was changed
};

}  // namespace kith
