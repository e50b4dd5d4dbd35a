#include "platform/sql/text_search.hpp"

#include <fstream>
#include <sstream>

#include "base/words.hpp"
#include "platform/sql/database.hpp"
#include "support/engines.hpp"

namespace kith::sql {
namespace {

struct Thing;
using Form = TextQuery::Form;

constexpr std::string_view tables =
    "CREATE TABLE things (id BLOB PRIMARY KEY, circle BLOB NOT NULL, body TEXT NOT NULL) STRICT;\n"
    "CREATE TABLE covers (thing_id BLOB PRIMARY KEY REFERENCES things (id) ON DELETE CASCADE) STRICT;\n"
    "CREATE TABLE seals (thing_id BLOB PRIMARY KEY REFERENCES things (id) ON DELETE CASCADE) STRICT;\n";
constexpr std::string_view index =
    "CREATE TEXT INDEX;\n"
    "CREATE TEXT INDEX ON things (id, circle, body);\n"
    "LEAVE OUT OF TEXT INDEX things (id, circle, body) WHILE covers (thing_id);\n"
    "LEAVE OUT OF TEXT INDEX things (id, circle, body) WHILE seals (thing_id);\n";

// Not of the program's own: the test of every statement has no such table.
std::string_view const insert_thing = "INSERT INTO things (id, circle, body) VALUES ($1, $2, $3)";

Statement const& insert() {
    static Statement const statement{insert_thing.data()};
    return statement;
}
Statement const& change() {
    static Statement const statement{"UPDATE things SET body = $2 WHERE id = $1"};
    return statement;
}
Statement const& remove() {
    static Statement const statement{"DELETE FROM things WHERE id = $1"};
    return statement;
}
Statement const& cover() {
    static Statement const statement{"INSERT INTO covers (thing_id) VALUES ($1)"};
    return statement;
}
Statement const& uncover() {
    static Statement const statement{"DELETE FROM covers WHERE thing_id = $1"};
    return statement;
}
Statement const& seal() {
    static Statement const statement{"INSERT INTO seals (thing_id) VALUES ($1)"};
    return statement;
}
Statement const& unseal() {
    static Statement const statement{"DELETE FROM seals WHERE thing_id = $1"};
    return statement;
}
Statement const& look() {
    static Statement const statement{
        "SELECT things.body FROM found_words CROSS JOIN findables CROSS JOIN things WHERE found_words.words MATCH $1 "
        "AND found_words.rowid < $2 AND findables.number = found_words.rowid AND things.id = findables.thing_id "
        "ORDER BY found_words.rowid DESC LIMIT $3"};
    return statement;
}

class TextSearch : public test::OnBothEngines {
protected:
    template <class... Values>
    void run(Statement const& statement, Values const&... values) {
        ASSERT_TRUE(database().write([&](Transaction& transaction) -> Result<void> {
            transaction.run(statement, values...);
            return {};
        }));
    }
    Id<Thing> say(std::string_view body) { return say_in(here, body); }
    Id<Thing> say_in(Id<Thing> circle, std::string_view body) {
        auto const id = Id<Thing>::ordered(now_ = now_ + std::chrono::milliseconds{1});
        run(insert(), id, circle, body);
        return id;
    }
    std::string found(std::vector<TextQuery::Term> terms, std::vector<IdBytes> circles) {
        return database().read([&](Transaction& transaction) {
            auto const expression = transaction.text_expression({std::move(terms), std::move(circles)});
            std::string all;
            transaction.all(
                look(), [&](Row const& row) { return all += (all.empty() ? "" : " | ") + row.string(0), 0; },
                expression, INT64_MAX, 100);
            return all;
        });
    }
    std::string found(std::vector<TextQuery::Term> terms) { return found(std::move(terms), {here.bytes}); }
    std::string found(std::string word) { return found({{Form::any_form, {std::move(word)}}}); }

    Id<Thing> const here = Id<Thing>::random(), there = Id<Thing>::random();

private:
    Time now_{1'790'000'000'000};
};
INSTANTIATE_TEST_SUITE_P(Engines, TextSearch, test::both_engines(), test::engine_name);

TEST_P(TextSearch, FindsWordsNewestFirstInTheirCircleAlone) {
    database().run_script(std::string{tables} + std::string{index});
    say("Ada cared for the café");
    say_in(there, "Nobody cares here");
    say("Caring, in a report");
    EXPECT_EQ(found("care"), "Caring, in a report | Ada cared for the café");
    EXPECT_EQ(found("cafe"), "Ada cared for the café");
    EXPECT_EQ(found("nobody"), "");
    EXPECT_EQ(found({{Form::any_form, {"cares"}}}, {here.bytes, there.bytes}),
              "Caring, in a report | Nobody cares here | Ada cared for the café");
    EXPECT_EQ(found({{Form::any_form, {"cares"}}}, {}), "");
    EXPECT_EQ(found({{Form::any_form, {"care"}}, {Form::beginning, {"rep"}}}), "Caring, in a report");
    EXPECT_EQ(found({{Form::phrase, {"cared", "for"}}}), "Ada cared for the café");
    EXPECT_EQ(found({{Form::phrase, {"for", "cared"}}}), "");
    EXPECT_EQ(found(std::vector<TextQuery::Term>{}), "Caring, in a report | Ada cared for the café");
}

TEST_P(TextSearch, FollowsEveryChange) {
    database().run_script(std::string{tables} + std::string{index});
    auto const id = say("heron");
    run(change(), id, "egret");
    EXPECT_EQ(found("heron") + found("egret"), "egret");
    run(cover(), id);
    EXPECT_EQ(found("egret"), "");
    run(change(), id, "bittern");
    run(seal(), id);
    run(uncover(), id);
    EXPECT_EQ(found("bittern"), "");  // still under the other
    run(unseal(), id);
    EXPECT_EQ(found("bittern") + found("egret"), "bittern");
    run(cover(), id);
    run(remove(), id);
    EXPECT_EQ(found("bittern"), "");
    EXPECT_EQ(database().check_integrity(), std::vector<std::string>{});
}

TEST_P(TextSearch, TakesInWhatWasThereBefore) {
    database().run_script(tables);
    say("heron one");
    run(cover(), say("heron two"));
    say("heron three");
    database().run_script(index);
    EXPECT_EQ(found("heron"), "heron three | heron one");
}

// What the other engine makes in SQL is what C++ makes: a text is found by every word that C++ sees in it.
TEST_P(TextSearch, HasTheSameWordsOnBothEngines) {
    database().run_script(std::string{tables} + std::string{index});
    for (std::string const text :
         {"The café, NAÏVE Straße – Œuvre! Ørsted Łódź Ĳssel",
          "co-worker and/or e.g. 3.5% b12's user@example.org/x?y=z",
          "don't, Ada's, parents', 'n', rock’n’roll, 's James's a''s", "ΑΒΓ Привет cafe\u0301 \u00A0b\u2003c“d”e😀f",
          "caresses ponies relational conditional vietnamization electricity hopefulness adjustable replacement "
          "adoption homologous controlling rolling happily skies dying organisation organization abilities",
          "supercalifragilisticexpialidociousnessesandmorethanthat",
          "a_b <b>c</b> [d](https://example.org/e-f) #g @h"}) {
        say(text);
        words::Reader reader{text};
        words::Word word;
        std::vector<std::string> all;
        while (reader.next(word)) {
            EXPECT_NE(found({{Form::any_form, {word.plain}}}).find(text), std::string::npos) << word.plain;
            EXPECT_NE(found({{Form::phrase, {word.plain}}}).find(text), std::string::npos) << word.plain;
            all.push_back(word.plain);
        }
        EXPECT_NE(found({{Form::phrase, all}}).find(text), std::string::npos) << text;
    }
}

TEST_P(TextSearch, ALineThatIsNotWholeIsRefused) {
    EXPECT_THROW(database().run_script("CREATE TEXT INDEX ON things (id, body);\n"), Failure);
}

// Without a key, so that the file can be read.
TEST(TextSearchOnDisk, WhatIsTakenOutIsGoneFromTheFile) {
    test::TemporaryFolder folder;
    auto const path = folder.file("plain.db");
    auto const in_files = [&](std::string_view wanted) {
        for (auto const* ending : {"", "-wal"}) {
            std::ostringstream bytes;
            bytes << std::ifstream{path + ending, std::ios::binary}.rdbuf();
            if (bytes.str().find(wanted) != std::string::npos) return true;
        }
        return false;
    };
    auto const circle = Id<Thing>::random();
    auto const id = Id<Thing>::random();
    auto const write = [&](auto const& body) {
        auto const database = open_sqlite({.path = path, .key = "", .readers = 1});
        body(*database);
    };
    auto const run = [&](Statement const& statement, auto const&... values) {
        write([&](Database& database) {
            ASSERT_TRUE(database.write([&](Transaction& transaction) -> Result<void> {
                transaction.run(statement, values...);
                return {};
            }));
        });
    };
    write([&](Database& database) { database.run_script(std::string{tables} + std::string{index}); });
    for (int i = 0; i < 200; ++i) run(insert(), Id<Thing>::random(), circle, "other words that stay");
    run(insert(), id, circle, "zyxwheronq");
    EXPECT_TRUE(in_files("zyxwheronq"));
    run(change(), id, "");
    EXPECT_FALSE(in_files("zyxwheronq"));
    EXPECT_FALSE(in_files("wheronq"));
}

}  // namespace
}  // namespace kith::sql
