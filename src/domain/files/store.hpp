// Files in the database. What is said and what is only sent are kept apart: a file with an owner is not said yet.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/files/file.hpp"
#include "platform/sql/database.hpp"

namespace kith::files {

// Not said yet: of its sender. Beyond unsaid_files_of_person_max the oldest go, but none that belongs to held words.
void begin(sql::Transaction&, File const&, Time now);
std::optional<File> find_unsaid(sql::Transaction&, FileId, PersonId sender);
void add_piece(sql::Transaction&, File const&, std::string_view piece);
std::string pieces_of(sql::Transaction&, FileId);
// What was made of it, in place of its pieces.
void keep_made(sql::Transaction&, File const&, media::Made const&, Time now);
void keep_until(sql::Transaction&, FileId, Time);
void remove(sql::Transaction&, FileId);
// In a group that somebody has left.
void forget_unsaid(sql::Transaction&, GroupId, PersonId);

// Said: it goes with the post or the message.
void say_with(sql::Transaction&, PostId, FileId, std::size_t place, std::string_view alternative);
void say_with(sql::Transaction&, ConversationId, MessageId, FileId, std::size_t place, std::string_view alternative);
std::vector<AttachedFile> of(sql::Transaction&, PostId);
std::vector<AttachedFile> of(sql::Transaction&, MessageId);
// Of those that were said with this post; of others nothing happens.
void describe(sql::Transaction&, PostId, FileId, std::string_view alternative);
void take_away(sql::Transaction&, PostId, FileId);
void forget(sql::Transaction&, PostId);
void forget(sql::Transaction&, MessageId);

std::vector<FileVersion> versions_of(sql::Transaction&, FileId);
// The picture itself.
std::optional<std::string> bytes_of(sql::Transaction&, FileId, std::string_view version);

// What was sent and never said. Returns how many files went.
std::int64_t sweep(sql::Transaction&, Time now);

}  // namespace kith::files
