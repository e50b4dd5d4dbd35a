#include "domain/groups/agreement.hpp"

namespace kith {

namespace {

// Written for Kith. What must be kept in every group stands first in each of the three.
#define KITH_CONFIDENTIALITY                                                                                 \
    "## What we keep to ourselves\n\n"                                                                       \
    "- What is said here stays here. No copies, no pictures of the screen, no retelling with a name.\n"      \
    "- We write about our own practice, never about a person. No name, initials, address, exact age or "     \
    "date, school, or picture of anyone who uses services.\n"                                                \
    "- Leaving out the name is not enough. Could the person, their family or a neighbour see themselves in " \
    "it? Then make it broader, or leave it out.\n"                                                           \
    "- If someone may be at risk of harm, this is not the place to decide. Tell your manager or the duty "   \
    "team now.\n\n"

constexpr std::array<AgreementStart, 3> starts{{
    {"standards", "Mandatory standards", "Follows your regulator's and employer's rules, in full.",
     KITH_CONFIDENTIALITY
     "## Standards we are held to\n\n"
     "- Our regulator's professional standards and our employer's policy on social media apply to every word "
     "here.\n"
     "- We are fair and respectful to people who use services, to colleagues and to other professions, also when "
     "they are not here.\n"
     "- We say when we speak for ourselves and when for an organisation.\n"
     "- We say what a claim rests on: law, policy, research, experience, or just a thought.\n\n"
     "## How we work\n\n"
     "- Advice from a peer is not supervision. Decisions about a case are made and written down where they belong.\n"
     "- A concern about a post goes to a facilitator with *Report*. A concern about a facilitator goes to another.\n"
     "- Who breaks these terms may be asked to take a post down, or to leave.\n"},
    {"brief", "Brief", "A few lines that everyone can keep in mind.",
     KITH_CONFIDENTIALITY "## How we treat each other\n\n"
                          "- We listen first. We ask before we advise.\n"
                          "- Nobody has to answer. Passing is fine and needs no reason.\n"
                          "- We are kind about people who are not in the room.\n"},
    {"light", "Deliberately light", "Trusts the people in it. Only confidentiality is fixed.",
     KITH_CONFIDENTIALITY
     "## The rest\n\n"
     "We know each other. We talk as colleagues do over a cup of tea, and we look after one another.\n"},
}};

#undef KITH_CONFIDENTIALITY

}  // namespace

std::array<AgreementStart, 3> const& agreement_starts() { return starts; }

}  // namespace kith

namespace kith::groups {

static sql::Statement const insert_agreement{
    "INSERT INTO agreements (group_id, version, body, written_by, written_at) "
    "VALUES ($1, COALESCE((SELECT MAX(version) FROM agreements WHERE group_id = $1), 0) + 1, $2, $3, $4) "
    "RETURNING version"};

std::int64_t write_agreement(sql::Transaction& transaction, GroupId group, std::string_view body, PersonId by,
                             Time now) {
    return transaction.one(
                          insert_agreement, [](sql::Row const& row) { return row.integer(0); }, group, body, by, now)
        .value_or(0);
}

#define KITH_AGREEMENTS                                                                               \
    "SELECT agreements.version, agreements.body, agreements.written_at, people.name FROM agreements " \
    "LEFT JOIN people ON people.id = agreements.written_by WHERE agreements.group_id = $1 "

static sql::Statement const select_agreements{KITH_AGREEMENTS "ORDER BY agreements.version DESC LIMIT $2"};
static sql::Statement const select_agreement{KITH_AGREEMENTS "AND agreements.version = $2"};

#undef KITH_AGREEMENTS

static Agreement read_agreement(sql::Row const& row) {
    return {row.integer(0), row.string(1), row.time(2), row.string(3)};
}

std::optional<Agreement> current_agreement(sql::Transaction& transaction, GroupId group) {
    return transaction.one(select_agreements, read_agreement, group, 1);
}

std::vector<Agreement> agreement_versions(sql::Transaction& transaction, GroupId group) {
    constexpr int versions_shown_max = 100;
    return transaction.all(select_agreements, read_agreement, group, versions_shown_max);
}

std::optional<Agreement> agreement_version(sql::Transaction& transaction, GroupId group, std::int64_t version) {
    return transaction.one(select_agreement, read_agreement, group, version);
}

static sql::Statement const select_acceptances{
    "SELECT people.name, acceptances.accepted_at FROM acceptances "
    "JOIN memberships ON memberships.group_id = acceptances.group_id "
    " AND memberships.person_id = acceptances.person_id "
    "JOIN people ON people.id = acceptances.person_id "
    "WHERE acceptances.group_id = $1 AND acceptances.version = $2 ORDER BY people.name, people.id"};

std::vector<Acceptance> acceptances(sql::Transaction& transaction, GroupId group, std::int64_t version) {
    return transaction.all(
        select_acceptances, [](sql::Row const& row) { return Acceptance{row.string(0), row.time(1)}; }, group, version);
}

static sql::Statement const insert_acceptance{
    "INSERT INTO acceptances (group_id, version, person_id, accepted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO "
    "NOTHING"};

void accept_agreement(sql::Transaction& transaction, GroupId group, std::int64_t version, PersonId person, Time now) {
    transaction.run(insert_acceptance, group, version, person, now);
}

}  // namespace kith::groups
