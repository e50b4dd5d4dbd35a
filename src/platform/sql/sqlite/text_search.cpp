#include "platform/sql/sqlite/text_search.hpp"

#include <fmt/format.h>

#include "base/words.hpp"
#include "platform/sql/sqlite/connection.hpp"
#include "sqlite3.h"

namespace kith::sql::sqlite {

namespace {

// What parts the label of the circle from the text, in what the triggers hand over: no text holds it.
constexpr char label_end = '\x1f';

using Token = int (*)(void*, int flags, char const*, int bytes, int begin, int end);

int give(Token token, void* context, int flags, std::string const& word, std::size_t begin, std::size_t end) {
    return token(context, flags, word.data(), static_cast<int>(word.size()), static_cast<int>(begin),
                 static_cast<int>(end));
}

// Each word behind its label, and its stem at the same place where that is another.
int index_text(std::string_view given, Token token, void* context) {
    auto const cut = given.find(label_end);
    if (cut == given.npos) return SQLITE_ERROR;
    std::string const label{given.substr(0, cut)};
    auto const text = given.substr(cut + 1);
    int code = give(token, context, 0, label, 0, 0);
    words::Reader reader{text};
    words::Word word;
    for (std::size_t count = 0; code == SQLITE_OK && count < words::words_of_text_max && reader.next(word); ++count) {
        code = give(token, context, 0, label + word.plain, word.begin, word.end);
        auto const stem = words::stem(word.plain);
        if (code == SQLITE_OK && stem != word.plain)
            code = give(token, context, FTS5_TOKEN_COLOCATED, label + stem, word.begin, word.end);
    }
    return code;
}

// A query's words are labelled and stemmed already (text_expression).
int split_query(std::string_view given, Token token, void* context) {
    int code = SQLITE_OK;
    for (std::size_t at = 0; code == SQLITE_OK && at < given.size();) {
        auto const end = std::min(given.find(' ', at), given.size());
        if (end > at) code = give(token, context, 0, std::string{given.substr(at, end - at)}, at, end);
        at = end + 1;
    }
    return code;
}

int tokenize(Fts5Tokenizer*, void* context, int flags, char const* text, int bytes, Token token) {
    try {
        std::string_view const given{text, static_cast<std::size_t>(bytes)};
        return flags & FTS5_TOKENIZE_QUERY ? split_query(given, token, context) : index_text(given, token, context);
    } catch (std::bad_alloc const&) {
        return SQLITE_NOMEM;
    }
}

int make_tokenizer(void*, char const**, int, Fts5Tokenizer** made) {
    static int nothing;  // it keeps nothing, but a null pointer would be no tokenizer
    *made = reinterpret_cast<Fts5Tokenizer*>(&nothing);
    return SQLITE_OK;
}

void drop_tokenizer(Fts5Tokenizer*) {}

constexpr char const* tables = R"(
CREATE TABLE findables (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    thing_id BLOB NOT NULL UNIQUE,
    circle_id BLOB NOT NULL,
    left_out INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE found_words USING fts5 (words, content = '', columnsize = 0, tokenize = 'kith');
INSERT INTO found_words (found_words, rank) VALUES ('secure-delete', 1);
CREATE TABLE waiting_words (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
)";

// 0 table, 1 id, 2 circle, 3 text. What comes in waits, empty again at every commit, until index_waiting_words; what
// goes is taken out at once, from there or from the index.
constexpr char const* indexed = R"(
INSERT INTO findables (thing_id, circle_id, left_out) SELECT {1}, {2}, 0 FROM {0} ORDER BY {1};
INSERT INTO found_words (rowid, words) SELECT findables.number, lower(hex({0}.{2})) || char(31) || {0}.{3}
FROM {0} JOIN findables ON findables.thing_id = {0}.{1} ORDER BY findables.number;
CREATE TRIGGER {0}_words_added AFTER INSERT ON {0} BEGIN
    INSERT INTO findables (thing_id, circle_id, left_out) VALUES (new.{1}, new.{2}, 0);
    INSERT INTO waiting_words (number, words) SELECT number, lower(hex(new.{2})) || char(31) || new.{3}
    FROM findables WHERE thing_id = new.{1};
END;
CREATE TRIGGER {0}_words_changed AFTER UPDATE OF {3} ON {0} WHEN old.{3} <> new.{3} BEGIN
    INSERT INTO found_words (found_words, rowid, words)
    SELECT 'delete', number, lower(hex(old.{2})) || char(31) || old.{3} FROM findables
    WHERE thing_id = old.{1} AND left_out = 0 AND number NOT IN (SELECT number FROM waiting_words);
    DELETE FROM waiting_words WHERE number = (SELECT number FROM findables WHERE thing_id = old.{1});
    INSERT INTO waiting_words (number, words) SELECT number, lower(hex(new.{2})) || char(31) || new.{3}
    FROM findables WHERE thing_id = new.{1} AND left_out = 0;
END;
CREATE TRIGGER {0}_words_gone BEFORE DELETE ON {0} BEGIN
    INSERT INTO found_words (found_words, rowid, words)
    SELECT 'delete', number, lower(hex(old.{2})) || char(31) || old.{3} FROM findables
    WHERE thing_id = old.{1} AND left_out = 0 AND number NOT IN (SELECT number FROM waiting_words);
    DELETE FROM waiting_words WHERE number = (SELECT number FROM findables WHERE thing_id = old.{1});
    DELETE FROM findables WHERE thing_id = old.{1};
END;
)";

// Besides: 4 the table that leaves out, 5 its column.
constexpr char const* left_out = R"(
CREATE TRIGGER {4}_words_out AFTER INSERT ON {4} BEGIN
    INSERT INTO found_words (found_words, rowid, words)
    SELECT 'delete', findables.number, lower(hex({0}.{2})) || char(31) || {0}.{3}
    FROM findables JOIN {0} ON {0}.{1} = findables.thing_id WHERE findables.thing_id = new.{5}
    AND findables.left_out = 0 AND findables.number NOT IN (SELECT number FROM waiting_words);
    DELETE FROM waiting_words WHERE number = (SELECT number FROM findables WHERE thing_id = new.{5});
    UPDATE findables SET left_out = left_out + 1 WHERE thing_id = new.{5};
END;
CREATE TRIGGER {4}_words_back AFTER DELETE ON {4} BEGIN
    UPDATE findables SET left_out = left_out - 1 WHERE thing_id = old.{5};
    INSERT INTO waiting_words (number, words) SELECT findables.number, lower(hex({0}.{2})) || char(31) || {0}.{3}
    FROM findables JOIN {0} ON {0}.{1} = findables.thing_id
    WHERE findables.thing_id = old.{5} AND findables.left_out = 0;
END;
INSERT INTO found_words (found_words, rowid, words)
SELECT 'delete', findables.number, lower(hex({0}.{2})) || char(31) || {0}.{3}
FROM findables JOIN {0} ON {0}.{1} = findables.thing_id
WHERE findables.left_out = 0 AND findables.thing_id IN (SELECT {5} FROM {4});
UPDATE findables SET left_out = left_out + 1 WHERE thing_id IN (SELECT {5} FROM {4});
)";

}  // namespace

TextSyntax const text_syntax{.quote = "\"",
                             .go_on = "*",
                             .both = " AND ",
                             .either = " OR ",
                             .phrase_begin = "\"",
                             .phrase_between = " ",
                             .phrase_end = "\"",
                             .nothing = "\"\"",
                             .quotes_each_word = false};

void register_words(sqlite3* connection) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    int code = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    fts5_tokenizer tokenizer{make_tokenizer, drop_tokenizer, tokenize};
    if (api) code = api->xCreateTokenizer(api, "kith", nullptr, &tokenizer, nullptr);
    if (!api || code != SQLITE_OK) throw_failure(connection, code ? code : SQLITE_ERROR, "making search ready");
}

char const* const any_waiting_words = "SELECT 1 FROM waiting_words LIMIT 1";
char const* const index_waiting_words =
    "INSERT INTO found_words (rowid, words) SELECT number, words FROM waiting_words ORDER BY number;"
    "DELETE FROM waiting_words;";

std::string write_text_index(TextIndexWords const& words) {
    auto const& names = words.names;
    switch (words.what) {
        case TextIndexWords::What::make: return tables;
        case TextIndexWords::What::index:
            return fmt::format(fmt::runtime(indexed), names[0], names[1], names[2], names[3]);
        case TextIndexWords::What::leave_out:
            return fmt::format(fmt::runtime(left_out), names[0], names[1], names[2], names[3], names[4], names[5]);
    }
    return {};
}

}  // namespace kith::sql::sqlite
