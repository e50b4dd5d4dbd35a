// What the rules find in single sentences: {class:words} is to be found as that class, words and all;
// by the rules alone, without anything learnt.
#include "screen/rules/rules.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "screen/model.hpp"

namespace kith::screen {
namespace {

struct Mark {
    std::string what, words;
};

// "in {place:BD20}" to "in BD20" and its marks.
std::string unmarked(std::string_view marked, std::vector<Mark>& marks) {
    std::string text;
    for (std::size_t at = 0; at < marked.size();) {
        if (marked[at] != '{') {
            text += marked[at++];
            continue;
        }
        auto const colon = marked.find(':', at), end = marked.find('}', at);
        marks.push_back({std::string(marked.substr(at + 1, colon - at - 1)),
                         std::string(marked.substr(colon + 1, end - colon - 1))});
        text += marks.back().words;
        at = end + 1;
    }
    return text;
}

std::string described(Report const& report, std::string_view text) {
    std::string all;
    for (auto const& finding : report.findings)
        all += std::string(name_of(finding.what)) + " [" +
               std::string(text.substr(finding.start, finding.end - finding.start)) + "] " +
               std::to_string(finding.confidence) + "; ";
    return all;
}

// Every mark is found as it is written, surely enough to be shown.
void expect_marks(std::initializer_list<std::string_view> sentences) {
    for (auto const marked : sentences) {
        std::vector<Mark> marks;
        auto const text = unmarked(marked, marks);
        auto const report = screen(text, Model());
        for (auto const& mark : marks) {
            bool found = false;
            for (auto const& finding : report.findings)
                found |= name_of(finding.what) == mark.what && finding.confidence >= confidence_min_direct &&
                         text.substr(finding.start, finding.end - finding.start) == mark.words;
            EXPECT_TRUE(found) << mark.what << " [" << mark.words << "] in: " << text
                               << "\n  found: " << described(report, text);
        }
    }
}

// Nothing that would be shown before sending.
void expect_harmless(std::initializer_list<std::string_view> sentences) {
    for (auto const text : sentences) {
        Settings settings;
        settings.level = Level::direct;
        auto const report = screen(text, Model(), settings);
        EXPECT_TRUE(report.findings.empty()) << text << "\n  found: " << described(report, text);
    }
}

TEST(Rules, Phones) {
    expect_marks({"Ring {phone:07700 900123} after six",
                  "it's {phone:oh seven seven double 0 nine double 0 one two three}", "{phone:(020) 7946 0958}",
                  "{phone:+44 (0)7700 900 123}", "call {phone:0800 555 0199}",
                  "{phone:555-867-5309} is the grandmother", "{phone:(415) 555-0123 x44}", "tel {phone:0161.496.0000}",
                  "{phone:+33 1 23 45 67 89}", "mum is on {phone:O7700 9OO123}"});
}

TEST(Rules, CourseCodesAreNoRegistrations) {
    expect_harmless({"Module code SW4017, essay 2, 60 credits.", "which unit is SW5021, the law one?"});
    expect_marks({"my number is {registration:SW40170}", "registered as {registration:SW4017} since May",
                  "of course {registration:SW40170} is mine"});
}

TEST(Rules, NumbersOfNobody) {
    expect_harmless({"I was 14 when we had 30 kids at 5pm, order number 4857773456", "Call 999, 111 or 116 123.",
                     "The service has 3,500 referrals and 12 workers.", "see page 12, section 47 and regulation 24",
                     "we scored 3-1 on 12/3",
                     "it costs \xC2\xA3"
                     "12,345.67 a week",
                     "version 10.0.19045 crashed", "ISBN 9780141036144", "I have 2 dogs, 3 cats and 100 problems",
                     "open 9.30-5.30", "2019-2020 was worse than 2021/22", "10/10 would do it again",
                     "M62 was shut, then the A1", "a 5 minute walk up the hill", "room 101, floor 3",
                     "Section 20 and s47", "B12 and D3 tablets", "Childline is 0800 1111"});
}

TEST(Rules, NetAddresses) {
    expect_marks({"mail {email:j dot smith at gmail dot com} please", "{email:jane.smith@example.org.uk}, thanks",
                  "{email:jsmith (at) nhs (dot) net}", "{email:jsmith[at]gmail.com}", "follow {handle:@daisy_x}",
                  "insta: {handle:daisy_x2011}", "see {url:https://www.facebook.com/jane.smith.9}.",
                  "{handle:u/tired_worker}"});
    expect_harmless({"look at bbc.co.uk/news/uk-1234 for that", "meet me at home. me too", "I'm @ work",
                     "It ended.So did I", "look at me dot dot dot",
                     "https://www.communitycare.co.uk/2024/05/01/an-article"});
}

TEST(Rules, AddressesAndPostcodes) {
    expect_marks({"She lives at {address:14 Beech Road}, Nantwich, {postcode:CW5 6AB}",
                  "{address:Flat 3, 22 Mill Lane}", "{address:Flat 3, Beech Court}", "{address:20 Rue de Verdun}",
                  "{address:123 N Main St Apt 4B}, Springfield, IL {postcode:62704}",
                  "{address:Hauptstra\xC3\x9F"
                  "e 12}",
                  "in {place:BD20} area", "{address:P.O. Box 12}", "he lives at {address:14 beech road}",
                  "{address:///filled.count.soap}", "{address:53.0672, -2.5238}", "{postcode:C W 5 6 A B}",
                  "{address:177 St Mary's Close}"});
    expect_harmless({"10 years down the road", "a 2 way street", "30 people in the close team",
                     "it took 3 hours to drive", "the 4 way split", "G24 at 7pm"});
}

TEST(Rules, CourtsAndFiles) {
    expect_marks({"{court_case:[2020] EWFC 12 (B)}", "application (no. {court_case:36110/97})",
                  "docket {docket:JV-2023-001234}", "{docket:1:21-cv-01234}", "{case_number:ZC20C00123} is listed",
                  "case no {case_number:4471-B}", "Mosaic {case_number:123456}", "MRN: {mrn:00123456}",
                  "driver's license number {license:D1234567}", "crime ref {other_id:45190012345}"});
    expect_harmless({"Law no. 2845 and Article 8", "the Children Act 1989", "no. 5 on the list", "case 2 of 3"});
}

TEST(Rules, Days) {
    expect_marks({"born on {dob:12 March 2011}", "DOB {dob:12.3.11}", "d.o.b. {dob:May 7, 1969}",
                  "on {date:3 May 2019} we met", "the hearing is on {date:Tuesday}", "The fire was {date:last Tuesday}",
                  "removed on {date:12/03/2024}", "since {date:March 2019}"});
}

TEST(Rules, Ages) {
    expect_marks({"my {age:14yo} lad", "a {age:14-year-old}", "she is {age:14} and tired",
                  "siblings {age:aged 3, 5 and 7}", "the lad ({age:15})", "he's in {age:year 9}",
                  "a {age:6-week-old} baby", "a girl of {age:seven}", "she'll be {age:18} in May",
                  "the boys, {age:8 and 10}, are fine", "{age:15F} and her mum", "my {age:16yr old} daughter",
                  "Jayden, {age:17}, is home"});
    Settings settings;
    for (std::string_view const text : {"it is 14 degrees", "we are 20 minutes away", "Chapter 7, my mum said",
                                        "he is 10 miles away", "there were 14"})
        for (auto const& finding : screen(text, Model(), settings).findings)
            EXPECT_FALSE(finding.what == Class::age && finding.confidence >= 0.5F) << text;
}

TEST(Rules, WhatIsToldOfSomebody) {
    expect_marks({"her {family:twins} are lovely", "he is {family:one of seven}", "{family:Mum of five}",
                  "with {family:two mums}", "has {family:three siblings}", "lives {family:with his nan}",
                  "her mum is {ethnicity:Polish}", "they speak {ethnicity:Somali}", "a {ethnicity:mixed race} boy",
                  "the family are {religion:Jehovah's Witnesses}", "he has {health:cerebral palsy}",
                  "his dad is a {occupation:police officer}", "mum {occupation:runs the chippy}",
                  "dad's {occupation:in the army}", "an {immigration:asylum seeker}",
                  "the {event:house fire} killed her mum", "goes to {institution:Beech Grove Primary School}",
                  "{organisation:Leeds City Council} said", "{relationship:our Northside CIN team}"});
}

TEST(Rules, WordsThatAreAsOftenSomethingElse) {
    for (std::string_view const text :
         {"the polish on the table", "did you see", "fit as a fiddle", "twin beds please", "the only way is up"})
        for (auto const& finding : screen(text, Model()).findings)
            EXPECT_LT(finding.confidence, 0.5F) << text << ": " << name_of(finding.what);
}

TEST(Rules, PeopleWithATitle) {
    expect_marks({"Mr {person:Okafor} rang", "my client {person:Aisha} said", "Dr {person:van der Berg}"});
    expect_harmless({"Miss you all", "Dr who", "my client said no", "Mr and Mrs"});
}

TEST(Rules, HiddenByCharactersThatCannotBeSeen) {
    expect_marks(
        {"{phone:07\xE2\x80\x8B"
         "700 900\xC2\xAD"
         "123}",
         "{postcode:\xD0\xA1W5 6\xD0\x90\xD0\x92}", "{nhs_number:\xEF\xBC\x99\xEF\xBC\x94\xEF\xBC\x93 476 5870}"});
}

}  // namespace
}  // namespace kith::screen
