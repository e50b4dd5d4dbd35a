#include <array>

#include "screen/screen.hpp"

namespace kith::screen {

namespace {

constexpr std::array<std::string_view, class_count> names{
    "person",     "address",      "postcode",    "phone",        "email",        "url",
    "handle",     "nhs_number",   "nino",        "upn",          "uln",          "case_number",
    "court_case", "registration", "vehicle",     "dob",          "ssn",          "mrn",
    "medicaid",   "docket",       "license",     "other_id",     "place",        "institution",
    "date",       "age",          "family",      "ethnicity",    "religion",     "health",
    "occupation", "event",        "immigration", "relationship", "organisation", "quantity",
};

}  // namespace

std::string_view name_of(Class c) { return names[static_cast<std::size_t>(c)]; }
std::string_view name_of(Kind k) { return k == Kind::direct ? "direct" : "quasi"; }
std::string_view name_of(Danger d) { return d == Danger::none ? "none" : d == Danger::amber ? "amber" : "red"; }

}  // namespace kith::screen
