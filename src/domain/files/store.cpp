#include "domain/files/store.hpp"

#include "domain/files/room.hpp"

namespace kith::files {

namespace {

File read_file(sql::Row const& row) {
    File file;
    file.id = row.id<File>(0);
    file.place = {row.maybe_id<Group>(1), row.maybe_id<Conversation>(2)};
    file.person = row.id<Person>(3);
    file.state = file_state_from(row.text(4));
    file.kind = media::made_kind_from(row.text(5)).value_or(media::MadeKind::picture);
    file.bytes = static_cast<std::size_t>(row.integer(6));
    file.arrived = static_cast<std::size_t>(row.integer(7));
    return file;
}

AttachedFile read_attached(sql::Row const& row) {
    return {row.id<File>(0), media::made_kind_from(row.text(1)).value_or(media::MadeKind::picture), row.string(2), {}};
}

FileVersion read_version(sql::Row const& row) {
    return {row.string(0), static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2))};
}

}  // namespace

static sql::Statement const insert_file{
    "INSERT INTO files (id, group_id, conversation_id, person_id, state, kind, bytes, arrived, alternative, place, "
    "goes_at, kept_bytes) VALUES ($1, $2, $3, $4, $5, '', $6, 0, '', 0, $7, $6)"};
// All that wait have waited from the same span before they go. Those of held words go later than one that begins now,
// and are left alone.
static sql::Statement const delete_oldest{
    "DELETE FROM files WHERE person_id = $1 AND id <> $2 AND goes_at <= $3 AND id NOT IN "
    "(SELECT id FROM files WHERE person_id = $1 AND id <> $2 AND goes_at <= $3 ORDER BY goes_at DESC, id DESC "
    "LIMIT $4)"};

void begin(sql::Transaction& transaction, File const& file, Time now) {
    auto const goes_at = now + unsaid_file_kept;
    transaction.run(insert_file, file.id, file.place.group, file.place.conversation, file.person, stored(file.state),
                    file.bytes, goes_at);
    transaction.run(delete_oldest, file.person, file.id, goes_at, unsaid_files_of_person_max - 1);
}

static sql::Statement const select_unsaid{
    "SELECT id, group_id, conversation_id, person_id, state, kind, bytes, arrived FROM files "
    "WHERE id = $1 AND person_id = $2"};

std::optional<File> find_unsaid(sql::Transaction& transaction, FileId id, PersonId sender) {
    return transaction.one(select_unsaid, read_file, id, sender);
}

static sql::Statement const insert_piece{
    "INSERT INTO file_pieces (file_id, group_id, begins, bytes) VALUES ($1, $2, $3, $4)"};
static sql::Statement const count_arrived{"UPDATE files SET arrived = arrived + $2 WHERE id = $1"};

void add_piece(sql::Transaction& transaction, File const& file, std::string_view piece) {
    transaction.run(insert_piece, file.id, file.place.group, file.arrived, sql::Value::blob(piece));
    transaction.run(count_arrived, file.id, piece.size());
}

static sql::Statement const select_pieces{"SELECT bytes FROM file_pieces WHERE file_id = $1 ORDER BY begins"};

std::string pieces_of(sql::Transaction& transaction, FileId id) {
    std::string file;
    for (auto const& piece :
         transaction.all(select_pieces, [](sql::Row const& row) { return std::string{row.blob(0)}; }, id))
        file += piece;
    return file;
}

static sql::Statement const insert_version{
    "INSERT INTO file_versions (file_id, group_id, name, place, width, height, bytes) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};
static sql::Statement const update_made{
    "UPDATE files SET state = $2, kind = $3, arrived = bytes, kept_bytes = $4 WHERE id = $1"};
static sql::Statement const delete_pieces{"DELETE FROM file_pieces WHERE file_id = $1"};

void keep_made(sql::Transaction& transaction, File const& file, media::Made const& made, Time now) {
    std::int64_t place = 0, bytes = 0;
    for (auto const& version : made.versions) {
        bytes += static_cast<std::int64_t>(version.bytes.size());
        transaction.run(insert_version, file.id, file.place.group, version.name, place++,
                        static_cast<std::int64_t>(version.extent.width),
                        static_cast<std::int64_t>(version.extent.height), sql::Value::blob(version.bytes));
    }
    transaction.run(update_made, file.id, stored(FileState::ready), name_of(made.kind), bytes);
    count_sent(transaction, file.person, bytes, now);
    transaction.run(delete_pieces, file.id);
}

static sql::Statement const update_end{"UPDATE files SET goes_at = $2 WHERE id = $1 AND person_id IS NOT NULL"};

void keep_until(sql::Transaction& transaction, FileId id, Time until) { transaction.run(update_end, id, until); }

static sql::Statement const delete_file{"DELETE FROM files WHERE id = $1"};

void remove(sql::Transaction& transaction, FileId id) { transaction.run(delete_file, id); }

static sql::Statement const delete_unsaid_of{"DELETE FROM files WHERE group_id = $1 AND person_id = $2"};

void forget_unsaid(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_unsaid_of, group, person);
}

static sql::Statement const update_said_in_post{
    "UPDATE files SET person_id = NULL, goes_at = NULL, post_id = $2, place = $3, alternative = $4 WHERE id = $1"};
static sql::Statement const count_of_post{"UPDATE posts SET file_count = file_count + 1 WHERE id = $1"};

void say_with(sql::Transaction& transaction, PostId post, FileId id, std::size_t place, std::string_view alternative) {
    transaction.run(update_said_in_post, id, post, place, alternative);
    transaction.run(count_of_post, post);
}

static sql::Statement const update_said_in_message{
    "UPDATE files SET person_id = NULL, goes_at = NULL, conversation_id = $5, message_id = $2, place = $3, "
    "alternative = $4 WHERE id = $1"};
static sql::Statement const count_of_message{"UPDATE messages SET file_count = file_count + 1 WHERE id = $1"};

void say_with(sql::Transaction& transaction, ConversationId conversation, MessageId message, FileId id,
              std::size_t place, std::string_view alternative) {
    transaction.run(update_said_in_message, id, message, place, alternative, conversation);
    transaction.run(count_of_message, message);
}

static sql::Statement const select_of_post{"SELECT id, kind, alternative FROM files WHERE post_id = $1 ORDER BY place"};
static sql::Statement const select_of_message{
    "SELECT id, kind, alternative FROM files WHERE message_id = $1 ORDER BY place"};

static std::vector<AttachedFile> with_versions(sql::Transaction& transaction, std::vector<AttachedFile> attached) {
    for (auto& file : attached) file.versions = versions_of(transaction, file.id);
    return attached;
}

std::vector<AttachedFile> of(sql::Transaction& transaction, PostId post) {
    return with_versions(transaction, transaction.all(select_of_post, read_attached, post));
}

std::vector<AttachedFile> of(sql::Transaction& transaction, MessageId message) {
    return with_versions(transaction, transaction.all(select_of_message, read_attached, message));
}

static sql::Statement const update_alternative{"UPDATE files SET alternative = $3 WHERE id = $1 AND post_id = $2"};
static sql::Statement const delete_one_of_post{"DELETE FROM files WHERE id = $1 AND post_id = $2"};
static sql::Statement const count_one_less{"UPDATE posts SET file_count = file_count - 1 WHERE id = $1"};

void describe(sql::Transaction& transaction, PostId post, FileId id, std::string_view alternative) {
    transaction.run(update_alternative, id, post, alternative);
}

void take_away(sql::Transaction& transaction, PostId post, FileId id) {
    if (transaction.run(delete_one_of_post, id, post) > 0) transaction.run(count_one_less, post);
}

static sql::Statement const delete_of_post{"DELETE FROM files WHERE post_id = $1"};
static sql::Statement const delete_of_message{"DELETE FROM files WHERE message_id = $1"};
static sql::Statement const count_none_of_post{"UPDATE posts SET file_count = 0 WHERE id = $1"};
static sql::Statement const count_none_of_message{"UPDATE messages SET file_count = 0 WHERE id = $1"};

void forget(sql::Transaction& transaction, PostId post) {
    if (transaction.run(delete_of_post, post) > 0) transaction.run(count_none_of_post, post);
}

void forget(sql::Transaction& transaction, MessageId message) {
    if (transaction.run(delete_of_message, message) > 0) transaction.run(count_none_of_message, message);
}

static sql::Statement const select_versions{
    "SELECT name, width, height FROM file_versions WHERE file_id = $1 ORDER BY place"};

std::vector<FileVersion> versions_of(sql::Transaction& transaction, FileId id) {
    return transaction.all(select_versions, read_version, id);
}

static sql::Statement const select_bytes{"SELECT bytes FROM file_versions WHERE file_id = $1 AND name = $2"};

std::optional<std::string> bytes_of(sql::Transaction& transaction, FileId id, std::string_view version) {
    return transaction.one(select_bytes, [](sql::Row const& row) { return std::string{row.blob(0)}; }, id, version);
}

static sql::Statement const delete_past{"DELETE FROM files WHERE goes_at <= $1"};

std::int64_t sweep(sql::Transaction& transaction, Time now) {
    forget_sent(transaction, now);
    return transaction.run(delete_past, now);
}

}  // namespace kith::files
