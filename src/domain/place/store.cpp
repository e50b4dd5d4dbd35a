#include "domain/place/place.hpp"
#include "platform/crypto/token.hpp"

namespace kith::place {

static sql::Statement const select_name{"SELECT name FROM place WHERE id = 1"};

std::optional<std::string> name(sql::Transaction& transaction) {
    return transaction.one(select_name, [](sql::Row const& row) { return row.string(0); });
}

static sql::Statement const upsert_name{
    "INSERT INTO place (id, name, opened_at) VALUES (1, $1, $2) ON CONFLICT (id) DO UPDATE SET name = $1"};

void set_name(sql::Transaction& transaction, std::string_view name, Time now) {
    transaction.run(upsert_name, name, now);
}

static sql::Statement const select_any_host{"SELECT 1 FROM hosts LIMIT 1"};
static sql::Statement const delete_unused{"DELETE FROM host_links WHERE used_at IS NULL"};
static sql::Statement const insert_link{"INSERT INTO host_links (token_hash, made_at, used_at) VALUES ($1, $2, NULL)"};

std::optional<std::string> make_host_link(sql::Database& database, Time now) {
    auto const secret = crypto::random_token();
    bool made = false;
    (void)database.write([&](sql::Transaction& transaction) -> Result<void> {
        made = !transaction.any(select_any_host);
        if (!made) return {};
        transaction.run(delete_unused);
        transaction.run(insert_link, std::span<std::uint8_t const>{crypto::digest(secret)}, now);
        return {};
    });
    return made ? std::optional{secret} : std::nullopt;
}

static sql::Statement const select_link{"SELECT 1 FROM host_links WHERE token_hash = $1 AND used_at IS NULL"};

bool host_link_open(sql::Transaction& transaction, std::string_view secret) {
    return transaction.any(select_link, std::span<std::uint8_t const>{crypto::digest(secret)});
}

static sql::Statement const update_link{"UPDATE host_links SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL"};

bool use_host_link(sql::Transaction& transaction, std::string_view secret, Time now) {
    return transaction.run(update_link, std::span<std::uint8_t const>{crypto::digest(secret)}, now) == 1;
}

}  // namespace kith::place
