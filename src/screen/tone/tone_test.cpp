#include "screen/tone/tone.hpp"

#include <gtest/gtest.h>

#include <string>

#include "screen/tone/sentences.hpp"

namespace kith::screen {
namespace {

Tone tone_of(std::string_view text) {
    Folded const folded{text};
    return judge(folded, tokens_of(folded), {}, Model{});
}
std::string_view level(std::string_view text) { return name_of(tone_of(text).danger); }

void expect_all(std::string_view wanted, std::initializer_list<std::string_view> texts) {
    for (auto const text : texts) EXPECT_EQ(level(text), wanted) << text << "\n" << tone_of(text).reason;
}

TEST(Tone, ContemptForClientsAndColleaguesIsAmber) {
    expect_all("amber", {
                            "The mum is thick, honestly.",
                            "He's a useless dad and she is no better.",
                            "These parents are pathetic.",
                            "Had to sit with that stupid woman for an hour.",
                            "My new colleague is clueless and lazy.",
                            "The client was lazy. They're all liars anyway.",
                            "She's a snake, that practitioner.",
                            "Some people shouldn't have kids.",
                            "You're an idiot if you believe that of a child.",
                            "Another time waster. He is such a waste of space.",
                            "The dad's a total moron.",
                            "Teachers. Lazy, every one of them.",
                            "Another scrounger wanting a voucher.",
                        });
}

TEST(Tone, InsultsSlursAndThreatsAreRed) {
    expect_all("red", {
                          "The mum is a lying bitch.",
                          "That dad turned up drunk again. Absolute scum.",
                          "what a c*** that barrister is",
                          "You thick cow, read the policy.",
                          "He's a retard and nobody dares to write it down.",
                          "Pikeys. I never met an honest one.",
                          "I'm not being funny but these p*kis all do it.",
                          "not taking orders from some dyke with a clipboard",
                          "I'm going to slap him if he comes near the centre.",
                          "She should be sterilised after the first.",
                          "I hope he rots.",
                          "I know where you park.",
                          "This family is an embarrassment. They're animals.",
                      });
}

TEST(Tone, PressingForAnAnswerIsAmber) {
    expect_all("amber", {
                            "Why is nobody answering me?",
                            "Third time of asking. I can see you're online, Bev.",
                            "ANSWER the question. I need a reply now.",
                            "Stop ignoring me.",
                            "Asked you three times now.",
                        });
    expect_all("none", {
                           "Just bumping this in case it got lost.",
                           "Did anyone manage to look at my question? Fine if not.",
                           "Still waiting for the hospital to reply.",
                           "Sorry to ask again, has anyone got the policy?",
                           "I've rung CAMHS three times this week.",
                       });
}

TEST(Tone, SwearingAloneIsNotMarked) {
    expect_all("none", {"Fuck me, what a day.", "bollocks to it, I'm having a bath", "So fucking proud of her.",
                        "The bastard car won't start.", "This piece of shit printer.", "Well, crap.",
                        "It's a bitch of a job."});
}

TEST(Tone, AngerAtTheSystemIsNotMarked) {
    expect_all("none", {"The whole system is fucked.", "Ofsted are useless.",
                        "This government is a disgrace and its policy is stupid.", "I hate this stupid form.",
                        "Management are clueless about caseloads.", "My manager is useless this week.",
                        "The court listing is an absolute joke.", "CAMHS is pathetic. Eighteen months for a child.",
                        "Home Office decisions are cruel and idiotic."});
}

TEST(Tone, WhatIsSaidOfOneselfIsNotMarked) {
    expect_all("none", {"I'm such an idiot, I sent it to myself.", "I feel so stupid today.", "I am useless at this.",
                        "What an idiot I am.", "He made me feel like a failure and an idiot.",
                        "We are idiots for agreeing to it.", "stupid stupid stupid, I forgot her birthday",
                        "My husband is a lazy git and my ex is a bastard."});
}

TEST(Tone, WhatOthersSaidIsNotMarked) {
    expect_all("none", {"She called me a fat cow and then offered me tea.", "\"You're scum,\" he told me.",
                        "Mum says dad calls her a stupid bitch every day.",
                        "The neighbours shout 'gypsy scum' at the children.", "He told me to fuck off and die.",
                        "The email says I'm lazy and pathetic.", "He thinks he's stupid and it breaks my heart.",
                        "She was called a retard on the bus.", "How do we challenge the word pikey at meetings?"});
}

TEST(Tone, WhatIsDeniedOrFondIsNotMarked) {
    expect_all("none",
               {"You're not stupid. You're tired.", "She isn't lazy, she is frightened.", "He is not an animal.",
                "love you all you mad bastards", "You absolute nutter, you drove all that way.",
                "He did it! The beautiful bastard did it!", "Nobody here thinks you're a bad social worker."});
}

TEST(Tone, ClinicalAndPlainWordsAreNotMarked) {
    expect_all(
        "none",
        {"He was hostile and verbally aggressive on admission.", "She has spastic quadriplegia and a feeding tube.",
         "Dad threw a mug and lied to me about the drinking.", "They are not good enough parents.",
         "Mild learning disability, poor executive function.", "Dumb question, what is an SGO?",
         "Crazy hours this week.", "The dog needs putting down, poor thing.", "A chink of light at last.",
         "Two Maine coons and a happy tenant.", "The trash was piled up to the windows."});
}

TEST(Tone, OffsetsAreOfTheLanes) {
    std::string_view const text = "Fine. The mum is a bitch.";
    auto const tone = tone_of(text);
    EXPECT_EQ(text.substr(tone.start, tone.end - tone.start), "bitch");
}

TEST(Tone, NamesCountAsSomebody) {
    std::string_view const text = "Gavin is pathetic.";
    Folded const folded{text};
    Candidate const name{0, 5, Class::person, 0.9F};
    EXPECT_EQ(judge(folded, tokens_of(folded), {&name, 1}, Model{}).danger, Danger::amber);
}

TEST(Tone, AnythingIsRead) {
    for (std::string_view const text :
         {"", "'", "\"", "???", "c***", "you", "\xFF\xFE", "a \" b", "he he he", "'''''' \"\"\"\""})
        EXPECT_EQ(level(text), "none") << text;
}

TEST(Tone, WordsAreHeardWithTheirApostrophesAndStars) {
    Folded const folded{"I'm a c***, \"he said\". Don't"};
    auto const talk = tone::hear(folded, tokens_of(folded), {});
    ASSERT_EQ(talk.words.size(), 6U);
    EXPECT_EQ(talk.sentences.size(), 2U);
    EXPECT_TRUE(talk.words[3].quoted);
    EXPECT_FALSE(talk.words[2].quoted);
    EXPECT_TRUE(talk.words[2].clause_end);
}

}  // namespace
}  // namespace kith::screen
