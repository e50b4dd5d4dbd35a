// One connection to the SQLite file: keyed, set up, with what it has prepared.
//
// A connection belongs to one thread at a time (SQLite is compiled with
// SQLITE_THREADSAFE=2: no mutex of its own around it). Everything that SQLite
// refuses is thrown as sql::Failure.
#pragma once

#include <string>
#include <vector>

#include "platform/sql/database.hpp"
#include "platform/sql/sqlite/tables.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace kith::sql::sqlite {

enum class Use { read, write };

// Throws Failure when the SQLite in this process is older than 3.51.3, which
// mended a bug that could corrupt a database in WAL mode.
void require_version(int version_number);

// Throws what SQLite has said last about `connection`, which may be null.
[[noreturn]] void throw_failure(sqlite3* connection, int code, std::string_view doing);

// Disk errors after which nobody knows what the file holds.
bool leaves_disk_unknown(int code);

class Connection final : public Transaction {
public:
    // Makes the file when it is not there and `use` is write.
    Connection(SqliteSettings const&, Use use);
    ~Connection() override;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    std::int64_t execute(Statement const&, std::span<Value const>, EachRow const&) override;
    std::string text_expression(TextQuery const&) const override;
    TableAccess& tables() override;
    void prepare(Statement const& statement) { prepared(statement); }

    enum class Step { begin_read, begin_write, commit, rollback, savepoint, release, rollback_to };
    // SQLite's result code; does not throw.
    int take(Step);
    void take_or_throw(Step);
    // False when SQLite itself has undone the transaction, as it does after some errors.
    bool in_transaction() const;

    // The last thing before a commit: what it wrote becomes findable (text_search.hpp).
    void index_words();

    // Several statements, no rows wanted.
    void run_script(std::string_view script);
    // The first column of each row, as text.
    std::vector<std::string> texts(char const* sql);

    sqlite3* handle() const { return handle_; }
    bool healthy() const { return true; }

private:
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        std::vector<int> places;  // SQLite's number of $1, $2, …; 0 where the text has no such
    };
    Prepared& prepared(Statement const&);
    void open(SqliteSettings const&, Use);
    void give_key(SqliteSettings const&);
    void set_up(Use);
    sqlite3_stmt* compile(std::string_view sql);

    sqlite3* handle_ = nullptr;
    std::optional<Tables> tables_;         // once they were asked for
    std::vector<Prepared> prepared_;       // by Statement::index()
    sqlite3_stmt* steps_[7] = {};          // by Step
    sqlite3_stmt* any_waiting_ = nullptr;  // once there is an index of words
};

}  // namespace kith::sql::sqlite
