// People in the database. Nothing here decides; a null answer means: no such row.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/people/person.hpp"
#include "platform/sql/database.hpp"

namespace kith::people {

struct Credentials {
    PersonId person;
    std::string password_hash;
};

// False when the address is taken already.
bool add(sql::Transaction&, Person const&, std::string_view password_hash);
std::optional<Person> find(sql::Transaction&, PersonId);
// Everyone with an account, by address; for whoever runs the server, on the command line.
std::vector<Person> everyone(sql::Transaction&);
std::optional<Credentials> find_credentials(sql::Transaction&, std::string_view email);
std::optional<std::string> password_hash_of(sql::Transaction&, PersonId);
void set_password_hash(sql::Transaction&, PersonId, std::string_view password_hash);
void set_profile(sql::Transaction&, PersonId, std::string_view name, Capacity);
void make_host(sql::Transaction&, PersonId, Time);
std::vector<std::string> practice_fields_of(sql::Transaction&, PersonId);
void set_practice_fields(sql::Transaction&, PersonId, std::vector<std::string> const&);
QuietSettings quiet_settings_of(sql::Transaction&, PersonId);
void set_quiet_settings(sql::Transaction&, PersonId, QuietSettings const&);
// The row and, by cascade, all that is the person's alone. Their posts are dealt with by domain/posts before.
void remove(sql::Transaction&, PersonId);

}  // namespace kith::people
