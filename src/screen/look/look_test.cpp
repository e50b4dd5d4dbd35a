#include "screen/look/look.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "screen/wasm/module.hpp"

namespace kith::screen {
namespace {

constexpr std::string_view text = "Ada and Marta, 14, ring 07700 900123 about it.";

Finding finding(std::string_view words, Class what, float confidence = 0.9F) {
    auto const start = text.find(words);
    return {start, start + words.size(), what, kind_of(what), confidence, "A reason.", {"something \"broader\""}};
}

Report report() {
    Report made;
    made.findings = {finding("Ada", Class::person), finding("Marta", Class::person), finding("14", Class::age),
                     finding("07700 900123", Class::phone), finding("about it", Class::event)};
    made.jigsaw.pieces = {2};
    return made;
}

std::vector<std::uint32_t> shown(Report const& of, Surroundings const& surroundings) {
    return look_of(text, of, surroundings).findings;
}

using Places = std::vector<std::uint32_t>;

TEST(Look, ShowsWhatIdentifiesOnItsOwn) { EXPECT_EQ(shown(report(), {}), (Places{0, 1, 3})); }

TEST(Look, PassesOverWhatIsUnsure) {
    auto unsure = report();
    unsure.findings[3].confidence = 0.45F;
    EXPECT_EQ(shown(unsure, {}), (Places{0, 1}));
}

TEST(Look, PassesOverThoseWhoRead) {
    Surroundings here;
    here.members = {"Ada Example", "Ben Example"};
    EXPECT_EQ(shown(report(), here), (Places{1, 3}));
}

TEST(Look, ShowsPiecesOfADangerousJigsawAndItsSentence) {
    auto dangerous = report();
    dangerous.jigsaw.danger = Danger::amber;
    auto const look = look_of(text, dangerous, {});
    EXPECT_EQ(look.findings, (Places{0, 1, 2, 3}));
    EXPECT_TRUE(look.jigsaw);
    Surroundings left;
    left.left = {key_of(text, dangerous.findings[2])};
    EXPECT_FALSE(look_of(text, dangerous, left).jigsaw) << "the one piece of this text was left";
}

TEST(Look, LeavesWhatWasLeftButNotInAStrictPlace) {
    Surroundings here;
    here.left = {key_of(text, report().findings[3])};
    EXPECT_EQ(shown(report(), here), (Places{0, 1}));
    EXPECT_TRUE(look_of(text, report(), here).may_send);
    here.strict = true;
    EXPECT_EQ(shown(report(), here), (Places{0, 1, 3}));
    EXPECT_FALSE(look_of(text, report(), here).may_send);
}

TEST(Look, ShowsATone) {
    auto harsh = report();
    harsh.tone = {Danger::amber, 0, 3, "A reason."};
    auto const look = look_of(text, harsh, {});
    EXPECT_TRUE(look.tone);
    EXPECT_EQ(look.things(), 4U);
    Surroundings left;
    left.left = {look.keys.back()};
    EXPECT_FALSE(look_of(text, harsh, left).tone);
}

TEST(Look, KnowsWordsAgainWhateverTheirCaseAndSpaces) {
    Finding const here{0, 8, Class::place, Kind::quasi, 1, "", {}}, there{2, 9, Class::place, Kind::quasi, 1, "", {}};
    EXPECT_EQ(key_of("New Ho l", here), key_of("- new hOl -", there));
    EXPECT_NE(key_of("New Hill", here), key_of("New Hull", here));
    auto other = here;
    other.what = Class::person;
    EXPECT_NE(key_of("New Hill", here), key_of("New Hill", other));
}

TEST(Look, KnowsATextAgainWhateverItsWhiteSpace) {
    EXPECT_EQ(mark_of(" a b\r\nc"), mark_of("a b\nc \n"));
    EXPECT_NE(mark_of("a b c"), mark_of("A b c"));
}

TEST(Look, SaysItAllInJson) {
    auto const json = json_of(text, {report(), look_of(text, report(), {})});
    EXPECT_EQ(
        json.find("{\"mark\":\"" + hexadecimal(mark_of(text)) + "\",\"things\":3,\"may_send\":true,\"findings\":[{"),
        0U);
    EXPECT_NE(json.find("\"start\":0,\"end\":3,\"class\":\"person\",\"kind\":\"direct\",\"confidence\":0.900"),
              json.npos);
    EXPECT_NE(json.find("\"broader\":[\"something \\\"broader\\\"\"]"), json.npos);
    EXPECT_NE(json.find("\"jigsaw\":{\"danger\":\"none\",\"people\":0.000"), json.npos);
    EXPECT_EQ(json.find("Marta"), json.npos) << "the words themselves are not in it";
}

TEST(Surroundings, AreReadAsTheyWereWritten) {
    Surroundings given;
    given.region = Region::us;
    given.today = {2026, 11};
    given.nearness = Nearness::same_employer;
    given.strict = true;
    given.told = {{Class::place, 4'000'000'000U, -3.25F}, {Class::age, 0, 0}};
    given.left = {0, 0xFEDC'BA98'7654'3210};
    given.members = {"Ada Example", "Zoë O’Neill"};
    given.forms = {"Crisis Hub", "LL-######"};
    auto const read = read_surroundings(text_of(given));
    EXPECT_EQ(text_of(read), text_of(given));
    EXPECT_EQ(read.told.at(0).log_share, -3.25F);
    EXPECT_EQ(read.members, given.members);
    EXPECT_EQ(read.left, given.left);
}

TEST(Surroundings, PassOverWhatTheyDoNotKnow) {
    for (std::string_view const odd :
         {"", "␞␞␞", "region 9␞", "region 0␞", "told 99 1 1␞told␞told 1 x␞", "left 12␞", "later words␞"}) {
        auto const read = read_surroundings(odd);
        EXPECT_EQ(read.region, Region::both) << odd;
        EXPECT_TRUE(read.told.empty() && read.left.empty()) << odd;
    }
    Surroundings sly;
    sly.members = {"Ada␞strict 0"};
    EXPECT_TRUE(read_surroundings(text_of(sly)).members.empty());
}

TEST(Module, AnswersAsTheEngineDoes) {
    auto const put = [](std::string_view bytes) { std::ranges::copy(bytes, screening_reserve(bytes.size())); };
    put("");
    EXPECT_EQ(screening_learn(), 0);
    put("strict 1␞form Crisis Hub␞");
    EXPECT_EQ(screening_surround(), 1);
    put(text);
    std::string const answer{screening_look(), screening_answer_bytes()};
    Surroundings strict;
    strict.strict = true;
    EXPECT_EQ(answer, json_of(text, look_over(text, {}, strict, nullptr)));
}

}  // namespace
}  // namespace kith::screen
