// Admissions, answers, vouches and decisions in the database. Nothing here decides.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/admission/admission.hpp"
#include "platform/sql/database.hpp"

namespace kith::admission {

void add(sql::Transaction&, Admission const&);
std::optional<Admission> find(sql::Transaction&, AdmissionId);
// Those who wait for vouches or a decision, the first come first.
std::vector<Admission> waiting(sql::Transaction&, GroupId);
// Everyone refused in this group, the latest first. For facilitators.
std::vector<Admission> refused(sql::Transaction&, GroupId);
// All of a person's admissions to a group, the latest first.
std::vector<Admission> of_person_in(sql::Transaction&, GroupId, PersonId);

void submit(sql::Transaction&, AdmissionId, Capacity, Time now);
void withdraw(sql::Transaction&, AdmissionId, GroupId, Time now);

struct Answered {
    std::string question;
    std::string answer;
};
void set_answers(sql::Transaction&, AdmissionId, GroupId, std::vector<Answered> const&);
std::vector<Answered> answers(sql::Transaction&, AdmissionId);

struct Vouch {
    PersonId by;
    std::string by_name;
    std::string how_known;
    Time vouched_at;
};
// False when this person has vouched already.
bool add_vouch(sql::Transaction&, AdmissionId, GroupId, PersonId by, std::string_view how_known, Time now);
// Of people who are members today.
std::vector<Vouch> vouches(sql::Transaction&, AdmissionId);

// False when it was decided already.
bool decide(sql::Transaction&, Admission const&, Outcome, PersonId by, std::string_view reason,
            std::string_view message, Time now);

}  // namespace kith::admission
