// A statement: SQL text that both databases understand, with a number.
//
// Statements are objects at namespace scope in the file that reads their rows
// (`static sql::Statement const find_post{"SELECT …"};`). Making one enters it in
// a list, so that a test can prepare every statement of the program on both
// databases, and gives it a dense index, so that a connection finds what it has
// prepared already by a look into a vector.
//
// The text is the part of SQL that SQLite and PostgreSQL share: `$1` for every
// value, RETURNING, ON CONFLICT, no casts but CAST(… AS TEXT|INTEGER), booleans
// as integers (0, 1), time as milliseconds, ids as 16-byte blobs.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace kith::sql {

class Statement {
public:
    // `text` must outlive the program: a literal.
    explicit Statement(char const* text);
    Statement(Statement const&) = delete;
    Statement& operator=(Statement const&) = delete;

    std::string_view text() const { return text_; }
    std::size_t index() const { return index_; }

    // Every statement of the program. Complete once main has begun.
    static std::vector<Statement const*> const& all();

private:
    std::string_view text_;
    std::size_t index_;
};

}  // namespace kith::sql
