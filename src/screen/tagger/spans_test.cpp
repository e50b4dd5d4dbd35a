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

}  // namespace
}  // namespace kith::screen
