// The check of what somebody is about to say, at the server: the same engine and the same rule as under
// the words in the browser (src/screen/look), for whoever comes without scripts, and in any case.
//
// Words can be written only as `Screened`, which `look` alone makes: nothing in them asks for a second
// look, or their writer has had it. What is asked about comes back as `Asked`, and nothing of it is kept,
// logged or told to anybody.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "domain/call/call.hpp"
#include "domain/call/row.hpp"
#include "domain/groups/group.hpp"
#include "domain/ids.hpp"
#include "domain/people/pause.hpp"
#include "screen/look/look.hpp"

namespace kith::screening {

// Pieces told longer ago say little about whom a post is about today.
inline constexpr std::chrono::days pieces_remembered{90};
inline constexpr std::size_t pieces_of_author_max = 100;  // the newest; they go with every page that has a composer
// In a larger group the check does not know its members' names, and asks about them as about others'.
inline constexpr std::size_t members_known_max = 500;

// How a group has set the check.
struct GroupSettings {
    bool strict = false;         // what identifies on its own cannot be sent
    bool same_area = false;      // most members work in one area
    bool same_employer = false;  // most members work for one employer
    std::vector<std::string> forms;
};

// Where words are about to be said.
struct Where {
    GroupId group;
    std::optional<PostId> changed{};  // the post that is said differently; nothing for a new one
};

// Where a message is about to be said: by the rules of all groups that its readers share with its writer.
struct Between {
    std::optional<ConversationId> conversation;  // nothing: it begins with this message
    std::vector<GroupId> groups;
    std::vector<std::string> names;  // of those who are in it
};

struct Asked;

// Words that may be written, with what is to be remembered of them.
class Screened {
public:
    std::string const& words() const { return words_; }
    // What was said beside them, line by line: what a picture shows.
    std::vector<std::string> const& lines() const { return lines_; }

private:
    friend class Looking;
    friend void remember(sql::Transaction&, GroupId, PostId, PersonId, Screened const&, Time now);
    friend void remember(sql::Transaction&, ConversationId, MessageId, PersonId, Screened const&, Time now);
    explicit Screened(std::string words, std::vector<std::string> lines)
        : words_{std::move(words)}, lines_{std::move(lines)} {}

    std::string words_;
    std::vector<std::string> lines_;
    std::vector<screen::Piece> told_;
    std::vector<std::uint64_t> left_;
};

// Words that ask for a second look, or whose writer has asked for one.
struct Asked {
    std::string text;  // all that was looked at, as it stands now: a wording may have been replaced
    screen::Looked looked;
    bool strict = false;
    std::string words;                     // of it the words themselves
    std::vector<std::string> lines{};      // and what was said beside them
    std::optional<people::Pause> pause{};  // their writer wishes to be held back for a moment at such an hour
    std::string looked_before{};           // the mark of an earlier look at the same, which is not to be asked again
    std::string besides{};                 // what else its writer should know before it is sent
};

// The fields of a form: the pause has been; the words are held for a while in any case.
inline constexpr std::string_view paused_field = "paused", hold_field = "hold";

// `words` as they will be written. Reads two fields of the form: `looked`, the mark of the text that its
// writer has looked at and sends as it is, and `replace`, a wording to put in (replacing.hpp). `lines` are said beside
// the words, each without a line's end in it, and looked at with them. In a group the writer's own pause
// (people/pause.hpp) asks too, unless the words are held or the pause has been; a message is quick.
std::variant<Screened, Asked> look(Call&, Where const&, std::string words, std::vector<std::string> lines = {});
std::variant<Screened, Asked> look(Call&, Between const&, std::string words, std::vector<std::string> lines = {});

// What the field `looked` holds when the writer of these words has looked at them.
std::string looked_at(std::string_view words);

// How often this thread has checked words: for tests that hold it to once for each sending, and never inside the
// transaction that writes.
std::uint64_t times_checked();

// The same, but for the answer, before the transaction that writes: reads what the check must know, and returns
// the check itself. `look` takes its result where words and place are still the same, and checks again where not.
Slow look_ahead(Call&, Where const&, std::string words, std::vector<std::string> const& lines = {});
Slow look_ahead(Call&, Between const&, std::string words, std::vector<std::string> const& lines = {});

// In the transaction in which they were written.
void remember(sql::Transaction&, GroupId, PostId, PersonId, Screened const&, Time now);
void remember(sql::Transaction&, ConversationId, MessageId, PersonId, Screened const&, Time now);
// The post is taken back; somebody has left the group.
void forget(sql::Transaction&, PostId);
void forget(sql::Transaction&, GroupId, PersonId);

// What the page of a composer gives to the check in the browser, for the writer alone. `members` are
// those whose names stand on the page anyway.
std::string surroundings(Call&, Where const&, std::vector<std::string> members);
std::string surroundings(Call&, Between const&);

}  // namespace kith::screening
