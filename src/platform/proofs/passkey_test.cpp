// The 15 published test vectors of WebAuthn Level 3, and what must be refused.
#include "platform/proofs/passkey.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "platform/proofs/authenticator_data.hpp"
#include "platform/proofs/public_key.hpp"
#include "support/source_tree.hpp"

namespace kith::proofs {
namespace {

constexpr std::string_view origin = "https://example.org";

std::string bytes_of(std::string_view hexadecimal) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hexadecimal.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string{hexadecimal.substr(i, 2)}, nullptr, 16));
    return bytes;
}

std::string base64url(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string text;
    std::uint32_t held = 0;
    int bits = 0;
    for (char const c : bytes) {
        held = held << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6; bits -= 6) text += alphabet[held >> (bits - 6) & 63u];
    }
    if (bits > 0) text += alphabet[held << (6 - bits) & 63u];
    return text;
}

struct Vector {
    std::map<std::string, std::string> fields;

    std::string name() const { return fields.at("name"); }
    std::string bytes(std::string const& field) const { return bytes_of(fields.at(field)); }
    Ceremony making(std::string const& challenge, Holder holder) const {
        return {challenge, origin, place_of(origin), holder};
    }
};

std::vector<Vector> vectors() {
    std::ifstream file{test::source_tree() / "tests/webauthn/level_3.txt"};
    std::vector<Vector> all;
    for (std::string line; std::getline(file, line);) {
        auto const space = line.find(' ');
        if (line.empty() || line[0] == '#' || space == line.npos) continue;
        if (line.starts_with("name ")) all.emplace_back();
        all.back().fields[line.substr(0, space)] = line.substr(space + 1);
    }
    return all;
}

// What we make of each, where its holder need not be verified.
std::map<std::string, Refused> const refused{
    {"none.ES256.crossOrigin", Refused::within_other_page}, {"none.ES256.topOrigin", Refused::within_other_page},
    {"packed.ES384", Refused::unknown_algorithm},           {"packed.ES512", Refused::unknown_algorithm},
    {"packed.Ed448", Refused::unknown_algorithm},
};

std::map<std::string, Algorithm> const other_algorithms{{"packed.RS256", Algorithm::rs256},
                                                        {"packed.EdDSA", Algorithm::eddsa}};

std::expected<MadePasskey, Refused> made_from(Vector const& vector, Holder holder) {
    auto const challenge = base64url(vector.bytes("challenge"));
    return look_at_made(vector.making(challenge, holder), vector.bytes("client_data"), vector.bytes("attestation"));
}

std::expected<std::uint32_t, Refused> shown_from(Vector const& vector, std::string_view key, Holder holder,
                                                 std::string_view signature) {
    auto const challenge = base64url(vector.bytes("shown_challenge"));
    auto const client_data = vector.bytes("shown_client_data");
    auto const data = vector.bytes("authenticator_data");
    return look_at_shown(vector.making(challenge, holder), {client_data, data, signature}, key, 0);
}

bool verified(std::string_view authenticator_data) { return (authenticator_data[32] & 0x04) != 0; }

TEST(PublishedVectors, AreMadeAsTheyShould) {
    auto const all = vectors();
    ASSERT_EQ(all.size(), 15u);
    for (auto const& vector : all) {
        auto const made = made_from(vector, Holder::present);
        auto const expected = refused.find(vector.name());
        if (expected != refused.end()) {
            ASSERT_FALSE(made) << vector.name();
            EXPECT_EQ(made.error(), expected->second) << vector.name();
            continue;
        }
        ASSERT_TRUE(made) << vector.name() << " " << static_cast<int>(made.error());
        auto const key = PublicKey::from(made->public_key);
        ASSERT_TRUE(key) << vector.name();
        auto const algorithm = other_algorithms.find(vector.name());
        EXPECT_EQ(key->algorithm(), algorithm == other_algorithms.end() ? Algorithm::es256 : algorithm->second);
        EXPECT_EQ(made->credential_id.size(), vector.name() == "none.ES256.long-credential-id" ? 1023u : 32u);
    }
}

TEST(PublishedVectors, AreShownAsTheyShould) {
    std::size_t shown = 0;
    for (auto const& vector : vectors()) {
        auto const made = made_from(vector, Holder::present);
        if (!made) continue;
        auto const signature = vector.bytes("signature");
        auto const right = shown_from(vector, made->public_key, Holder::present, signature);
        ASSERT_TRUE(right) << vector.name() << " " << static_cast<int>(right.error());
        ++shown;
        // Any other signature, and any other key, is refused.
        auto changed = signature;
        changed.back() = static_cast<char>(changed.back() ^ 1);
        EXPECT_EQ(shown_from(vector, made->public_key, Holder::present, changed).error(), Refused::wrong_signature);
        auto const others = made_from(vectors()[vector.name() == "none.ES256" ? 1 : 0], Holder::present);
        EXPECT_EQ(shown_from(vector, others->public_key, Holder::present, signature).error(), Refused::wrong_signature);
    }
    EXPECT_EQ(shown, 10u);
}

TEST(PublishedVectors, WhoIsNotVerifiedIsRefused) {
    std::size_t without = 0;
    for (auto const& vector : vectors()) {
        auto const made = made_from(vector, Holder::present);
        if (!made) continue;
        auto const strict = shown_from(vector, made->public_key, Holder::verified, vector.bytes("signature"));
        if (verified(vector.bytes("authenticator_data"))) {
            EXPECT_TRUE(strict) << vector.name();
        } else {
            EXPECT_EQ(strict.error(), Refused::not_verified) << vector.name();
            ++without;
        }
    }
    EXPECT_GT(without, 0u);
}

TEST(Passkey, OtherChallengePlaceAndCeremonyAreRefused) {
    auto const vector = vectors().front();
    auto const challenge = base64url(vector.bytes("challenge"));
    auto const client = vector.bytes("client_data"), attestation = vector.bytes("attestation");
    auto const refusal = [&](std::string_view c, std::string_view o, std::string_view p) {
        return look_at_made({c, o, p, Holder::present}, client, attestation).error();
    };
    EXPECT_EQ(refusal("", origin, "example.org"), Refused::other_challenge);
    EXPECT_EQ(refusal(base64url("another"), origin, "example.org"), Refused::other_challenge);
    EXPECT_EQ(refusal(challenge, "https://example.org.evil.example", "example.org"), Refused::other_origin);
    EXPECT_EQ(refusal(challenge, "http://example.org", "example.org"), Refused::other_origin);
    EXPECT_EQ(refusal(challenge, origin, "sub.example.org"), Refused::other_place);
    auto const shown_client = vector.bytes("shown_client_data");
    EXPECT_EQ(look_at_made({challenge, origin, "example.org"}, shown_client, attestation).error(),
              Refused::other_ceremony);
    EXPECT_EQ(look_at_made({challenge, origin, "example.org"}, "[]", attestation).error(), Refused::unreadable);
}

TEST(Passkey, ACounterMustMove) {
    auto const vector = vectors().front();
    auto const made = made_from(vector, Holder::present);
    auto const challenge = base64url(vector.bytes("shown_challenge"));
    auto const client = vector.bytes("shown_client_data"), data = vector.bytes("authenticator_data"),
               signature = vector.bytes("signature");
    EXPECT_EQ(look_at_shown({challenge, origin, "example.org", Holder::present}, {client, data, signature},
                            made->public_key, 7)
                  .error(),
              Refused::used_before);
}

TEST(AuthenticatorData, IsWholeOrNothing) {
    auto const vector = vectors().front();
    auto const attestation = vector.bytes("attestation");
    auto const at = attestation.find("authData") + 10;  // behind the name and the two bytes of its length
    auto const data = attestation.substr(at);
    ASSERT_TRUE(AuthenticatorData::read(data));
    for (std::size_t size = 0; size < data.size(); ++size)
        EXPECT_FALSE(AuthenticatorData::read(std::string_view{data}.substr(0, size))) << size;
    EXPECT_FALSE(AuthenticatorData::read(data + '\0'));
    auto flagged = data;
    flagged[32] = static_cast<char>((flagged[32] & ~0x08) | 0x10);  // copied, though it cannot be
    EXPECT_FALSE(AuthenticatorData::read(flagged));
}

TEST(CborReader, RefusesWhatAuthenticatorsDoNotWrite) {
    auto const skips = [](std::string_view bytes) {
        CborReader reader{bytes};
        return reader.skip() && reader.at_end();
    };
    EXPECT_TRUE(skips("\x83\x01\x20\x41\x61"));
    EXPECT_FALSE(skips("\x9f\x01\xff"));                              // a length that is not given
    EXPECT_FALSE(skips(std::string_view{"\xc1\x00", 2}));             // a tag
    EXPECT_FALSE(skips("\x82\x01"));                                  // one is missing
    EXPECT_FALSE(skips("\x9b\x7f\xff\xff\xff\xff\xff\xff\xff\x01"));  // more than there can be
    EXPECT_FALSE(skips(std::string(20, '\x81') + '\x01'));            // too deep
    EXPECT_FALSE(skips(""));
}

TEST(PublicKey, RefusesWhatIsNoKey) {
    auto const made = made_from(vectors().front(), Holder::present);
    auto const key = made->public_key;
    ASSERT_TRUE(PublicKey::from(key));
    EXPECT_FALSE(PublicKey::from(key + '\0'));
    auto off_curve = key;
    off_curve.back() = static_cast<char>(off_curve.back() ^ 1);
    EXPECT_FALSE(PublicKey::from(off_curve));
    auto other_curve = key;
    other_curve[6] = 2;
    EXPECT_FALSE(PublicKey::from(other_curve));
    EXPECT_FALSE(PublicKey::from(std::string_view{"\xa0", 1}));
}

TEST(Passkey, ThePlaceOfAnOrigin) {
    EXPECT_EQ(place_of("https://kith.example"), "kith.example");
    EXPECT_EQ(place_of("http://localhost:8080"), "localhost");
}

}  // namespace
}  // namespace kith::proofs
