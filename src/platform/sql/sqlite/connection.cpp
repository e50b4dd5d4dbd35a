#include "platform/sql/sqlite/connection.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include <cerrno>

#include "platform/sql/sqlite/binding.hpp"
#include "platform/sql/sqlite/text_search.hpp"
#include "sqlite3.h"

namespace kith::sql::sqlite {

namespace {

constexpr int least_version = 3'051'003;
constexpr int busy_timeout_milliseconds = 5'000;  // another process of Kith may write too: `kith token`
constexpr std::size_t key_bytes = 32;
constexpr int reader_cache_kibibytes = 2'048;
constexpr int writer_cache_kibibytes = 4'096;

constexpr char const* step_texts[] = {
    "BEGIN DEFERRED", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK", "SAVEPOINT body", "RELEASE body", "ROLLBACK TO body",
};

// Readable and writable by the owner alone; SQLite gives the files beside it the same mode.
void make_private_file(std::string const& path) {
    int const file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file >= 0) ::close(file);  // when it failed, SQLite will say why
}

// SQLite itself knows ENOSPC of a write alone. The map of the log (the file -shm) has to grow too, and a quota is full
// as a disk is.
bool is_for_want_of_room(sqlite3* connection, int code) {
    if (code == SQLITE_IOERR_SHMSIZE) return true;
    return code == SQLITE_IOERR_WRITE && connection && sqlite3_system_errno(connection) == EDQUOT;
}

// Puts a statement back to its beginning, whatever happens.
struct Resetting {
    sqlite3_stmt* statement;
    ~Resetting() { sqlite3_reset(statement); }
};

}  // namespace

void require_version(int version_number) {
    if (version_number < least_version)
        throw Failure{Failure::Kind::broken,
                      fmt::format("SQLite {} is too old: 3.51.3 or newer is needed", version_number)};
}

void throw_failure(sqlite3* connection, int code, std::string_view doing) {
    auto kind = Failure::Kind::broken;
    int const primary = code & 0xff;
    if (primary == SQLITE_FULL || is_for_want_of_room(connection, code)) kind = Failure::Kind::full;
    if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED) kind = Failure::Kind::busy;
    throw Failure{kind, fmt::format("SQLite, {}: {} ({})", doing,
                                    connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code), code)};
}

bool leaves_disk_unknown(int code) {
    if (code == SQLITE_IOERR_SHMSIZE) return false;  // the map of the log is in memory; a new one is made at need
    int const primary = code & 0xff;
    return primary == SQLITE_IOERR || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
}

Connection::Connection(SqliteSettings const& settings, Use use) {
    require_version(sqlite3_libversion_number());
    try {
        open(settings, use);
        give_key(settings);
        register_words(handle_);
        set_up(use);
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

Connection::~Connection() {
    tables_.reset();
    for (auto& prepared : prepared_) sqlite3_finalize(prepared.statement);
    for (auto* step : steps_) sqlite3_finalize(step);
    sqlite3_finalize(any_waiting_);
    sqlite3_close_v2(handle_);
}

void Connection::open(SqliteSettings const& settings, Use use) {
    if (use == Use::write) make_private_file(settings.path);
    int const code = sqlite3_open_v2(settings.path.c_str(), &handle_,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) throw_failure(handle_, code, "opening " + settings.path);
    sqlite3_busy_timeout(handle_, busy_timeout_milliseconds);
    // A plan depends on the text alone. Else SQLite looks at the values too, and where an index is partial
    // (`WHERE thread_id IS NULL`) it would prepare the statement anew each time it is run with others.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
}

void Connection::give_key(SqliteSettings const& settings) {
    if (!settings.key.empty()) {
        if (settings.key.size() != key_bytes)
            throw Failure{Failure::Kind::broken, fmt::format("the database key must have {} bytes", key_bytes)};
        // "raw:" says that this is the key itself, not a passphrase to stretch.
        auto given = "raw:" + settings.key;
        int const code = sqlite3_key(handle_, given.data(), static_cast<int>(given.size()));
        explicit_bzero(given.data(), given.size());
        if (code != SQLITE_OK) throw_failure(handle_, code, "giving the key");
    }
    // Only reading the file shows whether the key fits.
    int const code = sqlite3_exec(handle_, "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
    if (code == SQLITE_NOTADB)
        throw Failure{Failure::Kind::broken,
                      settings.key.empty()
                          ? fmt::format("{} is encrypted and no key was given, or it is not a database", settings.path)
                          : fmt::format("{} does not open with this key: the key is not the one it was made with, "
                                        "or the file is not a database of Kith",
                                        settings.path)};
    if (code != SQLITE_OK) throw_failure(handle_, code, "reading " + settings.path);
}

void Connection::set_up(Use use) {
    // The writer thread runs the checkpoints, hence no automatic ones (writer.cpp). Temporary
    // tables stay in memory by how SQLite is compiled: nothing readable reaches the disk.
    run_script(
        fmt::format("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                    "PRAGMA secure_delete = ON; PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 0;"
                    "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -{}; PRAGMA query_only = {};",
                    use == Use::write ? writer_cache_kibibytes : reader_cache_kibibytes, use == Use::write ? 0 : 1));
    if (texts("PRAGMA journal_mode") != std::vector<std::string>{"wal"})
        throw Failure{Failure::Kind::broken,
                      "SQLite cannot use a write-ahead log here: is this a network file system?"};
    for (std::size_t i = 0; i < std::size(steps_); ++i) steps_[i] = compile(step_texts[i]);
}

sqlite3_stmt* Connection::compile(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    int const code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) throw_failure(handle_, code, sql);
    return statement;
}

Connection::Prepared& Connection::prepared(Statement const& statement) {
    if (statement.index() >= prepared_.size()) prepared_.resize(Statement::all().size());
    auto& prepared = prepared_[statement.index()];
    if (!prepared.statement) {
        auto* const compiled = compile(statement.text());
        prepared.places = places_of(compiled);
        prepared.statement = compiled;
    }
    return prepared;
}

std::int64_t Connection::execute(Statement const& statement, std::span<Value const> values, EachRow const& each) {
    auto& prepared = this->prepared(statement);
    auto* const compiled = prepared.statement;
    if (sqlite3_stmt_busy(compiled)) throw std::logic_error{"a statement was run again while its rows were being read"};
    if (values.size() != prepared.places.size())
        throw Failure{Failure::Kind::broken, fmt::format("{} values given where {} are wanted: {}", values.size(),
                                                         prepared.places.size(), statement.text())};
    {
        Resetting const resetting{compiled};
        for (std::size_t i = 0; i < values.size(); ++i)
            if (int const code = bind(compiled, prepared.places[i], values[i]); code != SQLITE_OK)
                throw_failure(handle_, code, statement.text());
        CompiledRow const row{compiled};
        int code;
        while ((code = sqlite3_step(compiled)) == SQLITE_ROW)
            if (!each(row)) break;
        if (code != SQLITE_ROW && code != SQLITE_DONE) throw_failure(handle_, code, statement.text());
    }
    // Counted once the statement is reset: SQLite makes all changes before the first row of RETURNING.
    return sqlite3_stmt_readonly(compiled) ? 0 : sqlite3_changes64(handle_);
}

std::string Connection::text_expression(TextQuery const& query) const {
    return sql::text_expression(query, text_syntax);
}

TableAccess& Connection::tables() {
    if (!tables_) tables_.emplace(handle_);
    return *tables_;
}

int Connection::take(Step step) {
    auto* const statement = steps_[static_cast<std::size_t>(step)];
    sqlite3_step(statement);
    return sqlite3_reset(statement);
}

void Connection::take_or_throw(Step step) {
    if (int const code = take(step); code != SQLITE_OK)
        throw_failure(handle_, code, step_texts[static_cast<std::size_t>(step)]);
}

bool Connection::in_transaction() const { return !sqlite3_get_autocommit(handle_); }

void Connection::index_words() {
    if (!any_waiting_) {
        if (texts("SELECT name FROM sqlite_schema WHERE name = 'waiting_words'").empty()) return;
        any_waiting_ = compile(any_waiting_words);
    }
    bool const any = sqlite3_step(any_waiting_) == SQLITE_ROW;
    if (int const code = sqlite3_reset(any_waiting_); code != SQLITE_OK)
        throw_failure(handle_, code, any_waiting_words);
    if (any) run_script(index_waiting_words);
}

void Connection::run_script(std::string_view script) {
    int const code = sqlite3_exec(handle_, std::string{script}.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_failure(handle_, code, "running a script");
}

std::vector<std::string> Connection::texts(char const* sql) {
    std::vector<std::string> found;
    auto* const statement = compile(sql);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        if (auto const* text = sqlite3_column_text(statement, 0))
            found.emplace_back(reinterpret_cast<char const*>(text));
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE) throw_failure(handle_, code, sql);
    return found;
}

}  // namespace kith::sql::sqlite
