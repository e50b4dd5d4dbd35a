#include "domain/groups/settings.hpp"

#include <gtest/gtest.h>

#include "domain/groups/facilitators.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::groups {
namespace {

http::Form settings(std::string name, std::string vouches, std::string questions) {
    http::Form form;
    form.set("name", std::move(name));
    form.set("told_to_newcomers", "We write in the evening.");
    form.set("vouches_needed", std::move(vouches));
    form.set("questions", std::move(questions));
    return form;
}

std::string faulty_field(http::Form const& form) {
    auto const read = read_settings(form);
    return read || read.error().faults.empty() ? std::string{} : read.error().faults.front().field;
}

TEST(Settings, QuestionsStandOnePerLine) {
    auto const read = read_settings(settings("Tuesday", "3", "What brings you?\r\n\r\n  Who knows you?  \r\n"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->questions, (std::vector<std::string>{"What brings you?", "Who knows you?"}));
    EXPECT_EQ(read->vouches_needed, 3);
}

TEST(Settings, SayWhatToMend) {
    EXPECT_EQ(faulty_field(settings("", "2", "")), "name");
    EXPECT_EQ(faulty_field(settings(std::string(81, 'a'), "2", "")), "name");
    for (auto const* number : {"0", "6", "-1", "2.5", "two", "", "2x", "99999999999999999999"})
        EXPECT_EQ(faulty_field(settings("Tuesday", number, "")), "vouches_needed") << number;
    EXPECT_EQ(faulty_field(settings("Tuesday", "1", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk")), "questions");
    EXPECT_EQ(faulty_field(settings("Tuesday", "1", std::string(201, 'a'))), "questions");
    EXPECT_EQ(faulty_field(settings("Tuesday", "1", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj")), "");
}

MemberLine member(Role role) {
    MemberLine line{};
    line.person = PersonId::random();
    line.role = role;
    return line;
}

TEST(Facilitators, TwoAsSoonAsThereAreTwo) {
    auto const ada = member(Role::facilitator), ben = member(Role::member), cleo = member(Role::facilitator);
    EXPECT_FALSE(wants_facilitator({ada}));
    EXPECT_TRUE(wants_facilitator({ada, ben}));
    EXPECT_FALSE(wants_facilitator({ada, ben, cleo}));
}

TEST(Facilitators, TheOnlyOneNamesAnother) {
    auto const ada = member(Role::facilitator), ben = member(Role::member), cleo = member(Role::facilitator);
    EXPECT_FALSE(needs_successor({ada}, ada.person));
    EXPECT_TRUE(needs_successor({ada, ben}, ada.person));
    EXPECT_FALSE(needs_successor({ada, ben}, ben.person));
    EXPECT_FALSE(needs_successor({ada, ben, cleo}, ada.person));
}

}  // namespace
}  // namespace kith::groups
