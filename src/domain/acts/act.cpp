#include "domain/acts/act.hpp"

#include <array>

namespace kith {

namespace {

struct Words {
    Act act;
    std::string_view stored, said;
};

constexpr std::array all_acts{
    Words{Act::log_begun, "log_begun", "This log begins here."},
    Words{Act::names_taken_out, "names_taken_out", "An account ended, and its name was taken out of"},
    Words{Act::founded, "founded", "founded the group."},
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
    Words{Act::quarantined, "quarantined", "put out of sight, and saw who was here since, a post by"},
    Words{Act::removed_words, "removed_words", "removed the words of a post by"},
    Words{Act::asked_for_glass, "asked_for_glass", "asks to read a group as a host, with another host."},
    Words{Act::broke_glass, "broke_glass", "agreed as a host. Two hosts can read the group"},
    Words{Act::ended_glass, "ended_glass", "ended it: no host can read the group any more."},
    Words{Act::added_person, "added_person", "made an account for somebody."},
    Words{Act::made_host, "made_host", "made a host of"},
    Words{Act::set_password, "set_password", "set a new password for"},
    Words{Act::made_token, "made_token", "made a token with which a program acts for"},
    Words{Act::disclosed, "disclosed", "printed all that could be handed over about one person."},
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
