#include "app/once.hpp"

namespace kith::app {

namespace {
constexpr std::size_t time_bytes = 6;  // of an ordered id, at its beginning
}  // namespace

std::optional<crypto::Digest> key_of(Call const& call) {
    auto key = call.request.header("idempotency-key").value_or("");
    if (key.empty()) key = call.form.value("idempotency_key");
    if (key.empty()) return std::nullopt;
    std::string bound{call.who ? call.who->person.text() : std::string{}};
    bound.append("\n").append(call.request.path).append("\n").append(key);
    auto digest = crypto::digest(bound);
    // Keys that were made at one time are remembered side by side: many written together touch few pages of the
    // database. The time is in the keys of our own forms (page.cpp); of any other it is as good a beginning.
    if (auto const made = Id<void>::parse(key)) std::copy_n(made->bytes.begin(), time_bytes, digest.begin());
    return digest;
}

static sql::Statement const select_done{"SELECT location, thing FROM done_once WHERE key_hash = $1"};

std::optional<Done> done_before(sql::Transaction& transaction, crypto::Digest const& key) {
    return transaction.one(
        select_done, [](sql::Row const& row) { return Done{row.string(0), row.string(1)}; },
        std::span<std::uint8_t const>{key});
}

static sql::Statement const insert_done{
    "INSERT INTO done_once (key_hash, location, thing, done_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};

void remember(sql::Transaction& transaction, crypto::Digest const& key, Answer const& answer, Time now) {
    if (auto const* done = std::get_if<Done>(&answer.what))
        transaction.run(insert_done, std::span<std::uint8_t const>{key}, done->location, done->id, now);
}

static sql::Statement const delete_old{"DELETE FROM done_once WHERE done_at < $1"};

void forget_old_keys(sql::Transaction& transaction, Time now) { transaction.run(delete_old, now - done_once_kept); }

}  // namespace kith::app
