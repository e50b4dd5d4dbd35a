// Manners in forms, in the database, and on pages.
#pragma once

#include <array>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/posts/manner.hpp"
#include "domain/posts/post.hpp"
#include "platform/html/view.hpp"

namespace kith::posts {

// The names of the form's fields, for whoever hands a form on.
inline constexpr std::array<std::string_view, 5> manner_fields{"speaks_as", "ground", "content_note", "stays",
                                                               "answers_go"};

// The head of a thread can take its answers along; an answer has none.
enum class Of { head, answer };

// What a form chose. Without the field `stays`, the words stay as long as `before` says (a change of a post);
// "" means for good. Invalid names a field and what to choose.
Result<Manner> read_manner(http::Form const&, Of, Time now, Manner const& before = {});

// In place of what was there.
void keep_manner(sql::Transaction&, Post const&, Manner const&);
Manner manner_of(sql::Transaction&, PostId);
// For statements that join the table: the six columns of KITH_MANNER_COLUMNS, from `first` on.
#define KITH_MANNER_COLUMNS \
    "manners.speaks_as, manners.ground, manners.content_note, manners.goes_at, manners.answers_go, manners.gone_at"
Manner read_manner_columns(sql::Row const&, int first);

// For the form: the lists, with what is chosen. After `signing`, which stands in it.
void add_manner_form(Call&, html::View&, Of, Manner const& before = {});
// For the post: manner_says, content_note, goes_at and goes_in_words; empty where nothing was chosen.
void add_manner(html::View&, Manner const&);

}  // namespace kith::posts
