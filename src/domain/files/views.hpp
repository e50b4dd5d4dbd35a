// Files as pages show them, and the answers that hold their bytes.
#pragma once

#include <string>
#include <vector>

#include "domain/call/answer.hpp"
#include "domain/call/call.hpp"
#include "domain/files/file.hpp"
#include "platform/html/view.hpp"

namespace kith::files {

std::string kind_in_words(media::MadeKind, std::size_t pages);  // "Document, 3 pages"
std::string path_of_unsaid(FileId, std::string_view version);

// Adds `files`. `path` is that of the post or the message.
void add_files(html::View&, std::vector<AttachedFile> const&, std::string const& path);

// GET …/files/{file}: one of `attached` in full; and GET …/files/{file}/{size}: its bytes. Nothing here where the
// file is not among them.
Result<Answer> show_file(Call&, std::vector<AttachedFile> const& attached, std::string const& path);
Result<Answer> give_version(Call&, std::vector<AttachedFile> const& attached);

}  // namespace kith::files
