#include "platform/crypto/sealing.hpp"

#include <gtest/gtest.h>

namespace kith::crypto {
namespace {

TEST(Sealing, OpensForTheSecretAndThePurposeAlone) {
    for (std::string const text : {std::string{}, std::string{"court report"}, std::string(63, 'a'),
                                   std::string(64, 'a'), std::string("\0b\x80\0", 4)}) {
        auto const sealed = seal("secret", "search", text);
        EXPECT_EQ(unseal("secret", "search", sealed), text);
        EXPECT_EQ(unseal("another", "search", sealed), std::nullopt);
        EXPECT_EQ(unseal("secret", "paging", sealed), std::nullopt);
    }
}

TEST(Sealing, SaysNothingAndIsNeverTheSame) {
    auto const once = seal("secret", "search", "court"), again = seal("secret", "search", "court");
    EXPECT_NE(once, again);
    EXPECT_EQ(once.find("court"), once.npos);
    EXPECT_EQ(once.size(), seal("secret", "search", "a much longer question than that").size());
}

TEST(Sealing, WhatIsChangedOrCutDoesNotOpen) {
    auto const sealed = seal("secret", "search", "court report");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_NE(unseal("secret", "search", changed).value_or("?"), "court report") << i;
        EXPECT_EQ(unseal("secret", "search", sealed.substr(0, i)), std::nullopt) << i;
    }
}

}  // namespace
}  // namespace kith::crypto
