#include "screen/tagger/spans.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "screen/model/embedded_model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {
namespace {

bool names_somebody(std::string_view text) {
    Settings settings;
    settings.level = Level::direct;
    return std::ranges::any_of(screen(text, embedded_model(), settings).findings,
                               [](Finding const& one) { return one.what == Class::person; });
}

TEST(Spans, take_no_word_of_the_language_for_a_name_where_a_sentence_gives_it_its_capital) {
    for (auto const* text :
         {"Slowly said.", "Quietly said.", "Kindly asked.", "Softly told him.", "Paperwork said no."})
        EXPECT_FALSE(names_somebody(text)) << text;
}

TEST(Spans, take_names_for_names_there) {
    for (auto const* text : {"Sally said no.", "Polly asked.", "Connolly said no.", "Emily asked for you.",
                             "Jayden rang.", "Mr Ghastly said no."})
        EXPECT_TRUE(names_somebody(text)) << text;
}

TEST(Spans, take_a_month_in_a_row_of_months_for_no_name) {
    EXPECT_FALSE(names_somebody("jan, feb, march, all gone in a blur of court reports"));
    EXPECT_FALSE(names_somebody("April May June, three reviews each"));
    EXPECT_TRUE(names_somebody("My client Jan rang, she is well."));
}

TEST(Spans, ask_less_of_names_where_nobody_writes_capitals) {
    auto const people = [](std::string_view text) {
        return std::ranges::count(screen(text, embedded_model()).findings, Class::person, &Finding::what);
    };
    EXPECT_GE(people("rang deb about sharice"), 2);
}

}  // namespace
}  // namespace kith::screen
