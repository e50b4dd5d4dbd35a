// Sessions in the database.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/sessions/session.hpp"
#include "platform/sql/database.hpp"

namespace kith::sessions {

// With a browser's session goes what its device keeps read pages sealed under.
void add(sql::Transaction&, Session const&, std::string_view secret);
struct Found {
    Viewer viewer;
    Time used_on;
};
// Who this secret belongs to, unless the session has expired.
std::optional<Found> find_viewer(sql::Transaction&, std::string_view secret, Time now);
// What this session's device seals under. Nothing for a token, or a session from before there was one.
std::optional<std::string> page_secret_of(sql::Transaction&, SessionId);
void note_use(sql::Transaction&, SessionId, Time day);
std::vector<Session> of_person(sql::Transaction&, PersonId, Time now);
// True when this person had this session.
bool end(sql::Transaction&, PersonId, SessionId);
// Every session of the person but one.
std::vector<SessionId> end_others(sql::Transaction&, PersonId, SessionId keep);
void forget_expired(sql::Transaction&, Time now);

}  // namespace kith::sessions
