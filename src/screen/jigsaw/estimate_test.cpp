#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "screen/jigsaw/explain.hpp"
#include "screen/jigsaw/jigsaw.hpp"
#include "screen/jigsaw/places.hpp"
#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {
namespace {

// A text with what was found in it: "my {age:14yo} lad".
struct Marked {
    std::string text;
    std::vector<Finding> findings;

    explicit Marked(std::string_view marked) {
        for (std::size_t at = 0; at < marked.size(); ++at) {
            if (marked[at] != '{') {
                text += marked[at];
                continue;
            }
            auto const colon = marked.find(':', at), end = marked.find('}', at);
            auto const start = text.size();
            text += marked.substr(colon + 1, end - colon - 1);
            auto const what = class_of(marked.substr(at + 1, colon - at - 1));
            findings.push_back({start, text.size(), what, kind_of(what), 0.9F, "", {}});
            at = end;
        }
    }
    static Class class_of(std::string_view name) {
        for (std::size_t i = 0; i < class_count; ++i)
            if (name_of(static_cast<Class>(i)) == name) return static_cast<Class>(i);
        ADD_FAILURE() << "no class " << name;
        return Class::other_id;
    }
};

// Towns for these tests, written as train_places writes them.
struct Town {
    std::string_view name;
    double people;
    PlaceKind kind;
    Where where;
};
std::string places_section(std::vector<Town> towns) {
    std::ranges::sort(towns, {}, [](Town const& t) { return place_hash(t.name); });
    std::string bytes{"PL1\0", 4};
    auto const number = [&](std::size_t value, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFF);
    };
    number(towns.size(), 4);
    for (std::size_t bucket = 0; bucket <= 4096; ++bucket)
        number(static_cast<std::size_t>(
                   std::ranges::count_if(towns, [&](Town const& t) { return place_hash(t.name) >> 20 < bucket; })),
               4);
    for (auto const& t : towns) number(place_hash(t.name) >> 4 & 0xFFFF, 2);
    for (auto const& t : towns)
        number(t.people == 0 ? 0 : static_cast<std::size_t>(std::lround((std::log(t.people) - 3) * 4)), 1);
    for (auto const& t : towns) number(static_cast<std::size_t>(t.kind), 1);
    for (auto const& t : towns) number(static_cast<std::size_t>(t.where), 1);
    return bytes;
}

class JigsawTest : public testing::Test {
protected:
    JigsawTest() {
        auto const section = places_section({{"nantwich", 17226, PlaceKind::town, Where::north_west},
                                             {"wrexham", 65000, PlaceKind::city, Where::wales},
                                             {"leeds", 455000, PlaceKind::city, Where::yorkshire},
                                             {"hull", 314000, PlaceKind::city, Where::yorkshire},
                                             {"bunbury", 0, PlaceKind::village, Where::england},
                                             {"skegness", 24900, PlaceKind::town, Where::east_midlands},
                                             {"thurso", 7100, PlaceKind::town, Where::scotland}});
        NamedSection const named{"places", section};
        bytes_ = write_model(1, {&named, 1});
        model_ = *Model::read(bytes_);
    }

    Jigsaw of(std::string_view marked, Settings const& settings = {}) const {
        Marked const text{marked};
        return estimate(text.text, text.findings, model_, settings);
    }
    std::string_view danger(std::string_view marked) const { return name_of(of(marked).danger); }

    std::string bytes_;
    Model model_;
};

TEST_F(JigsawTest, TheExampleOfTheDesign) {
    auto const jigsaw = of("my {age:14yo} {family:twins} lad in {place:Nantwich}");
    EXPECT_NEAR(jigsaw.people, 6, 2);
    EXPECT_EQ(jigsaw.danger, Danger::red);
    EXPECT_EQ(jigsaw.pieces, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(jigsaw.told.size(), 3U);
    ASSERT_TRUE(jigsaw.broaden_first);
    EXPECT_EQ(*jigsaw.broaden_first, 2U);
    EXPECT_EQ(jigsaw.reason,
              "Taken together, “14yo”, “twins” and “Nantwich” fit about 6 people. Make “Nantwich” broader first: then "
              "it could be about 1,100 people.");
}

// The same told of one person, and told of many.
struct Pair {
    std::string_view one, many, danger;
};
constexpr Pair pairs[] = {
    {"My {age:14yo} {family:twins} lad in {place:Nantwich} is out of school again.",
     "A {age:teenager} I work with is out of school again.", "red"},
    {"Young person, {age:15}, {health:autistic}, in {place:Wrexham}, out of school since Easter.",
     "Young person in the {place:north west}, out of school for a long while.", "red"},
    {"Young person, {age:15}, {health:autistic}, in {place:Hull}, out of school since Easter.",
     "Young person in a northern city, out of school for a long while.", "amber"},
    {"There's a {ethnicity:Congolese} {family:family of nine} in {place:Thurso} and no interpreter.",
     "There's a family in a rural area and no interpreter.", "red"},
    {"The mum has {health:MS} and {family:four kids} in {place:Skegness}.",
     "The mum has a long-term {health:illness} and a few {family:kids}.", "red"},
    {"Hearing on {date:14 March} at {institution:Chester Family Court}, mum is dreading it.",
     "Hearing in the {date:spring}, mum is dreading it.", "red"},
    {"She is in {age:Year 9} at {institution:Malbank School} and refuses to go.",
     "She is at {institution:secondary school} and refuses to go.", "red"},
    {"The lad from the {event:house fire} that was in the papers, {place:Skegness}, is with us now.",
     "A lad who lost his home is with us now.", "red"},
    {"His date of birth is {dob:3/4/2011} and he is not in school.", "He is a {age:teenager} and not in school.",
     "red"},
    {"{ethnicity:Hungarian} {ethnicity:Roma} mum, {place:Wrexham}, {health:pregnant}, four removed before.",
     "A mum who's {health:pregnant} again, older children removed before.", "red"},
    {"Client is a {occupation:vicar} with {health:bipolar} in {place:Bunbury}.",
     "Client has a job that people know, and a {health:mental health} diagnosis.", "red"},
    {"I visited a mum in {place:Bunbury} today.", "I visited a mum in a village today.", "amber"},
    {"The vicar's wife in {place:Bunbury} has asked me for a refuge place.",
     "A parent has asked me for a refuge place.", "red"},
    {"Lad, 15, {health:autistic}, {place:Nantwich}. CAMHS won't see him.",
     "Teenage lad, {health:autistic}. CAMHS won't see him.", "red"},
    {"{date:26th September}, {person:Carlisle} family court, three siblings.",
     "{date:September}, family court, siblings.", "red"},
    {"The only {religion:Muslim} girl in {place:Thurso}, she's lonely.", "A girl whose faith nobody shares here.",
     "red"},
    {"Supporting the lad who was on the {event:front page}, {age:16}, {place:Skegness}.",
     "Supporting a lad after something awful.", "red"},
    {"Lad, {age:17}, {immigration:UASC}, {ethnicity:Sudanese}, placed in {place:Thurso}.",
     "An {immigration:unaccompanied} lad has been placed somewhere rural.", "red"},
};

TEST_F(JigsawTest, MinimalPairsAreToldApart) {
    for (auto const& pair : pairs) {
        EXPECT_EQ(danger(pair.one), pair.danger) << pair.one << "\n"
                                                 << of(pair.one).people << " " << of(pair.one).reason;
        EXPECT_EQ(danger(pair.many), "none") << pair.many << "\n"
                                             << of(pair.many).people << " " << of(pair.many).reason;
    }
}

TEST_F(JigsawTest, TheWritersOwnLifeIsNoClient) {
    for (std::string_view const marked : {
             "I'm {age:34} and so tired. I live in {place:Nantwich} with my {family:twins}.",
             "I am a {age:52} year old {ethnicity:Polish} social worker in {place:Thurso} and I have {health:MS}.",
             "My husband is {age:41} and has {health:bipolar}. We moved to {place:Bunbury}.",
             "My mum is {age:81}, {health:dementia}, in {place:Skegness}. She was a {occupation:headteacher}.",
             "I've got {health:ADHD} and I work in {place:Thurso}. The caseload is killing me.",
             "As a {religion:Sikh} social worker from {place:Hull} I get asked this a lot.",
             "My {age:14yo} son is {health:autistic} and we are in {place:Nantwich}.",
             "I was {health:pregnant} with {family:twins} when I qualified in {place:Wrexham}.",
         })
        EXPECT_EQ(danger(marked), "none") << marked << "\n" << of(marked).reason;
}

TEST_F(JigsawTest, TalkInGeneralIsNoClient) {
    for (std::string_view const marked : {
             "Training on {health:FASD} in {place:Leeds} on {date:4 March 2026}, who is going?",
             "The {institution:Civic Centre} in {place:Wrexham} is freezing on {date:3 May}.",
             "Looking for resources on {health:Huntington's} for {ethnicity:Somali} families.",
             "What a week. Thresholds, panels, {date:1 April} deadline.",
             "Has anyone worked with a client with {health:Prader-Willi}?",
             "Great news, the lad of 16 I work with got into college.",
             "It looks like {place:Italy} and certain kids say oh it's you.",
             "BBC tonight, a documentary about {family:kinship care}.",
             "Item 3, 4, 5 and then lunch. Bring 12, the room holds 20.",
         })
        EXPECT_EQ(danger(marked), "none") << marked << "\n" << of(marked).reason;
}

TEST_F(JigsawTest, EarlierPostsAddUp) {
    auto const first = of("My client lives in {place:Nantwich}.");
    EXPECT_EQ(first.danger, Danger::none);
    Settings settings;
    settings.known = first.told;
    auto const second = of("He is {age:14} and a {family:twin}.", settings);
    EXPECT_EQ(second.danger, Danger::red);
    EXPECT_NEAR(second.people, 6, 2);
    EXPECT_TRUE(second.reason.contains("what you wrote here before")) << second.reason;
    EXPECT_EQ(second.told.size(), 2U);
}

TEST_F(JigsawTest, TheSameToldAgainCountsOnce) {
    auto const first = of("My client has {health:epilepsy}, she's in {place:Leeds}.");
    Settings settings;
    settings.known = first.told;
    auto const again = of("The client, {health:Epilepsy}, {place:Leeds}, is back.", settings);
    EXPECT_EQ(first.people, again.people);
    auto const twice = of("My client has {health:epilepsy}, she's in {place:Leeds}. Her {health:epilepsy} is bad.");
    EXPECT_EQ(first.people, twice.people);
    EXPECT_EQ(twice.pieces.size(), 3U);
    EXPECT_EQ(twice.told.size(), 2U);
}

TEST_F(JigsawTest, AnotherAgeIsAnotherPerson) {
    auto const first = of("My client is {age:14} and {health:autistic}.");
    Settings settings;
    settings.known = first.told;
    auto const second = of("Another client, {age:82}, is in {place:Hull}.", settings);
    auto const alone = of("Another client, {age:82}, {health:autistic}, is in {place:Hull}.");
    EXPECT_NEAR(second.people, alone.people, alone.people / 1000);
}

TEST_F(JigsawTest, NearReadersNeedLess) {
    std::string_view const text = "A lad I see is {health:autistic} and he's {age:15}.";
    Settings far, near;
    near.nearness = Nearness::same_employer;
    EXPECT_LT(of(text, near).people, of(text, far).people);
    EXPECT_EQ(of(text, far).danger, Danger::amber);
    EXPECT_EQ(of(text, near).danger, Danger::red);
    near.nearness = Nearness::same_area;
    EXPECT_EQ(of("My client has {health:Huntington's}.").danger, Danger::none);
    EXPECT_EQ(of("My client has {health:Huntington's}.", near).danger, Danger::amber);
}

TEST_F(JigsawTest, BroaderWordingLowersTheDanger) {
    auto const narrow = of("My {age:14yo} {family:twins} lad in {place:Nantwich}");
    auto const broader = of("My {age:14yo} {family:twins} lad in the {place:north west}");
    auto const broadest = of("My {age:teenage} lad with {family:siblings} in the {place:north west}");
    EXPECT_GT(broader.people, narrow.people);
    EXPECT_GT(broadest.people, broader.people);
    EXPECT_LT(broader.danger, narrow.danger);
    EXPECT_EQ(broadest.danger, Danger::none);
}

TEST_F(JigsawTest, KnowsNoPlacesWithoutAModel) {
    Marked const text{"my {age:14yo} {family:twins} lad in {place:Nantwich}"};
    auto const jigsaw = estimate(text.text, text.findings, Model{}, {});
    EXPECT_NE(jigsaw.danger, Danger::none);
}

TEST_F(JigsawTest, LongTextsAreReadInStretches) {
    std::string far;
    for (int i = 0; i < 400; ++i) far += "The weather was fine and the office quiet. ";
    EXPECT_EQ(danger("A lad of {age:14}. " + far + "A {family:twin} lad. " + far + "Another lad in {place:Nantwich}."),
              "none");
}

TEST_F(JigsawTest, ASentenceWithoutEndCostsNoMore) {
    std::string marked;
    for (int i = 0; i < 20000; ++i) marked += "she has {health:ms} ";
    EXPECT_EQ(of(marked).danger, Danger::none);
}

TEST_F(JigsawTest, PlacesByTheirNames) {
    EXPECT_NEAR(find_place(model_, "the town of nantwich")->population, 17226, 3000);
    EXPECT_EQ(find_place(model_, "nantwich area")->where, Where::north_west);
    EXPECT_EQ(find_place(model_, "north-west")->kind, PlaceKind::region);
    EXPECT_EQ(find_place(model_, "ohio")->kind, PlaceKind::region);
    EXPECT_EQ(find_place(model_, "atlantis"), std::nullopt);
    EXPECT_EQ(find_place(Model{}, "nantwich"), std::nullopt);
    EXPECT_EQ(fold_place("St. John's-on-the-Hill"), "st johns on the hill");
    EXPECT_EQ(fold_place("saint helens"), "st helens");
    EXPECT_EQ(name_of(Where::north_west), "the north-west");
    EXPECT_EQ(name_of(Where::wyoming), "Wyoming");
}

TEST(JigsawWords, AreSaidAsAnEstimateIs) {
    EXPECT_EQ(about(0.2), "one person");
    EXPECT_EQ(about(6.2), "about 6 people");
    EXPECT_EQ(about(347), "about 350 people");
    EXPECT_EQ(about(1234), "about 1,200 people");
    EXPECT_EQ(about(2'345'678), "about 2,300,000 people");
}

}  // namespace
}  // namespace kith::screen
