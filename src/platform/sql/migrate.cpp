#include "platform/sql/migrate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/time.hpp"

namespace kith::sql {

namespace {

constexpr std::string_view table =
    "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT;";

Statement const find_applied{"SELECT name FROM migrations ORDER BY name"};

// The name goes into the script, since a script takes no values.
void check_name(std::string_view name) {
    bool const plain = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
    if (!plain) throw Failure{Failure::Kind::broken, fmt::format("a migration cannot be named \"{}\"", name)};
}

// The record first: when two servers start on one PostgreSQL, the second stops at it.
std::string with_record(Migration const& migration) {
    return fmt::format("INSERT INTO migrations (name, applied_at) VALUES ('{}', {});\n{}", migration.name,
                       system_now().milliseconds, migration.text);
}

}  // namespace

std::string words_for_unknown(std::string_view name) {
    if (name == filling_mark)
        return "the database was not filled to its end: a restore or a move into it was cut short. Begin again with an "
               "empty one.";
    return fmt::format(
        "the database is newer than this program: it holds the change \"{}\", which this program does not know. Start "
        "the newer program, or restore a backup made before the change.",
        name);
}

std::set<std::string> applied(Database& database) {
    auto const names = database.read([](Transaction& transaction) {
        return transaction.all(find_applied, [](Row const& row) { return row.string(0); });
    });
    return {names.begin(), names.end()};
}

std::vector<std::string> migrate(Database& database, std::span<Migration const> migrations) {
    for (auto const& migration : migrations) check_name(migration.name);
    database.run_script(table);

    auto const known = [&](std::string const& name) {
        return std::ranges::any_of(migrations, [&](Migration const& migration) { return migration.name == name; });
    };
    auto const before = applied(database);
    for (auto const& name : before)
        if (!known(name)) throw Failure{Failure::Kind::broken, words_for_unknown(name)};

    std::vector<Migration> missing;
    for (auto const& migration : migrations)
        if (!before.contains(std::string{migration.name})) missing.push_back(migration);
    std::ranges::sort(missing, {}, &Migration::name);

    std::vector<std::string> done;
    for (auto const& migration : missing) {
        try {
            database.run_script(with_record(migration));
            done.emplace_back(migration.name);
        } catch (Failure const& failure) {
            if (applied(database).contains(std::string{migration.name})) continue;  // another server was faster
            throw Failure{failure.kind(), fmt::format("migration {}: {}", migration.name, failure.what())};
        }
    }
    return done;
}

}  // namespace kith::sql
