#include "domain/acts/log.hpp"

#include <fmt/format.h>

#include <array>
#include <map>

#include "domain/acts/chain.hpp"
#include "platform/crypto/signing.hpp"
#include "platform/crypto/token.hpp"

namespace kith::acts {

namespace {

constexpr std::size_t salt_bytes = 16;

std::string new_salt() {
    std::array<std::uint8_t, salt_bytes> salt;
    crypto::random_bytes(salt);
    return {reinterpret_cast<char const*>(salt.data()), salt.size()};
}

std::optional<GroupId> group_of(GroupId chain) { return chain == of_the_place ? std::nullopt : std::optional{chain}; }

// Nothing where there is no salt.
sql::Value salt_value(std::string const& salt) {
    auto value = sql::Value::blob(salt);
    value.null = salt.empty();
    return value;
}

}  // namespace

static sql::Statement const select_head{"SELECT lines, digest FROM act_heads WHERE chain_id = $1"};
static sql::Statement const insert_line{
    "INSERT INTO acts (chain_id, number, group_id, done_by, about_id, act, about, reason, done_at, by_salt, "
    "about_salt, "
    "by_mark, about_mark, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"};
static sql::Statement const upsert_head{
    "INSERT INTO act_heads (chain_id, group_id, lines, digest, seal) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (chain_id) DO UPDATE SET lines = $3, digest = $4, seal = $5"};

static void append(sql::Transaction& transaction, Link link, Time now) {
    auto head = transaction
                    .one(
                        select_head, [](sql::Row const& row) { return Head{row.integer(0), std::string{row.blob(1)}}; },
                        link.chain)
                    .value_or(Head{});
    link.number = head.lines + 1;
    if (link.by) {
        link.by_salt = new_salt();
        link.by_mark = mark_of(link.by_salt, *link.by);
    }
    if (link.about_person) {
        link.about_salt = new_salt();
        link.about_mark = mark_of(link.about_salt, *link.about_person);
    }
    link.digest = digest_of(link, head.digest);
    head = {link.number, link.digest};
    auto const group = group_of(link.chain);
    transaction.run(insert_line, link.chain, link.number, group, link.by, link.about_person, link.act, link.about,
                    link.reason, link.done_at, salt_value(link.by_salt), salt_value(link.about_salt),
                    sql::Value::blob(link.by_mark), sql::Value::blob(link.about_mark), sql::Value::blob(link.digest));
    auto const seal = crypto::seal_of(sealing_key(transaction, now), sealed_text(link.chain, head));
    transaction.run(upsert_head, link.chain, group, head.lines, sql::Value::blob(head.digest), sql::Value::blob(seal));
}

void log(sql::Transaction& transaction, GroupId group, std::optional<PersonId> by, Act act, About about,
         std::string_view reason, Time now) {
    Link link;
    link.chain = group;
    link.by = by;
    link.about_person = about.person;
    link.act = stored(act);
    link.about = about.words;
    link.reason = reason;
    link.done_at = now;
    append(transaction, std::move(link), now);
}

#define KITH_LINE_COLUMNS                                                                                       \
    "SELECT acts.number, doer.name, acts.act, meant.name, acts.about, acts.reason, acts.done_at, acts.digest, " \
    "acts.by_mark, acts.about_mark FROM acts LEFT JOIN people AS doer ON doer.id = acts.done_by "               \
    "LEFT JOIN people AS meant ON meant.id = acts.about_id WHERE acts.chain_id = $1 "

static LogLine read_line(sql::Row const& row, GroupId chain) {
    auto const somebody = [&](int name, int mark, std::string otherwise) {
        if (row.blob(mark).empty()) return otherwise;
        return row.is_null(name) ? std::string{"A former member"} : row.string(name);
    };
    LogLine line;
    line.number = row.integer(0);
    line.act = row.string(2);
    bool const says_it_all = line.act == stored(Act::names_taken_out) || line.act == stored(Act::log_begun);
    line.by = somebody(1, 8, says_it_all ? "" : chain == of_the_place ? "Whoever runs the machine" : "Kith");
    line.about = somebody(3, 9, row.string(4));
    line.reason = row.string(5);
    line.done_at = row.time(6);
    line.code = code_of(row.blob(7));
    return line;
}

static sql::Statement const select_newest{KITH_LINE_COLUMNS "ORDER BY acts.number DESC LIMIT $2"};
static sql::Statement const select_older{KITH_LINE_COLUMNS "AND acts.number < $3 ORDER BY acts.number DESC LIMIT $2"};

#undef KITH_LINE_COLUMNS

std::vector<LogLine> lines(sql::Transaction& transaction, GroupId group, std::optional<std::int64_t> before,
                           std::size_t most) {
    auto const read = [&](sql::Row const& row) { return read_line(row, group); };
    return before ? transaction.all(select_older, read, group, most, *before)
                  : transaction.all(select_newest, read, group, most);
}

static sql::Statement const select_naming{
    "SELECT chain_id, number, CASE WHEN done_by = $1 THEN 1 ELSE 0 END, CASE WHEN about_id = $1 THEN 1 ELSE 0 END "
    "FROM acts WHERE done_by = $1 OR about_id = $1 ORDER BY chain_id, number"};
static sql::Statement const clear_doer{"UPDATE acts SET done_by = NULL, by_salt = NULL WHERE done_by = $1"};
static sql::Statement const clear_meant{"UPDATE acts SET about_id = NULL, about_salt = NULL WHERE about_id = $1"};

void forget(sql::Transaction& transaction, PersonId person, Time now) {
    std::map<GroupId, std::string> taken_out;  // "line 3 (who), line 9 (whom)"
    transaction.all(
        select_naming,
        [&](sql::Row const& row) {
            auto& words = taken_out[row.id<Group>(0)];
            auto const add = [&](std::string_view which) {
                words += fmt::format("{}line {} ({})", words.empty() ? "" : ", ", row.integer(1), which);
            };
            if (row.flag(2)) add("who");
            if (row.flag(3)) add("whom");
            return 0;
        },
        person);
    transaction.run(clear_doer, person);
    transaction.run(clear_meant, person);
    for (auto const& [chain, words] : taken_out)
        log(transaction, chain, std::nullopt, Act::names_taken_out, words, "", now);
}

static sql::Statement const select_any{"SELECT 1 FROM acts UNION ALL SELECT 1 FROM act_heads LIMIT 1"};
static sql::Statement const select_groups{"SELECT id FROM groups ORDER BY id"};
static sql::Statement const select_unchained{
    "SELECT group_id, done_by, act, about, reason, done_at FROM facilitation_log ORDER BY group_id, id"};
static sql::Statement const delete_unchained{"DELETE FROM facilitation_log"};

bool has_begun(sql::Transaction& transaction) { return transaction.any(select_any); }

void begin(sql::Transaction& transaction, Time now) {
    if (has_begun(transaction)) return;
    log(transaction, of_the_place, std::nullopt, Act::log_begun, "", "", now);
    for (auto const& group : transaction.all(select_groups, [](sql::Row const& row) { return row.id<Group>(0); }))
        log(transaction, group, std::nullopt, Act::log_begun, "", "", now);
    auto const read = [](sql::Row const& row) {
        Link link;
        link.chain = row.id<Group>(0);
        link.by = row.maybe_id<Person>(1);
        link.act = row.string(2);
        link.about = row.string(3);
        link.reason = row.string(4);
        link.done_at = row.time(5);
        return link;
    };
    for (auto& link : transaction.all(select_unchained, read)) append(transaction, std::move(link), now);
    transaction.run(delete_unchained);
}

}  // namespace kith::acts
