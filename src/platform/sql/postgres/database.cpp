#include <chrono>
#include <random>
#include <thread>

#include <libpq-fe.h>

#include "platform/sql/database.hpp"
#include "platform/sql/pool.hpp"
#include "platform/sql/postgres/connection.hpp"
#include "platform/sql/postgres/dialect.hpp"
#include "platform/sql/postgres/text_search.hpp"

namespace kith::sql {

namespace {

using postgres::Clash;
using postgres::Connection;
using postgres::Lost;

constexpr int most_tries = 20;
constexpr int most_tries_unique = 3;  // where it was no race, it will fail each time
constexpr std::chrono::microseconds shortest_pause{200};
constexpr std::chrono::microseconds longest_pause{50'000};

// Two servers that start together would trip over each other's CREATE TABLE, IF NOT EXISTS or not.
// The number is any that nothing else locks.
constexpr char const* one_script_at_a_time = "SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(7165294)";

// A random pause, longer from try to try, so that the two do not meet again at once.
void pause_before(int next_try) {
    thread_local std::minstd_rand random{std::random_device{}()};
    auto const most = std::min(longest_pause, shortest_pause * (1 << std::min(next_try, 10)));
    std::this_thread::sleep_for(std::chrono::microseconds{
        std::uniform_int_distribution<std::int64_t>{shortest_pause.count(), most.count()}(random)});
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(PostgresSettings const& settings)
        : pool_{settings.connections, [settings] { return std::make_unique<Connection>(settings); }} {
        static_cast<void>(pool_.take());  // a wrong address is better found now than at the first page
    }

    std::string_view engine() const override { return "postgresql"; }

    void prepare(Statement const& statement) override {
        again_when_lost([&] { pool_.take()->try_prepare(statement); });
    }

    void run_script(std::string_view script) override {
        auto const text = postgres::translate_script(with_text_indexes(script, postgres::write_text_index));
        again_when_lost([&] {
            in_transaction("BEGIN", [&](Connection& connection) -> Result<void> {
                connection.run(one_script_at_a_time);
                connection.run(text);
                return {};
            });
        });
    }

    std::vector<std::string> check_integrity() override;

protected:
    void read_with(Body const& body) override {
        again_when_lost([&] {
            in_transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                           [&](Connection& connection) { return body(connection); });
        });
    }

    void write_with(Body const& body) override {
        for (int tries = 1;; ++tries) {
            try {
                return again_when_lost([&] {
                    in_transaction("BEGIN ISOLATION LEVEL SERIALIZABLE",
                                   [&](Connection& connection) { return body(connection); });
                });
            } catch (Clash const& clash) {
                if (tries >= (clash.cause == Clash::Cause::unique ? most_tries_unique : most_tries)) throw;
            }
            pause_before(tries);
        }
    }

private:
    template <class Work>
    void in_transaction(char const* begin, Work const& work) {
        auto const connection = pool_.take();
        connection->run(begin);
        try {
            if (!work(*connection)) return connection->rollback();
        } catch (...) {
            connection->rollback();
            throw;
        }
        commit(*connection);
    }

    // A line lost here leaves it open whether the change was kept, so that is not tried again.
    static void commit(Connection& connection) {
        try {
            connection.commit();
        } catch (Lost const& lost) {
            throw Failure{Failure::Kind::broken, std::string{lost.what()} + ", while committing: outcome unknown"};
        } catch (Failure const&) {
            connection.rollback();
            throw;
        }
    }

    // Once more on a fresh connection: after a restart of the server all that lie idle are dead.
    template <class Attempt>
    void again_when_lost(Attempt const& attempt) {
        try {
            return attempt();
        } catch (Lost const&) {
            pool_.drop_idle();
        }
        attempt();
    }

    Pool<Connection> pool_;
};

// PostgreSQL checks itself as it reads (with data checksums on). So: reads each table to the end,
// and asks for indexes and constraints that the server knows not to be sound.
std::vector<std::string> PostgresDatabase::check_integrity() {
    auto const connection = pool_.take();
    auto const texts = [&](std::string const& sql) {
        auto const result = connection->run(sql);
        std::vector<std::string> found;
        for (int row = 0; row < PQntuples(result.get()); ++row) found.emplace_back(PQgetvalue(result.get(), row, 0));
        return found;
    };
    auto complaints = texts(
        "SELECT 'the index ' || indexrelid::regclass || ' is not valid' FROM pg_index WHERE NOT indisvalid "
        "UNION ALL SELECT 'the constraint ' || conname || ' is not checked' FROM pg_constraint "
        "WHERE NOT convalidated");
    for (auto const& table :
         texts("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()")) {
        try {
            texts("SELECT count(t) FROM " + table + " AS t");
        } catch (Failure const& failure) {
            complaints.push_back(failure.what());
        }
    }
    return complaints;
}

}  // namespace

std::unique_ptr<Database> open_postgres(PostgresSettings const& settings) {
    return std::make_unique<PostgresDatabase>(settings);
}

}  // namespace kith::sql
