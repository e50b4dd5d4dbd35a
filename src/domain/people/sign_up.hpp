// The part of a form in which somebody says who they are and chooses a password:
// the same for the first host and for a newcomer.
#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/people/person.hpp"
#include "platform/html/view.hpp"

namespace kith {
class Call;
}

namespace kith::people {

struct SignUp {
    Person person;  // with a new id
    std::string password;
};

// Reads name, email, capacity and password; says for each field what to mend.
Result<SignUp> read_sign_up(Call const&);
// Fills the fields of the partial "sign_up_fields".
void show_sign_up(Call const&, html::View&);

// One @ with something on both sides and no white space: the rest is told by writing to it.
bool looks_like_email(std::string_view);
// What is wrong with a password: too short, the person's own name or address, or among what people try first.
std::optional<std::string> fault_of_password(std::string_view password, Person const&);
// The choices of the field `capacity`, with the one chosen marked.
html::View::List capacity_choices(std::string_view chosen);

}  // namespace kith::people
