// Changing the files of a post after it was said: other words for what can be seen on one, or taking it away.
#pragma once

#include <vector>

#include "domain/call/call.hpp"
#include "domain/files/file.hpp"

namespace kith::files {

// The field that names the files which go; beside it a form has `file_id` and `alternative` for each that it shows.
inline constexpr std::string_view take_away_field = "take_away";

struct Change {
    FileId id;
    std::string alternative;
    bool goes = false;
};

// What of `attached` a form wants otherwise; `words` are those of its alternatives as they were looked at, in the order
// of the form (words_in). Invalid where it names a file that is not there, or leaves one without the words that it had.
Result<std::vector<Change>> changes_in(http::Form const&, std::vector<AttachedFile> const& attached,
                                       std::vector<std::string> const& words);
void keep(sql::Transaction&, PostId, std::vector<Change> const&);

// For the form: list `changeable`, with what came back. `path` is that of the post.
void add_changeable(Call&, html::View&, std::vector<AttachedFile> const& attached, std::string const& path);

}  // namespace kith::files
