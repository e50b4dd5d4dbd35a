#include "platform/html/remembered.hpp"

#include <gtest/gtest.h>

#include "platform/html/markdown.hpp"

namespace kith::html {
namespace {

TEST(Remembered, MakesOnceWhatIsAskedForAgain) {
    Remembered remembered{64 * 1024};
    int made = 0;
    auto const ask = [&](std::string key) {
        return remembered.find_or_make(key, [&] { return ++made, markdown(key); })->text();
    };
    EXPECT_EQ(ask("one"), "<p>one</p>\n");
    EXPECT_EQ(ask("two"), "<p>two</p>\n");
    EXPECT_EQ(ask("one"), "<p>one</p>\n");
    EXPECT_EQ(made, 2);
}

TEST(Remembered, StaysWithinItsBytesAndKeepsWhatIsUsed) {
    constexpr std::size_t bytes_max = 16 * 1024;
    Remembered remembered{bytes_max};
    int made_often = 0;
    for (int i = 0; i < 1000; ++i) {
        remembered.find_or_make("often", [&] { return ++made_often, markdown("often"); });
        remembered.find_or_make(std::to_string(i), [&] { return markdown("once"); });
        EXPECT_LE(remembered.bytes(), bytes_max);
    }
    EXPECT_EQ(made_often, 1);
    EXPECT_EQ(remembered.find_or_make(std::string(bytes_max, 'x'), [] { return markdown("large"); })->text(),
              "<p>large</p>\n");
    EXPECT_LE(remembered.bytes(), bytes_max);
}

}  // namespace
}  // namespace kith::html
