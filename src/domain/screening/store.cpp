#include "domain/screening/store.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace kith::screening {

namespace {

constexpr double millionths = 1e6;
constexpr float log_share_max = 1000.0F;  // no share of people comes near it

std::optional<screen::Class> class_named(std::string_view name) {
    for (std::size_t i = 0; i < screen::class_count; ++i)
        if (auto const each = static_cast<screen::Class>(i); screen::name_of(each) == name) return each;
    return std::nullopt;
}

std::int64_t in_millionths(float log_share) {
    return std::llround(std::clamp(log_share, -log_share_max, log_share_max) * millionths);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) text += line + "\n";
    return text;
}

}  // namespace

static sql::Statement const select_settings{
    "SELECT strict, same_area, same_employer, forms FROM screening_settings WHERE group_id = $1"};

GroupSettings find_settings(sql::Transaction& transaction, GroupId group) {
    return transaction
        .one(
            select_settings,
            [](sql::Row const& row) {
                return GroupSettings{row.flag(0), row.flag(1), row.flag(2), lines_of(row.text(3))};
            },
            group)
        .value_or(GroupSettings{});
}

static sql::Statement const upsert_settings{
    "INSERT INTO screening_settings (group_id, strict, same_area, same_employer, forms) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (group_id) DO UPDATE SET strict = $2, same_area = $3, same_employer = $4, forms = $5"};

void keep_settings(sql::Transaction& transaction, GroupId group, GroupSettings const& settings) {
    transaction.run(upsert_settings, group, settings.strict, settings.same_area, settings.same_employer,
                    joined(settings.forms));
}

// What is read here is read twice, before the transaction and in it, and compared: so it has an order.
static sql::Statement const select_member_names{
    "SELECT people.name FROM memberships JOIN people ON people.id = memberships.person_id "
    "WHERE memberships.group_id = $1 ORDER BY people.name, people.id LIMIT $2"};

std::vector<std::string> member_names(sql::Transaction& transaction, GroupId group) {
    auto names = transaction.all(
        select_member_names, [](sql::Row const& row) { return row.string(0); }, group, members_known_max + 1);
    if (names.size() > members_known_max) names.clear();
    return names;
}

static sql::Statement const select_told{
    "SELECT class, piece_key, MIN(log_share) FROM told_pieces WHERE group_id = $1 AND person_id = $2 "
    "AND told_at >= $3 AND post_id <> $4 GROUP BY class, piece_key ORDER BY MAX(told_at) DESC, class, piece_key LIMIT "
    "$5"};

// Nothing for a class that an older version of the program knew.
static std::optional<screen::Piece> read_piece(sql::Row const& row) {
    auto const what = class_named(row.text(0));
    if (!what) return std::nullopt;
    return screen::Piece{*what, static_cast<std::uint32_t>(row.integer(1)),
                         static_cast<float>(static_cast<double>(row.integer(2)) / millionths)};
}

std::vector<screen::Piece> told_by(sql::Transaction& transaction, Where const& where, PersonId author, Time since) {
    std::vector<screen::Piece> told;
    for (auto const& piece : transaction.all(select_told, read_piece, where.group, author, since,
                                             where.changed.value_or(PostId{}), pieces_of_author_max))
        if (piece) told.push_back(*piece);
    return told;
}

static sql::Statement const delete_told{"DELETE FROM told_pieces WHERE post_id = $1"};
static sql::Statement const insert_told{
    "INSERT INTO told_pieces (post_id, group_id, person_id, class, piece_key, log_share, told_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"};

void set_told(sql::Transaction& transaction, GroupId group, PostId post, PersonId author,
              std::vector<screen::Piece> const& pieces, Time now) {
    transaction.run(delete_told, post);
    for (auto const& piece : pieces)
        transaction.run(insert_told, post, group, author, screen::name_of(piece.what),
                        static_cast<std::int64_t>(piece.key), in_millionths(piece.log_share), now);
}

static sql::Statement const select_told_between{
    "SELECT class, piece_key, MIN(log_share) FROM told_in_messages WHERE conversation_id = $1 AND person_id = $2 "
    "AND told_at >= $3 GROUP BY class, piece_key ORDER BY MAX(told_at) DESC, class, piece_key LIMIT $4"};

std::vector<screen::Piece> told_by(sql::Transaction& transaction, ConversationId conversation, PersonId author,
                                   Time since) {
    std::vector<screen::Piece> told;
    for (auto const& piece :
         transaction.all(select_told_between, read_piece, conversation, author, since, pieces_of_author_max))
        if (piece) told.push_back(*piece);
    return told;
}

static sql::Statement const insert_told_between{
    "INSERT INTO told_in_messages (message_id, conversation_id, person_id, class, piece_key, log_share, told_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"};

void add_told(sql::Transaction& transaction, ConversationId conversation, MessageId message, PersonId author,
              std::vector<screen::Piece> const& pieces, Time now) {
    for (auto const& piece : pieces)
        transaction.run(insert_told_between, message, conversation, author, screen::name_of(piece.what),
                        static_cast<std::int64_t>(piece.key), in_millionths(piece.log_share), now);
}

static sql::Statement const select_left{"SELECT finding_key FROM left_as_is WHERE post_id = $1 AND person_id = $2"};

std::vector<std::uint64_t> left_in(sql::Transaction& transaction, PostId post, PersonId author) {
    return transaction.all(
        select_left, [](sql::Row const& row) { return std::bit_cast<std::uint64_t>(row.integer(0)); }, post, author);
}

static sql::Statement const insert_left{
    "INSERT INTO left_as_is (post_id, group_id, person_id, finding_key) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};

void add_left(sql::Transaction& transaction, GroupId group, PostId post, PersonId author,
              std::vector<std::uint64_t> const& keys) {
    for (auto const key : keys) transaction.run(insert_left, post, group, author, std::bit_cast<std::int64_t>(key));
}

static sql::Statement const delete_left{"DELETE FROM left_as_is WHERE post_id = $1"};

void forget(sql::Transaction& transaction, PostId post) {
    transaction.run(delete_told, post);
    transaction.run(delete_left, post);
}

static sql::Statement const delete_told_by{"DELETE FROM told_pieces WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const delete_left_by{"DELETE FROM left_as_is WHERE group_id = $1 AND person_id = $2"};

void forget(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_told_by, group, person);
    transaction.run(delete_left_by, group, person);
}

}  // namespace kith::screening
