#include "platform/crypto/box.hpp"

#include <gtest/gtest.h>

namespace kith::crypto {
namespace {

TEST(Box, OpensForItsKeyAlone) {
    auto const pair = make_box_pair();
    auto const other = make_box_pair();
    auto const sealed = seal_for(pair.seal, "what was said");
    EXPECT_EQ(sealed.find("what was said"), std::string::npos);
    EXPECT_EQ(open_with(pair.open, sealed), "what was said");
    EXPECT_EQ(open_with(other.open, sealed), std::nullopt);
    EXPECT_EQ(open_with(pair.open, seal_for(pair.seal, "")), "");
    EXPECT_NE(sealed, seal_for(pair.seal, "what was said"));
    EXPECT_EQ(seal_key_of(pair.open), pair.seal);
}

TEST(Box, NoticesEveryChangedByte) {
    auto const pair = make_box_pair();
    auto const sealed = seal_for(pair.seal, "short");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_EQ(open_with(pair.open, changed), std::nullopt) << i;
        EXPECT_EQ(open_with(pair.open, sealed.substr(0, i)), std::nullopt) << i;
    }
}

}  // namespace
}  // namespace kith::crypto
