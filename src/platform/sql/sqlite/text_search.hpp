// Search by words on SQLite: FTS5, with a tokenizer of our own, kept by triggers.
//
// The index holds no texts, only words and where they stand. With `secure-delete` a word that goes is taken out of
// the pages at once, and not first when they are merged; freed bytes are overwritten (PRAGMA secure_delete). Pages
// of before stand in the write-ahead log until it begins anew, under the same encryption as everything.
#pragma once

#include <string>

#include "platform/sql/text_search.hpp"

struct sqlite3;

namespace kith::sql::sqlite {

// Makes the tokenizer known to a connection; before it opens the index.
void register_words(sqlite3*);

// What was written by a commit goes into the index together, as the last thing before it: FTS5 writes a piece of index
// for each savepoint otherwise, and a group commit has one for each caller.
extern char const* const any_waiting_words;
extern char const* const index_waiting_words;

extern TextSyntax const text_syntax;
std::string write_text_index(TextIndexWords const&);

}  // namespace kith::sql::sqlite
