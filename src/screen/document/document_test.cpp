#include "screen/document/document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace kith::screen {
namespace {

void carry_through_all(Folded const& folded, Candidates& candidates) {
    auto const tokens = tokens_of(folded);
    carry_through(Reader{folded, tokens}, candidates);
}

// Takes the first time `words` stand in the text for a `what`, then carries through.
Candidates carried(std::string_view text, std::string_view words, Class what = Class::person) {
    Folded const folded{text};
    auto const at = static_cast<std::uint32_t>(folded.cased().find(words));
    Candidates candidates{{at, at + static_cast<std::uint32_t>(words.size()), what, 0.9F}};
    carry_through_all(folded, candidates);
    std::ranges::sort(candidates, {}, &Candidate::start);
    return candidates;
}

std::string words_of(std::string_view text, Candidate const& candidate) {
    return std::string{text.substr(candidate.start, candidate.end - candidate.start)};
}

TEST(Document, a_name_found_once_is_found_everywhere) {
    std::string_view const text = "Met Aisha Karimi today. Aisha was well. Mrs Karimi less so.";
    auto const found = carried(text, "Aisha Karimi");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(words_of(text, found[1]), "Aisha");
    EXPECT_EQ(words_of(text, found[2]), "Karimi");
    EXPECT_LT(found[1].confidence, found[0].confidence);
    EXPECT_EQ(found[1].what, Class::person);
}

TEST(Document, a_word_in_small_letters_is_not_the_name_that_has_a_capital) {
    EXPECT_EQ(carried("Grace came. It took grace and patience.", "Grace").size(), 1U);
    EXPECT_EQ(carried("saw jaden, jaden was ok", "jaden").size(), 2U);
}

TEST(Document, an_organisation_is_carried_by_its_name_and_its_letters) {
    std::string_view const text =
        "He asked Northfold Housing Trust (\"NHT\"). NHT refused. So Northfold Housing Trust it was.";
    auto const found = carried(text, "Northfold Housing Trust", Class::organisation);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(words_of(text, found[2]), "NHT");
    EXPECT_EQ(words_of(text, found[3]), "Northfold Housing Trust");
}

TEST(Document, who_is_written_about_in_books_is_no_mark) {
    for (auto const text :
         {"have you read Maryam Oduya's book on grief", "as Oduya (2011) says", "Oduya et al found that"}) {
        auto const found =
            carried(text, std::string_view{text}.find("Maryam") != std::string_view::npos ? "Maryam Oduya" : "Oduya");
        EXPECT_LT(found[0].confidence, confidence_min_direct) << text;
        EXPECT_FALSE(found[0].reason.empty());
    }
    EXPECT_GT(carried("Oduya rang me", "Oduya")[0].confidence, confidence_min_direct);
}

// Where a document is made anonymous everybody is somebody.
TEST(Document, who_is_known_is_found_when_all_is_asked_for) {
    for (auto const text : {"Margaret Thatcher never said that", "as Oduya (2011) says"}) {
        auto const found = carried(text, text[0] == 'M' ? "Margaret Thatcher" : "Oduya");
        EXPECT_GE(found[0].confidence, confidence_min_all) << text;
        EXPECT_LT(found[0].confidence, confidence_min_direct) << text;
    }
}

TEST(Document, whom_everybody_knows_is_no_mark_unless_it_is_somebody_one_works_with) {
    EXPECT_LT(carried("we sang Kate Bush in the car", "Kate Bush")[0].confidence, confidence_min_direct);
    EXPECT_LT(carried("read some Bowlby on the train", "Bowlby")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Mrs Bowlby has fallen again", "Bowlby")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("my client Kate Bush has gone missing", "Kate Bush")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Kate Bush rang duty twice", "Kate Bush")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Kate Bush, 14, is out of school", "Kate Bush")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Kate Bush's mum rang about contact", "Kate Bush")[0].confidence, confidence_min_direct);
    // A name that many have needs talk of what makes it known.
    EXPECT_GT(carried("Sam Smith was not in school today", "Sam Smith")[0].confidence, confidence_min_direct);
    EXPECT_LT(carried("that Sam Smith song again", "Sam Smith")[0].confidence, confidence_min_direct);
}

TEST(Document, a_known_name_is_carried_and_somebody_elses_surname_is_not) {
    std::string_view const text = "Wayne Rooney spoke well. Rooney has four boys.";
    for (auto const& one : carried(text, "Wayne Rooney")) EXPECT_LT(one.confidence, confidence_min_direct);
    Folded const folded{"Kyle Bowlby came late. Bowlby slept."};
    Candidates two{{0, 11, Class::person, 0.9F}, {23, 29, Class::person, 0.9F}};
    carry_through_all(folded, two);
    EXPECT_GT(two[1].confidence, confidence_min_direct);
}

TEST(Document, beside_one_who_is_known_a_surname_of_books_is_too) {
    Folded const folded{"an afternoon with Piaget, Erikson and tea"};
    Candidates two{{18, 24, Class::person, 0.9F}, {26, 33, Class::person, 0.9F}};
    carry_through_all(folded, two);
    EXPECT_LT(two[1].confidence, confidence_min_direct);
}

TEST(Document, a_people_and_a_greeting_are_no_person) {
    EXPECT_LT(carried("a Hungarian Roma mother", "Hungarian Roma")[0].confidence, confidence_min_all);
    EXPECT_LT(carried("Ramadan Mubarak to all", "Ramadan Mubarak")[0].confidence, confidence_min_all);
}

TEST(Document, talk_of_matches_and_films_alone_names_nobody_one_works_with) {
    EXPECT_LT(carried("Torvik had the whole midfield of the league in his pocket", "Torvik")[0].confidence,
              confidence_min_direct);
    // One word of it alone may be said of anybody.
    EXPECT_GT(carried("Torvik is a goalkeeper now", "Torvik")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Torvik missed football again, his placement ended", "Torvik")[0].confidence,
              confidence_min_direct);
}

TEST(Document, a_known_surname_alone_needs_talk_of_books) {
    EXPECT_LT(carried("using the Gibbs cycle again", "Gibbs")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Mrs Gibbs fell on Sunday", "Gibbs")[0].confidence, confidence_min_direct);
}

TEST(Document, laws_titles_and_what_one_reads_name_nobody_here) {
    EXPECT_LT(carried("Jorun's Law is older than that", "Jorun")[0].confidence, confidence_min_direct);
    EXPECT_LT(carried("as Lord Jorun wrote", "Jorun")[0].confidence, confidence_min_direct);
    EXPECT_LT(carried("reading Small Rooms by Jorun Vale now", "Jorun Vale")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("he was hit by Jorun Vale while reading", "Jorun Vale")[0].confidence, confidence_min_direct);
    EXPECT_GT(carried("Jorun's laundry was wet", "Jorun")[0].confidence, confidence_min_direct);
}

TEST(Document, client_colleague_and_animal_are_told_apart) {
    EXPECT_NE(carried("my client Jorun rang", "Jorun")[0].reason.find("work with"), std::string_view::npos);
    EXPECT_NE(carried("my manager Jorun rang", "Jorun")[0].reason.find("colleague"), std::string_view::npos);
    EXPECT_LT(carried("my dog Jorun barked", "Jorun")[0].confidence, confidence_min_direct);
}

TEST(Document, an_empty_text_and_no_candidates_are_fine) {
    Folded const empty{""};
    Candidates none;
    carry_through_all(empty, none);
    EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace kith::screen
