#include "domain/me/files.hpp"

#include "domain/files/store.hpp"
#include "domain/files/views.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/tabs.hpp"

namespace kith::me {

using html::Seen;
using html::View;

#define KITH_MINE                                                                                            \
    "files.state = 'ready' AND (files.person_id = $1 OR posts.author_id = $1 OR messages.author_id = $1 OR " \
    "posts.pen_id IN (SELECT held.id FROM pens AS held WHERE held.person_id = $1)) "
#define KITH_WITH_WORDS                                       \
    "FROM files LEFT JOIN posts ON posts.id = files.post_id " \
    "LEFT JOIN messages ON messages.id = files.message_id "

// Found by what each index knows, and put in order: their sender's posts, messages, and what waits.
static sql::Statement const select_files{
    "SELECT files.id, files.kind, files.alternative, files.post_id, files.message_id, "
    "files.conversation_id " KITH_WITH_WORDS
    "WHERE files.id IN (SELECT waiting.id FROM files AS waiting WHERE waiting.person_id = $1 "
    "UNION ALL SELECT said.id FROM posts AS mine JOIN files AS said ON said.post_id = mine.id WHERE mine.author_id = "
    "$1 "
    "UNION ALL SELECT said.id FROM pens JOIN posts AS mine ON mine.pen_id = pens.id "
    "JOIN files AS said ON said.post_id = mine.id WHERE pens.person_id = $1 "
    "UNION ALL SELECT said.id FROM messages AS mine JOIN files AS said ON said.message_id = mine.id "
    "WHERE mine.author_id = $1) AND " KITH_MINE "ORDER BY files.post_id, files.message_id, files.place, files.id"};

static sql::Statement const select_own{"SELECT 1 " KITH_WITH_WORDS "WHERE files.id = $2 AND " KITH_MINE};

#undef KITH_MINE
#undef KITH_WITH_WORDS

namespace {

struct Mine {
    FileId id;
    media::MadeKind kind;
    std::string alternative, said_at;
};

Mine read_mine(sql::Row const& row) {
    Mine mine{row.id<File>(0), media::made_kind_from(row.text(1)).value_or(media::MadeKind::picture), row.string(2),
              ""};
    auto const post = row.maybe_id<Post>(3);
    auto const message = row.maybe_id<Message>(4);
    if (post) mine.said_at = "/posts/" + post->text();
    if (message) mine.said_at = "/messages/" + row.id<Conversation>(5).text() + "#message-" + message->text();
    return mine;
}

View file_view(sql::Transaction& transaction, Mine const& mine) {
    auto const versions = files::versions_of(transaction, mine.id);
    View view;
    view.text("file", mine.id.text()).text("kind", std::string{name_of(mine.kind)});
    view.text("kind_in_words", files::kind_in_words(mine.kind, versions.size()), Seen::by_templates_only);
    view.text("alternative", mine.alternative).text("said_at", mine.said_at);
    View::List list;
    for (auto const& version : versions) {
        View line;
        line.text("version", version.name).text("href", "/me/files/" + mine.id.text() + "/" + version.name);
        line.number("width", version.width).number("height", version.height);
        list.push_back(std::move(line));
    }
    view.list("sizes", std::move(list));
    return view;
}

}  // namespace

View::List files_of(sql::Transaction& transaction, PersonId person) {
    View::List list;
    for (auto const& mine : transaction.all(select_files, read_mine, person))
        list.push_back(file_view(transaction, mine));
    return list;
}

std::optional<std::string> own_bytes(sql::Transaction& transaction, PersonId person, FileId file,
                                     std::string_view version) {
    if (!transaction.any(select_own, person, file)) return std::nullopt;
    return files::bytes_of(transaction, file, version);
}

Result<Answer> show_files(Call& call, SignedIn const&) {
    View view;
    add_tabs(view, "/me/data");
    auto list = files_of(call.transaction(), call.viewer().person);
    std::int64_t number = 0;
    for (auto& file : list) file.number("number", ++number, Seen::by_templates_only);
    view.list("files", std::move(list));
    return Page{"my_files", std::move(view)};
}

Result<Answer> give_file(Call& call, SignedIn const&) {
    auto bytes = own_bytes(call.transaction(), call.viewer().person, TRY(call.id<File>("file")), call.part("size"));
    if (!bytes) return fail(Error::not_found());
    return Picture{*std::move(bytes)};
}

}  // namespace kith::me
