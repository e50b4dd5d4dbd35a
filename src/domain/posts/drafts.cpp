#include "domain/posts/drafts.hpp"

#include "base/text.hpp"
#include "domain/posts/post.hpp"

namespace kith::posts {

namespace {

constexpr std::string_view word_of(DraftPlace::Kind kind) {
    switch (kind) {
        case DraftPlace::Kind::group: return "group";
        case DraftPlace::Kind::thread: return "thread";
        case DraftPlace::Kind::post: return "post";
        case DraftPlace::Kind::ask: return "ask";
        case DraftPlace::Kind::offer: return "offer";
    }
    return {};
}

}  // namespace

std::string DraftPlace::text() const { return std::string{word_of(kind)} + ":" + Id<void>{id}.text(); }

std::string DraftPlace::page() const {
    auto const name = Id<void>{id}.text();
    switch (kind) {
        case Kind::group: return "/groups/" + name;
        case Kind::thread: return "/posts/" + name + "#body";
        case Kind::post: return "/posts/" + name + "/edit";
        case Kind::ask: return "/groups/" + name + "/asks/new";
        case Kind::offer: return "/asks/" + name;
    }
    return {};
}

std::optional<DraftPlace> DraftPlace::parse(std::string_view text) {
    for (auto const kind : {Kind::group, Kind::thread, Kind::post, Kind::ask}) {
        auto const word = word_of(kind);
        if (!text.starts_with(word) || text.substr(word.size(), 1) != ":") continue;
        if (auto const id = Id<void>::parse(text.substr(word.size() + 1))) return DraftPlace{kind, id->bytes};
    }
    return std::nullopt;
}

static sql::Statement const upsert_draft{
    "INSERT INTO drafts (person_id, place, group_id, body, fields, kept_at) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (person_id, place) DO UPDATE SET body = $4, fields = $5, kept_at = $6"};
static sql::Statement const delete_oldest_drafts{
    "DELETE FROM drafts WHERE person_id = $1 AND place NOT IN "
    "(SELECT place FROM drafts WHERE person_id = $1 ORDER BY kept_at DESC LIMIT $2)"};

void keep_draft(sql::Transaction& transaction, PersonId person, std::string_view place, GroupId group,
                KeptWords const& words, Time now) {
    if (text::trim(words.body).empty()) return forget_draft(transaction, person, place);
    transaction.run(upsert_draft, person, place, group, words.body, words.fields, now);
    transaction.run(delete_oldest_drafts, person, drafts_of_person_max);
}

static sql::Statement const delete_draft{"DELETE FROM drafts WHERE person_id = $1 AND place = $2"};

void forget_draft(sql::Transaction& transaction, PersonId person, std::string_view place) {
    transaction.run(delete_draft, person, place);
}

static sql::Statement const select_drafts{
    "SELECT drafts.place, groups.name, drafts.body, drafts.fields, drafts.kept_at FROM drafts "
    "JOIN memberships ON memberships.group_id = drafts.group_id AND memberships.person_id = drafts.person_id "
    "JOIN groups ON groups.id = drafts.group_id WHERE drafts.person_id = $1 "
    "ORDER BY drafts.kept_at DESC, drafts.place"};

std::vector<KeptDraft> drafts_of(sql::Transaction& transaction, PersonId person) {
    return transaction.all(
        select_drafts,
        [](sql::Row const& row) {
            return KeptDraft{row.string(0), row.string(1), row.string(2), row.string(3), row.time(4)};
        },
        person);
}

static sql::Statement const select_draft{"SELECT body, fields FROM drafts WHERE person_id = $1 AND place = $2"};

KeptWords find_draft(sql::Transaction& transaction, PersonId person, std::string_view place) {
    return transaction
        .one(
            select_draft, [](sql::Row const& row) { return KeptWords{row.string(0), row.string(1)}; }, person, place)
        .value_or(KeptWords{});
}

}  // namespace kith::posts
