#include "platform/crypto/common_passwords.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

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

// Random ones are rarely said to be common: by the filter's own chance, and because a short word may stand in them. The
// same ones each time.
TEST(CommonPasswords, NotByChance) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::mt19937 random{20261122};
    constexpr int tried = 20'000, characters = 12;
    int wrong = 0;
    for (int i = 0; i < tried; ++i) {
        std::string password;
        for (int n = 0; n < characters; ++n) password += letters[random() % letters.size()];
        wrong += is_common_password(password) ? 1 : 0;
    }
    EXPECT_LE(wrong, tried / 2'000);
}

}  // namespace
}  // namespace kith::crypto
