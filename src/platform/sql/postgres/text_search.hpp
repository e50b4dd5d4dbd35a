// Search by words on PostgreSQL: a tsvector with a GIN index, kept by triggers.
//
// The words are those of base/words.hpp, made by a function in SQL that is written from the same tables; stems are
// of PostgreSQL's own Porter stemmer. What is withdrawn can be found no more with the same commit; its words are
// gone from the files when the server has vacuumed, as with every row that PostgreSQL changes or deletes.
#pragma once

#include <string>

#include "platform/sql/text_search.hpp"

namespace kith::sql::postgres {

extern TextSyntax const text_syntax;
// In small letters, so that translate_script leaves it as it is.
std::string write_text_index(TextIndexWords const&);

}  // namespace kith::sql::postgres
