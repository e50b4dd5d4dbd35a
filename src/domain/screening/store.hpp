// The check in the database: how groups have set it, what authors' posts have told, what they left as it is.
#pragma once

#include <string>
#include <vector>

#include "domain/screening/screening.hpp"
#include "platform/sql/database.hpp"

namespace kith::screening {

GroupSettings find_settings(sql::Transaction&, GroupId);
void keep_settings(sql::Transaction&, GroupId, GroupSettings const&);

// By name; nobody where there are more than members_known_max.
std::vector<std::string> member_names(sql::Transaction&, GroupId);

// Told in this group since then, without what the post that is being changed told.
std::vector<screen::Piece> told_by(sql::Transaction&, Where const&, PersonId, Time since);
// In place of what this post told before.
void set_told(sql::Transaction&, GroupId, PostId, PersonId, std::vector<screen::Piece> const&, Time now);

// In a conversation.
std::vector<screen::Piece> told_by(sql::Transaction&, ConversationId, PersonId, Time since);
void add_told(sql::Transaction&, ConversationId, MessageId, PersonId, std::vector<screen::Piece> const&, Time now);

std::vector<std::uint64_t> left_in(sql::Transaction&, PostId, PersonId);
void add_left(sql::Transaction&, GroupId, PostId, PersonId, std::vector<std::uint64_t> const& keys);

}  // namespace kith::screening
