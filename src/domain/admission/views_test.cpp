#include "domain/admission/views.hpp"

#include <gtest/gtest.h>

namespace kith::admission {
namespace {

TEST(Considering, TwelveQuestionsEachWithAHint) {
    EXPECT_EQ(questions_to_consider().size(), 12u);
    for (auto const& one : questions_to_consider()) {
        EXPECT_TRUE(one.question.ends_with('?')) << one.question;
        EXPECT_FALSE(one.hint.empty()) << one.question;
    }
}

TEST(Vouches, AreCountedOnlyAsFarAsTheyAreNeeded) {
    EXPECT_EQ(vouches_in_words(0, 2), "0 of 2");
    EXPECT_EQ(vouches_in_words(1, 2), "1 of 2");
    EXPECT_EQ(vouches_in_words(4, 2), "2 of 2");
}

}  // namespace
}  // namespace kith::admission
