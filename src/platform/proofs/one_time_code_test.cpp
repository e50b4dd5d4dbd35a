#include "platform/proofs/one_time_code.hpp"

#include <gtest/gtest.h>

namespace kith::proofs {
namespace {

constexpr std::string_view secret = "12345678901234567890";  // of RFC 6238, appendix B

Time at(std::int64_t seconds) { return {seconds * 1000}; }

// The appendix shows eight digits; ours are the last six of them.
TEST(OneTimeCode, AsInTheAppendix) {
    EXPECT_EQ(code_of(secret, code_step_at(at(59))), "287082");
    EXPECT_EQ(code_of(secret, code_step_at(at(1'111'111'109))), "081804");
    EXPECT_EQ(code_of(secret, code_step_at(at(1'111'111'111))), "050471");
    EXPECT_EQ(code_of(secret, code_step_at(at(1'234'567'890))), "005924");
    EXPECT_EQ(code_of(secret, code_step_at(at(2'000'000'000))), "279037");
    EXPECT_EQ(code_of(secret, code_step_at(at(20'000'000'000))), "353130");
}

// RFC 4226, appendix D.
TEST(OneTimeCode, AsInTheAppendixOfCounters) {
    constexpr std::string_view codes[] = {"755224", "287082", "359152", "969429", "338314",
                                          "254676", "287922", "162583", "399871", "520489"};
    for (std::int64_t i = 0; i < 10; ++i) EXPECT_EQ(code_of(secret, i), codes[i]);
}

TEST(OneTimeCode, OneStepEitherWayAndNoFurther) {
    auto const now = at(1'234'567'890);
    auto const step = code_step_at(now);
    for (std::int64_t apart = -3; apart <= 3; ++apart)
        EXPECT_EQ(step_of_code(secret, code_of(secret, step + apart), now, 0).has_value(), apart >= -1 && apart <= 1)
            << apart;
}

TEST(OneTimeCode, OnlyLaterOnesThanTheLast) {
    auto const now = at(1'234'567'890);
    auto const step = code_step_at(now);
    EXPECT_FALSE(step_of_code(secret, code_of(secret, step), now, step));
    EXPECT_FALSE(step_of_code(secret, code_of(secret, step - 1), now, step));
    EXPECT_EQ(step_of_code(secret, code_of(secret, step + 1), now, step), step + 1);
}

TEST(OneTimeCode, NothingElse) {
    auto const now = at(59);
    for (auto const* typed : {"", "28708", "2870820", "28708a", "94287082"})
        EXPECT_FALSE(step_of_code(secret, typed, now, 0));
}

TEST(OneTimeCode, Base32) {  // RFC 4648, section 10
    EXPECT_EQ(in_base32(""), "");
    EXPECT_EQ(in_base32("f"), "MY");
    EXPECT_EQ(in_base32("fo"), "MZXQ");
    EXPECT_EQ(in_base32("foobar"), "MZXW6YTBOI");
}

}  // namespace
}  // namespace kith::proofs
