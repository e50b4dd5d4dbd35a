#include "platform/sql/database.hpp"
#include "platform/sql/pool.hpp"
#include "platform/sql/sqlite/connection.hpp"
#include "platform/sql/sqlite/text_search.hpp"
#include "platform/sql/sqlite/writer.hpp"

namespace kith::sql {

namespace {

using sqlite::Connection;

class SqliteDatabase final : public Database {
public:
    explicit SqliteDatabase(SqliteSettings const& settings)
        : writer_{settings},
          readers_{settings.readers, [settings] { return std::make_unique<Connection>(settings, sqlite::Use::read); }} {
    }

    std::string_view engine() const override { return "sqlite"; }

    void prepare(Statement const& statement) override { readers_.take()->prepare(statement); }

    void run_script(std::string_view script) override {
        auto const text = with_text_indexes(script, sqlite::write_text_index);
        writer_.write([&](Transaction& transaction) -> Result<void> {
            dynamic_cast<Connection&>(transaction).run_script(text);
            return {};
        });
    }

    std::vector<std::string> check_integrity() override {
        auto const reader = readers_.take();
        auto complaints = reader->texts("PRAGMA integrity_check");
        if (complaints == std::vector<std::string>{"ok"}) complaints.clear();
        for (auto const& table : reader->texts("PRAGMA foreign_key_check"))
            complaints.push_back("a row of " + table + " refers to one that is not there");
        return complaints;
    }

protected:
    void read_with(Body const& body) override {
        auto const reader = readers_.take();
        reader->take_or_throw(Connection::Step::begin_read);
        // Nothing a reader does is kept, so undoing is the one way out.
        struct Ending {
            Connection& reader;
            ~Ending() { reader.take(Connection::Step::rollback); }
        } const ending{*reader};
        static_cast<void>(body(*reader));
    }

    void write_with(Body const& body) override { writer_.write(body); }

private:
    sqlite::Writer writer_;
    Pool<Connection> readers_;  // closed first, so that the writer's close empties the log
};

}  // namespace

std::unique_ptr<Database> open_sqlite(SqliteSettings const& settings) {
    return std::make_unique<SqliteDatabase>(settings);
}

}  // namespace kith::sql
