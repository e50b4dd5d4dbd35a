#include "domain/screening/replacing.hpp"

#include <gtest/gtest.h>

namespace kith::screening {
namespace {

std::string_view const text = "He is 14 and his sister is 14 too.";

TEST(Replacing, PutsTheWordingWhereTheWordsStood) {
    EXPECT_EQ(replaced(std::string{text}, replacement(6, "14", "a teenager")),
              "He is a teenager and his sister is 14 too.");
    EXPECT_EQ(replaced(std::string{text}, replacement(27, "14", "a teenager")),
              "He is 14 and his sister is a teenager too.");
}

TEST(Replacing, FindsWordsThatHaveMoved) {
    auto const value = replacement(27, "14", "a teenager");
    EXPECT_EQ(replaced("Yes. " + std::string{text}, value), "Yes. He is 14 and his sister is a teenager too.");
    EXPECT_EQ(replaced("14!", value), "A teenager!");
}

TEST(Replacing, PutsNothingInWhenTheWordsAreGoneOrTheValueIsNone) {
    for (std::string_view const value :
         {"", "x", "1", "1 ", "1 2", "1 0 a", "0 99 14", "-1 2 14a", "99999999999999999999 2 14a"})
        EXPECT_EQ(replaced(std::string{text}, value), text) << value;
    EXPECT_EQ(replaced("He is fine.", replacement(6, "14", "a teenager")), "He is fine.");
}

TEST(Replacing, BeginsASentenceWithACapital) {
    EXPECT_EQ(replaced("Nantwich it was.", replacement(0, "Nantwich", "a town")), "A town it was.");
    EXPECT_EQ(replaced("So. Nantwich?", replacement(4, "Nantwich", "a town")), "So. A town?");
    EXPECT_EQ(replaced("Yes\nNantwich", replacement(4, "Nantwich", "a town")), "Yes\nA town");
}

TEST(Replacing, CarriesEndsOfLinesThroughAnAttribute) {
    auto const value = replacement(3, "1 High St\n\tNantwich", "an address");
    EXPECT_EQ(value.find('\n'), value.npos);
    EXPECT_EQ(value.find('\t'), value.npos);
    EXPECT_EQ(replaced("at 1 High St\n\tNantwich.", value), "at an address.");
}

}  // namespace
}  // namespace kith::screening
