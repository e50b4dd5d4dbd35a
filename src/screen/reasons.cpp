#include "screen/reasons.hpp"

#include <array>

namespace kith::screen {

namespace {

constexpr std::array<std::string_view, class_count> sentences{
    "This looks like a person's name. It leads to one person.",
    "This looks like an address. It leads to one home.",
    "This looks like a postcode. It leads to a handful of homes.",
    "This looks like a phone number. It leads to one person.",
    "This looks like an e-mail address. It leads to one person.",
    "This is a link. It may lead to a person's page.",
    "This looks like somebody's name on a network. It leads to their page.",
    "This looks like an NHS number. It leads to one person.",
    "This looks like a National Insurance number. It leads to one person.",
    "This looks like a pupil number. It leads to one child.",
    "This looks like a learner number. It leads to one person.",
    "This looks like a case number. It leads to one family's file.",
    "This looks like the number of a court case. With it the judgment can be found.",
    "This looks like a registration number. It leads to one worker.",
    "This looks like a vehicle's number. It leads to its keeper.",
    "This looks like a birth date. With little else it leads to one person.",
    "This looks like a Social Security number. It leads to one person.",
    "This looks like a medical record number. It leads to one patient.",
    "This looks like a Medicare or Medicaid number. It leads to one person.",
    "This looks like a court's docket number. With it the case can be found.",
    "This looks like a licence number. It leads to one person.",
    "This looks like a number that belongs to one person.",
    "This names a place. With an age or a family it can lead to one household.",
    "This names a place where somebody goes to school, lives or is cared for.",
    "This is a day that others may remember.",
    "This is an exact age. With a place it can lead to one person.",
    "This tells how the family is made up. Few families are like it.",
    "This tells where somebody's family comes from or what they speak.",
    "This tells somebody's faith.",
    "This tells of somebody's health.",
    "This tells what somebody does for a living. Few people nearby do the same.",
    "This is something that others may have heard of.",
    "This tells how somebody came to live here.",
    "This tells how you know them. Who knows your work can guess the rest.",
    "This names an organisation. Few people have to do with it.",
    "This is an exact figure that others may recognise.",
};

}  // namespace

std::string_view usual_reason(Class c) { return sentences[static_cast<std::size_t>(c)]; }

}  // namespace kith::screen
