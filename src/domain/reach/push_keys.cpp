#include "domain/reach/push_keys.hpp"

#include <stdexcept>

namespace kith::reach {

constexpr std::string_view name = "push";

static sql::Statement const select_key{"SELECT value FROM place_keys WHERE name = $1"};
// Of two that are made at the same moment the first stays.
static sql::Statement const insert_key{
    "INSERT INTO place_keys (name, value, made_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};

push::KeyPair own_keys(sql::Database& database, Time now) {
    auto const find = [](sql::Transaction& transaction) {
        return transaction.one(select_key, [](sql::Row const& row) { return std::string{row.blob(0)}; }, name);
    };
    auto kept = database.read(find);
    if (!kept) {
        auto const made = push::KeyPair::make();
        auto const both = made.private_key() + made.public_key();
        kept = *database.write([&](sql::Transaction& transaction) -> Result<std::optional<std::string>> {
            transaction.run(insert_key, name, sql::Value::blob(both), now);
            return find(transaction);
        });
    }
    auto key = kept->size() > push::private_key_bytes ? push::KeyPair::from(kept->substr(0, push::private_key_bytes),
                                                                            kept->substr(push::private_key_bytes))
                                                      : std::nullopt;
    if (!key) throw std::runtime_error{"The key for notifications in the database cannot be read."};
    return *std::move(key);
}

}  // namespace kith::reach
