#include "screen/check_digits.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kith::screen::check {
namespace {

// Of all changes of one digit, those that the check still takes.
template <typename Check>
std::size_t unnoticed(std::string number, Check fits) {
    std::size_t count = 0;
    for (auto& c : number) {
        if (c < '0' || c > '9') continue;
        char const right = c;
        for (c = '0'; c <= '9'; ++c)
            if (c != right && fits(number)) ++count;
        c = right;
    }
    return count;
}

TEST(CheckDigits, KnownNumbersFit) {
    EXPECT_TRUE(nhs("9434765870"));
    EXPECT_TRUE(uln("9276308686"));
    EXPECT_TRUE(upn("B801200005001"));
    EXPECT_TRUE(luhn("4111111111111111"));
    EXPECT_TRUE(iban("GB29NWBK60161331926819"));
    EXPECT_TRUE(npi("1234567893"));
    EXPECT_TRUE(routing("021000021"));
    EXPECT_TRUE(dea("AB1234563"));
    EXPECT_TRUE(vin("1HGCM82633A004352"));
}

TEST(CheckDigits, OneWrongDigitIsNoticed) {
    EXPECT_EQ(unnoticed("9434765870", nhs), 0U);
    EXPECT_EQ(unnoticed("9276308686", uln), 0U);
    EXPECT_EQ(unnoticed("B801200005001", upn), 0U);
    EXPECT_EQ(unnoticed("4111111111111111", luhn), 0U);
    EXPECT_EQ(unnoticed("GB29NWBK60161331926819", iban), 0U);
    EXPECT_EQ(unnoticed("1234567893", npi), 0U);
    EXPECT_EQ(unnoticed("021000021", routing), 0U);
}

TEST(CheckDigits, WrongLengthsAndAlphabetsFitNothing) {
    for (std::string_view const text : {"", "1", "943476587", "94347658700", "943476587x", "ABCDEFGHIJ",
                                        "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}) {
        EXPECT_FALSE(nhs(text)) << text;
        EXPECT_FALSE(uln(text)) << text;
        EXPECT_FALSE(utr(text)) << text;
        EXPECT_FALSE(upn(text)) << text;
        EXPECT_FALSE(npi(text)) << text;
        EXPECT_FALSE(routing(text)) << text;
        EXPECT_FALSE(dea(text)) << text;
        EXPECT_FALSE(vin(text)) << text;
        EXPECT_FALSE(iban(text)) << text;
    }
    EXPECT_FALSE(pnc("01", "", 'A'));
    EXPECT_FALSE(pnc("1", "123", 'A'));
}

// A learner's number is never an NHS number, which is how the two were made.
TEST(CheckDigits, NoNumberIsBothLearnersAndPatients) {
    std::string number = "1000000000";
    for (int n = 0; n < 20000; ++n) {
        for (std::size_t i = 10; i-- > 0 && ++number[i] > '9';) number[i] = '0';
        EXPECT_FALSE(nhs(number) && uln(number)) << number;
    }
}

}  // namespace
}  // namespace kith::screen::check
