// Sessions in the database.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/sessions/session.hpp"
#include "platform/sql/database.hpp"

namespace kith::sessions {

// A browser's session begins confirmed: signing in showed who it is. With it goes what its device keeps read pages
// sealed under.
void add(sql::Transaction&, Session const&, std::string_view secret);
struct Found {
    Viewer viewer;
    Time used_on;
};
// Who this secret belongs to, unless the session has expired.
std::optional<Found> find_viewer(sql::Transaction&, std::string_view secret, Time now);
// What this session's device seals under. Nothing for a token, or a session from before there was one.
std::optional<std::string> page_secret_of(sql::Transaction&, SessionId);
// Whoever sits there has shown again that it is them.
void confirm(sql::Transaction&, SessionId, Time now);
void note_use(sql::Transaction&, SessionId, Time day);
std::vector<Session> of_person(sql::Transaction&, PersonId, Time now);
// True when this person had this session.
bool end(sql::Transaction&, PersonId, SessionId);
// Every session of the person but one.
std::vector<SessionId> end_others(sql::Transaction&, PersonId, SessionId keep);
void forget_expired(sql::Transaction&, Time now);

// A sign-in whose password was right and whose code is still to come: its secret.
std::string begin_half(sql::Transaction&, PersonId, Time now);
// Counts a try; nothing when the time is over, the tries are used up, or it never was.
std::optional<PersonId> try_half(sql::Transaction&, std::string_view secret, Time now);
void end_half(sql::Transaction&, std::string_view secret);

}  // namespace kith::sessions
