#include "domain/pens/likeness.hpp"

#include <gtest/gtest.h>

namespace kith::pens {
namespace {

TEST(Likeness, what_is_drawn_alike_is_alike) {
    EXPECT_EQ(likeness_of("Maria"), likeness_of("M4ria"));
    EXPECT_EQ(likeness_of("Maria"), likeness_of("MÀRIA"));
    EXPECT_EQ(likeness_of("Maria"), likeness_of("m a r i a"));
    EXPECT_EQ(likeness_of("Will"), likeness_of("W1ll"));
    EXPECT_EQ(likeness_of("Arnold"), likeness_of("Amold"));
    EXPECT_NE(likeness_of("Heron"), likeness_of("Herons"));
    EXPECT_EQ(likeness_of(" -.' "), "");
}

TEST(Likeness, a_members_name_is_known_by_its_parts_and_in_any_order) {
    EXPECT_TRUE(looks_like("Ada Example", "Ada Example"));
    EXPECT_TRUE(looks_like("ada", "Ada Example"));
    EXPECT_TRUE(looks_like("Examp1e Ada", "Ada Example"));
    EXPECT_TRUE(looks_like("A.d.a", "Ada Example"));
    EXPECT_FALSE(looks_like("Heron", "Ada Example"));
    EXPECT_FALSE(looks_like("Adam", "Ada Example"));
    EXPECT_FALSE(looks_like("...", "Ada Example"));
}

TEST(Likeness, only_latin_letters_are_plain) {
    EXPECT_TRUE(is_plain("Grey Heron 2"));
    EXPECT_TRUE(is_plain("Éléonore O'Neil-St. Clair"));
    EXPECT_FALSE(is_plain("Ad\xD0\xB0"));  // Cyrillic
    EXPECT_FALSE(is_plain("Heron\xE2\x80\x8B"));
    EXPECT_FALSE(is_plain("Heron\xF0\x9F\x90\xA6"));
    EXPECT_FALSE(is_plain("Heron@home"));
}

}  // namespace
}  // namespace kith::pens
