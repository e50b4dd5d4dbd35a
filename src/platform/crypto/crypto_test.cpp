#include <gtest/gtest.h>

#include <fmt/format.h>

#include <set>
#include <thread>

#include "platform/crypto/password.hpp"
#include "platform/crypto/token.hpp"

namespace kith::crypto {
namespace {

std::string hex(std::span<std::uint8_t const> bytes) {
    std::string text;
    for (auto const byte : bytes) text += fmt::format("{:02x}", byte);
    return text;
}

std::span<std::uint8_t const> bytes_of(std::string_view text) {
    return {reinterpret_cast<std::uint8_t const*>(text.data()), text.size()};
}

// The expected values are those of Python's hashlib.blake2b(digest_size=32).
TEST(Digest, IsBlake2b256) {
    EXPECT_EQ(hex(digest("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(hex(digest("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Digest, WithAKey) {
    std::string const key(32, 'k');
    EXPECT_EQ(hex(keyed_digest(bytes_of(key), "abc")),
              "0a9b1f4f633832a535f3e4539d906998c3814fbcd4cc136e57e8ea742ac36b61");
    std::string const long_key(100, 'k');
    EXPECT_EQ(hex(keyed_digest(bytes_of(long_key), "abc")),
              "36ff62d42b3ded47152e628712f97ad4f70e62f2e2a85baac85136ae8c3f960f");
}

// RFC 4648 section 10, without padding, in the alphabet of section 5.
TEST(Base64url, KnownAnswers) {
    EXPECT_EQ(base64url(bytes_of("")), "");
    EXPECT_EQ(base64url(bytes_of("f")), "Zg");
    EXPECT_EQ(base64url(bytes_of("fo")), "Zm8");
    EXPECT_EQ(base64url(bytes_of("foobar")), "Zm9vYmFy");
    EXPECT_EQ(base64url(bytes_of("\xFB\xFF")), "-_8");
}

TEST(Token, IsLongAndNeverTwice) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        auto const token = random_token();
        EXPECT_EQ(token.size(), 43u);
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(Code, IsEasyToType) {
    std::set<char> letters;
    for (int i = 0; i < 300; ++i) {
        auto const code = random_code();
        EXPECT_EQ(code.size(), 14u);
        EXPECT_EQ(code[4], '-');
        EXPECT_EQ(code[9], '-');
        for (char c : plain_code(code)) letters.insert(c);
    }
    EXPECT_EQ(std::string(letters.begin(), letters.end()), "23456789ABCDEFGHJKMNPQRSTVWXYZ");
    EXPECT_EQ(random_code(6).size(), 7u);
    EXPECT_EQ(plain_code(" k7wd-9qtm 3xhp\n"), "K7WD9QTM3XHP");
}

TEST(Equal, ComparesWhole) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
}

// Hashed with full strength, so the encoded cost can be seen, before the others make it light.
TEST(Password, FullStrengthIsWrittenInTheHash) {
    auto const hash = hash_password("correct horse battery");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$")) << hash;
    EXPECT_TRUE(password_matches(hash, "correct horse battery"));
    EXPECT_FALSE(password_matches(hash, "correct horse batterz"));
}

TEST(Password, MatchesOnlyItself) {
    use_light_passwords();
    auto const hash = hash_password("päss wörd mit Länge");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_NE(hash, hash_password("päss wörd mit Länge"));
    EXPECT_TRUE(password_matches(hash, "päss wörd mit Länge"));
    EXPECT_FALSE(password_matches(hash, "pass word mit Lange"));
    EXPECT_FALSE(password_matches(hash, ""));
    EXPECT_FALSE(password_matches(hash, std::string(password_bytes_max + 1, 'a')));
    EXPECT_FALSE(no_password_matches("päss wörd mit Länge"));
}

// Made by the reference library (libargon2) with 8 MiB and 2 passes.
TEST(Password, ReadsAHashMadeElsewhere) {
    EXPECT_TRUE(password_matches(
        "$argon2id$v=19$m=8192,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$RvjTtz8Vju9SZqf+PJ3fyHkx4lZ1VOMkv2z5IzdKAiQ",
        "kith example"));
    EXPECT_FALSE(password_matches(
        "$argon2id$v=19$m=8192,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$RvjTtz8Vju9SZqf+PJ3fyHkx4lZ1VOMkv2z5IzdKAiQ",
        "kith exampl"));
}

TEST(Password, AHashThatCannotBeReadMatchesNothing) {
    for (std::string hash :
         {"", "x", "$argon2id$", "$argon2id$v=19$m=65536,t=3,p=1$$", "$2b$12$abcdefghijklmnopqrstuv"})
        EXPECT_FALSE(password_matches(hash, "password")) << hash;
    EXPECT_FALSE(password_matches(std::string(5000, 'a'), "password"));
}

TEST(Password, ManyAtOnceAllComeThrough) {
    use_light_passwords();
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 16; ++i)
        threads.emplace_back([&, i] {
            auto const password = "password " + std::to_string(i);
            if (password_matches(hash_password(password), password)) ++good;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(good, 16);
}

}  // namespace
}  // namespace kith::crypto
