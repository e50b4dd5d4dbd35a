// The questions a group puts to newcomers. Part of its settings; answered in domain/admission.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith {

inline constexpr std::size_t group_questions_max = 10;
inline constexpr std::size_t group_question_characters_max = 200;

}  // namespace kith

namespace kith::groups {

std::vector<std::string> questions(sql::Transaction&, GroupId);
void set_questions(sql::Transaction&, GroupId, std::vector<std::string> const&);

}  // namespace kith::groups
