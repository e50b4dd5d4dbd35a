#include "domain/acts/chain.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "domain/acts/log.hpp"
#include "platform/crypto/signing.hpp"
#include "platform/crypto/token.hpp"

namespace kith::acts {

namespace {

constexpr std::string_view key_name = "log";
constexpr std::size_t code_characters = 12;
constexpr std::size_t code_group_characters = 4;
constexpr std::string_view code_letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";  // 32, none drawn like another

std::string as_bytes(crypto::Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}
std::string_view as_bytes(IdBytes const& id) { return {reinterpret_cast<char const*>(id.data()), id.size()}; }

// Each part behind its length, so that no two texts are made of different parts.
class Parts {
public:
    Parts& add(std::string_view part) {
        text_ += fmt::format("{}:", part.size());
        text_.append(part);
        return *this;
    }
    Parts& add(std::int64_t number) { return add(std::to_string(number)); }
    std::string const& text() const { return text_; }

private:
    std::string text_;
};

}  // namespace

std::string mark_of(std::string_view salt, PersonId person) {
    return as_bytes(crypto::digest(Parts{}.add(salt).add(as_bytes(person.bytes)).text()));
}

std::string digest_of(Link const& link, std::string_view before) {
    Parts parts;
    parts.add("kith act 1").add(before).add(as_bytes(link.chain.bytes)).add(link.number);
    parts.add(link.by_mark).add(link.about_mark).add(link.act).add(link.about).add(link.reason);
    return as_bytes(crypto::digest(parts.add(link.done_at.milliseconds).text()));
}

std::string code_of(std::string_view digest) {
    std::string code;
    for (std::size_t i = 0; i < code_characters && i < digest.size(); ++i) {
        if (i > 0 && i % code_group_characters == 0) code += '-';
        code += code_letters[static_cast<unsigned char>(digest[i]) % code_letters.size()];
    }
    return code;
}

std::string sealed_text(GroupId chain, Head const& head) {
    return Parts{}.add("kith log head 1").add(as_bytes(chain.bytes)).add(head.lines).add(head.digest).text();
}

static sql::Statement const select_key{"SELECT value FROM place_keys WHERE name = $1"};
static sql::Statement const insert_key{"INSERT INTO place_keys (name, value, made_at) VALUES ($1, $2, $3)"};

static std::optional<std::string> find_key(sql::Transaction& transaction) {
    return transaction.one(select_key, [](sql::Row const& row) { return std::string{row.blob(0)}; }, key_name);
}

std::string sealing_key(sql::Transaction& transaction, Time now) {
    if (auto kept = find_key(transaction)) return *std::move(kept);
    auto made = crypto::make_sealing_key();
    transaction.run(insert_key, key_name, sql::Value::blob(made), now);
    return made;
}

namespace {

// Follows one log from its first line to its last.
class Follower {
public:
    Follower(GroupId chain, std::vector<Complaint>& complaints) : chain_{chain}, complaints_{complaints} {}

    void take(Link const& link) {
        if (link.number != head_.lines + 1)
            complain(link.number, fmt::format("line {} is missing, or stands elsewhere", head_.lines + 1));
        if (digest_of(link, head_.digest) != link.digest)
            complain(link.number, "it was changed, or the one before it was");
        if (link.number == 1 && link.act != stored(Act::founded) && link.act != stored(Act::log_begun))
            complain(1, "a log begins with its beginning, and this line is another");
        look_at_name(link, "who", link.by, link.by_salt, link.by_mark);
        look_at_name(link, "whom", link.about_person, link.about_salt, link.about_mark);
        if (link.act == stored(Act::names_taken_out)) read_taken_out(link.about);
        head_ = {link.number, link.digest};
    }

    void end(Head const* sealed) {
        for (auto const& [number, which] : missing_)
            complain(number, fmt::format("a name was taken out ({}), and no line says so", which));
        if (!sealed)
            complain(0, "its sealed head is missing");
        else if (sealed->lines != head_.lines || sealed->digest != head_.digest)
            complain(0, fmt::format("it ends with line {}, and its seal says {}", head_.lines, sealed->lines));
    }

    Head const& head() const { return head_; }

private:
    void complain(std::int64_t line, std::string words) { complaints_.push_back({chain_, line, std::move(words)}); }

    void look_at_name(Link const& link, std::string_view which, std::optional<PersonId> const& person,
                      std::string_view salt, std::string_view mark) {
        if (person) {
            if (mark_of(salt, *person) != mark) complain(link.number, fmt::format("a name was changed ({})", which));
        } else if (!salt.empty()) {
            complain(link.number, fmt::format("a name was changed ({})", which));
        } else if (!mark.empty()) {
            missing_.emplace(link.number, which);
        }
    }

    // "line 3 (who), line 9 (whom)"
    void read_taken_out(std::string_view words) {
        constexpr std::string_view line = "line ";
        for (auto at = words.find(line); at != words.npos; at = words.find(line)) {
            words.remove_prefix(at + line.size());
            std::int64_t number = 0;
            while (!words.empty() && words.front() >= '0' && words.front() <= '9' && number < 1'000'000'000) {
                number = number * 10 + (words.front() - '0');
                words.remove_prefix(1);
            }
            auto const end = words.find(')');
            if (!words.starts_with(" (") || end == words.npos) return;
            missing_.erase({number, std::string{words.substr(2, end - 2)}});
        }
    }

    GroupId chain_;
    std::vector<Complaint>& complaints_;
    Head head_;
    std::set<std::pair<std::int64_t, std::string>> missing_;
};

Link read_link(sql::Row const& row) {
    Link link;
    link.chain = row.id<Group>(0);
    link.number = row.integer(1);
    link.by = row.maybe_id<Person>(2);
    link.about_person = row.maybe_id<Person>(3);
    link.act = row.string(4);
    link.about = row.string(5);
    link.reason = row.string(6);
    link.done_at = row.time(7);
    auto const bytes = [&](int column) { return row.is_null(column) ? std::string{} : std::string{row.blob(column)}; };
    link.by_salt = bytes(8);
    link.about_salt = bytes(9);
    link.by_mark = bytes(10);
    link.about_mark = bytes(11);
    link.digest = bytes(12);
    return link;
}

}  // namespace

static sql::Statement const select_links{
    "SELECT chain_id, number, done_by, about_id, act, about, reason, done_at, by_salt, about_salt, by_mark, "
    "about_mark, digest FROM acts ORDER BY chain_id, number"};
static sql::Statement const select_strays{
    "SELECT chain_id, number FROM acts WHERE COALESCE(group_id, $1) <> chain_id ORDER BY chain_id, number"};
static sql::Statement const select_heads{"SELECT chain_id, lines, digest, seal FROM act_heads ORDER BY chain_id"};
static sql::Statement const select_stray_heads{
    "SELECT chain_id FROM act_heads WHERE COALESCE(group_id, $1) <> chain_id"};
static sql::Statement const select_group_ids{"SELECT id FROM groups ORDER BY id"};
static sql::Statement const select_unchained{"SELECT DISTINCT group_id FROM facilitation_log ORDER BY group_id"};

namespace {

// The heads whose seal holds.
std::map<GroupId, Head> sealed_heads(sql::Transaction& transaction, std::string_view key, Verified& verified) {
    std::map<GroupId, Head> heads;
    transaction.all(select_heads, [&](sql::Row const& row) {
        auto const chain = row.id<Group>(0);
        Head const head{row.integer(1), std::string{row.blob(2)}};
        if (!crypto::is_seal_of(key, sealed_text(chain, head), row.blob(3)))
            verified.complaints.push_back({chain, 0, "its head was changed: the seal does not fit"});
        heads.emplace(chain, head);
        return 0;
    });
    return heads;
}

}  // namespace

Verified verify(sql::Transaction& transaction) {
    Verified verified;
    auto const key = find_key(transaction);
    auto const checking = key && key->size() == crypto::sealing_key_bytes ? crypto::checking_key_of(*key) : "";
    verified.key_code = code_of(as_bytes(crypto::digest(checking)));
    auto heads = sealed_heads(transaction, checking, verified);
    std::set<GroupId> wanted{of_the_place};
    for (auto const& group : transaction.all(select_group_ids, [](sql::Row const& row) { return row.id<Group>(0); }))
        wanted.insert(group);
    std::map<GroupId, Follower> followers;
    transaction.all(select_links, [&](sql::Row const& row) {
        auto const link = read_link(row);
        followers.try_emplace(link.chain, link.chain, verified.complaints).first->second.take(link);
        ++verified.lines;
        return 0;
    });
    for (auto const& [chain, head] : heads) wanted.insert(chain);
    for (auto const& chain : wanted) followers.try_emplace(chain, chain, verified.complaints);
    for (auto& [chain, follower] : followers) {
        auto const head = heads.find(chain);
        follower.end(head == heads.end() ? nullptr : &head->second);
    }
    auto const complain = [&](sql::Row const& row) {
        verified.complaints.push_back({row.id<Group>(0), 0, "a line of it, or its head, is kept under another group"});
        return 0;
    };
    transaction.all(select_strays, complain, of_the_place);
    transaction.all(select_stray_heads, complain, of_the_place);
    transaction.all(select_unchained, [&](sql::Row const& row) {
        verified.complaints.push_back(
            {row.id<Group>(0), 0, "lines of before wait for the next start, or were put there"});
        return 0;
    });
    verified.chains = static_cast<std::int64_t>(followers.size());
    verified.head_code = code_of(followers.at(of_the_place).head().digest);
    return verified;
}

}  // namespace kith::acts
