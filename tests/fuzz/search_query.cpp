// What somebody types into the search, up to what the index is asked; and the same bytes as a text that is searched.
#include "checks.hpp"
#include "domain/search/excerpt.hpp"
#include "domain/search/query.hpp"
#include "domain/search/rank.hpp"
#include "domain/search/search.hpp"
#include "platform/sql/database.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace kith;

// A database without a key, in a folder of this run's own, with one text in its index. What a run before left behind
// must not be met again: a table of an older index would stop the script.
struct Searched {
    test::TemporaryFolder folder;
    std::unique_ptr<sql::Database> database =
        sql::open_sqlite({.path = folder.file("searched.db"), .key = "", .readers = 1});

    Searched() {
        database->run_script(
            "CREATE TABLE texts (id BLOB PRIMARY KEY, circle BLOB NOT NULL, body TEXT NOT NULL) STRICT;\n"
            "CREATE TEXT INDEX;\nCREATE TEXT INDEX ON texts (id, circle, body);\n"
            "INSERT INTO texts VALUES (zeroblob(16), zeroblob(16), 'A word that is there');\n");
    }
};

sql::Database& database() {
    static Searched const made;
    return *made.database;
}

sql::Statement const look{
    "SELECT rowid FROM found_words WHERE found_words.words MATCH $1 ORDER BY found_words.rowid DESC LIMIT 5"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const bytes = fuzz::bytes_of(data, size);
    auto const end = std::min(bytes.find('\n'), bytes.size());
    auto const typed = bytes.substr(0, end), text = bytes.substr(std::min(bytes.size(), end + 1));

    auto const terms = search::read_query(typed);
    std::size_t words = 0;
    for (auto const& term : terms) {
        fuzz::must(!term.words.empty(), "a term has words");
        fuzz::must(term.form == sql::TextQuery::Form::phrase || term.words.size() == 1, "only a phrase has several");
        words += term.words.size();
        for (auto const& word : term.words)
            fuzz::must(!word.empty() && word.find_first_of(" \"'\\():&|!*<>-") == word.npos, "a word is a plain one");
    }
    fuzz::must(words <= search_words_max, "no more words than are looked for");

    // The engine takes it, whatever it is: what it does not take is thrown.
    database().read([&](sql::Transaction& transaction) {
        auto const expression = transaction.text_expression({terms, {IdBytes{}, IdBytes{1}}});
        transaction.any(look, expression);
    });

    std::size_t last = 0;
    for (auto const& hit : search::hits_in(text, terms)) {
        fuzz::must(hit.begin >= last && hit.begin < hit.end && hit.end <= text.size(),
                   "hits lie in the text, in order");
        fuzz::must(hit.term < terms.size(), "a hit is of a term");
        last = hit.begin;
    }
    fuzz::must(search::score_of(text, terms) >= 0, "a score is no debt");
    auto const pieces = search::excerpt(text, terms);
    fuzz::must(pieces.size() <= excerpt_characters_max * 2 + 3, "an excerpt is short");
    return 0;
}
