// Against the example that RFC 8291 publishes, and what must not be sealed.
#include "platform/push/message.hpp"

#include <gtest/gtest.h>

#include "platform/crypto/token.hpp"

namespace kith::push {
namespace {

std::string plain(std::string_view base64url) { return crypto::from_base64url(base64url).value_or(""); }

// RFC 8291 section 5 and appendix A.
constexpr std::string_view as_private = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
constexpr std::string_view as_public =
    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
constexpr std::string_view ua_public =
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
constexpr std::string_view secret = "BTBZMqHH6r4Tts7J_aSIgg";
constexpr std::string_view salt = "DGv6ra1nlYgDCS1FRnbzlw";
constexpr std::string_view message =
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
    "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
    "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

TEST(Push, SealsTheExampleOfTheStandard) {
    auto const once = KeyPair::from(plain(as_private), plain(as_public));
    ASSERT_TRUE(once.has_value());
    auto const ua = plain(ua_public), auth = plain(secret);
    auto const made = sealed("When I grow up, I want to be a watermelon", {ua, auth}, *once, plain(salt));
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(*made, plain(message));
}

TEST(Push, KeysAreKeptAndComeBack) {
    auto const made = KeyPair::make(), other = KeyPair::make();
    auto const again = KeyPair::from(made.private_key(), made.public_key());
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(made.shared_with(other.public_key()), again->shared_with(other.public_key()));
    EXPECT_EQ(made.shared_with(other.public_key()), other.shared_with(made.public_key()));
    EXPECT_EQ(made.signature_of("words").size(), 64u);
}

TEST(Push, RefusesWhatIsNoKey) {
    auto const once = KeyPair::make();
    auto point = once.public_key();
    point[40] = static_cast<char>(point[40] ^ 1);  // beside the curve
    auto const auth = std::string(subscriber_secret_bytes, 'a'), random = std::string(salt_bytes, 's');
    EXPECT_FALSE(sealed("x", {point, auth}, once, random));
    EXPECT_FALSE(sealed("x", {"short", auth}, once, random));
    EXPECT_FALSE(sealed("x", {once.public_key(), "short"}, once, random));
    EXPECT_FALSE(KeyPair::from("short", once.public_key()));
}

TEST(Push, SaysWhoSends) {
    auto const own = KeyPair::make();
    auto const word = authorization(own, "https://push.example", "mailto:host@example.org", {1'790'000'000'000});
    EXPECT_TRUE(word.starts_with("vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9."));
    auto const claims = word.substr(word.find('.') + 1);
    EXPECT_EQ(plain(claims.substr(0, claims.find('.'))),
              R"({"aud":"https://push.example","exp":1790043200,"sub":"mailto:host@example.org"})");
}

}  // namespace
}  // namespace kith::push
