// Conversations and messages as pages show them.
#pragma once

#include <span>
#include <string>

#include "domain/call/call.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"
#include "platform/html/view.hpp"

namespace kith::messages {

inline constexpr std::string_view taken_back_words = "Taken back by its author.";

// "Ben Example and Cleo Example"
std::string joined_names(std::vector<std::string> const&);
// Whom a conversation is with: those in it, or who was; "A former member" where nobody is left.
std::string title_of(Seated const&);

// One message, or a line of the conversation's own. The same for everyone in it: whose it is stands there
// by id, and their own page marks what is theirs. `reader`: nobody for what is told to many at once.
html::View message_view(Shown const&, std::optional<PersonId> reader);

// A line of the list of conversations, for the one whose list it is.
html::View conversation_view(sql::Transaction&, PersonId, Listed const&);

// Who will see what is written: the line over the button.
struct Hearer {
    std::string name;
    Capacity capacity;
};
html::View audience_view(std::vector<Hearer> const&, std::string names_page);

}  // namespace kith::messages
