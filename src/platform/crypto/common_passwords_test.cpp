#include "platform/crypto/common_passwords.hpp"

#include <gtest/gtest.h>

#include <string>

#include "platform/crypto/token.hpp"

namespace kith::crypto {
namespace {

TEST(CommonPasswords, WhatPeopleTryFirst) {
    for (auto const* password : {"password123", "Password2026!", "P@ssw0rd!!", "qwertyuiop", "1234567890", "0987654321",
                                 "iloveyou12", "sunshine99", "Liverpool1", "aaaaaaaaaaaa", "abcabcabcabc",
                                 "passwordpassword", "letmein2026", "Charlotte1!", "!!!football!", "zyxwvutsrq"})
        EXPECT_TRUE(is_common_password(password)) << password;
}

TEST(CommonPasswords, NotWhatOnlyOneWouldPutTogether) {
    for (auto const* password : {"ada likes long walks", "three plain words", "kettle-otter-tram", "wuthering9teapots",
                                 "brew mud gravel", "password48213907465"})
        EXPECT_FALSE(is_common_password(password)) << password;
}

// Random ones are said to be common about as often as the filter promises: here, never.
TEST(CommonPasswords, NotByChance) {
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) wrong += is_common_password(random_token().substr(0, 12)) ? 1 : 0;
    EXPECT_LE(wrong, 3);
}

}  // namespace
}  // namespace kith::crypto
