// Invitations in the database: only the hashes of token and code are kept.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/admission/admission.hpp"
#include "platform/sql/database.hpp"

namespace kith::admission {

void add(sql::Transaction&, Invitation const&, std::string_view token, std::string_view code);

// What somebody typed or brought along, token or code: the invitation, if it can still be used and
// its maker is still a member. Looking does not use it up.
std::optional<Invitation> find_open(sql::Transaction&, std::string_view token_or_code, Time now);
std::vector<Invitation> open_invitations(sql::Transaction&, GroupId, PersonId inviter, Time now);

// Used or taken back, once and for all. False when somebody was faster.
bool end(sql::Transaction&, InvitationId, GroupId, std::optional<PersonId> used_by, Time now);

}  // namespace kith::admission
