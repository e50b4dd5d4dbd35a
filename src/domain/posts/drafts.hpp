// Drafts: words that are not said yet, kept at the server for their writer alone.
//
// One for each place where something can be written: a group (a new thread), a
// thread (an answer), a post (a change of it), an ask in a group. An offer has a place
// for its words on the device alone. Kept by a press of a button, and
// where words cannot be said yet because an agreement changed; forgotten in the
// same transaction in which the words are said. What a browser with scripts keeps
// by itself stays on the device (web/components/composer/drafts.ts).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::posts {

struct DraftPlace {
    enum class Kind { group, thread, post, ask, offer } kind;
    IdBytes id;  // of the group, the head of the thread, the post that is changed, the group, the ask

    std::string text() const;  // "thread:…", as the form and the database name it
    std::string page() const;  // the path of the page with the form
    // Nothing for the place of an offer: its words are not kept at the server.
    static std::optional<DraftPlace> parse(std::string_view);
};

struct KeptWords {
    std::string body;
    std::string fields{};  // what the form said beside them, as a form is sent (beside.hpp)
};

// An empty body forgets it. Beyond drafts_of_person_max the oldest goes.
void keep_draft(sql::Transaction&, PersonId, std::string_view place, GroupId, KeptWords const&, Time now);
void forget_draft(sql::Transaction&, PersonId, std::string_view place);
// Where all of them stand.
inline constexpr std::string_view drafts_page = "/drafts";

struct KeptDraft {
    std::string place, group_name, body, fields;
    Time kept_at;
};
// In groups of which one is a member, the newest first.
std::vector<KeptDraft> drafts_of(sql::Transaction&, PersonId);
// Whether words can be said at this place: its thread or post stands and is open.
bool takes_words(sql::Transaction&, DraftPlace const&);

// Empty when there is none.
KeptWords find_draft(sql::Transaction&, PersonId, std::string_view place);

}  // namespace kith::posts
