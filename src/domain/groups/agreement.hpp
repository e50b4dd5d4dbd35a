// A group's agreement: its terms of engagement, in versions. Each member accepts
// each version before they next write; who accepted is seen by every member.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith {

struct Agreement {
    std::int64_t version = 0;
    std::string body;  // Markdown
    Time written_at;
    std::string written_by;  // a name; empty: their account is gone
};

// The three to start from. The rules of confidentiality are in all of them.
struct AgreementStart {
    std::string_view key;    // "standards"
    std::string_view name;   // "Mandatory standards"
    std::string_view about;  // one sentence
    std::string_view body;   // Markdown
};

std::array<AgreementStart, 3> const& agreement_starts();

}  // namespace kith

namespace kith::groups {

// Writes the next version and returns its number.
std::int64_t write_agreement(sql::Transaction&, GroupId, std::string_view body, PersonId by, Time now);
std::optional<Agreement> current_agreement(sql::Transaction&, GroupId);
std::vector<Agreement> agreement_versions(sql::Transaction&, GroupId);
std::optional<Agreement> agreement_version(sql::Transaction&, GroupId, std::int64_t version);

struct Acceptance {
    std::string name;
    Time accepted_at;
};
// The members who have accepted this version, by name.
std::vector<Acceptance> acceptances(sql::Transaction&, GroupId, std::int64_t version);
void accept_agreement(sql::Transaction&, GroupId, std::int64_t version, PersonId, Time now);

}  // namespace kith::groups
