// What can be found: the contract for one more kind.
//
// To make a kind of thing findable:
//   1. its table, in a migration: CREATE TEXT INDEX ON table (id, circle, text), and LEAVE OUT OF TEXT INDEX for each
//      table that takes a thing out of sight by a row (platform/sql/text_search.hpp). The index then keeps itself.
//   2. a Source: a file here, named for the kind, and a line in `sources`.
//   3. its name in SearchKind, where people shall be able to ask for it alone.
//
// A source answers two questions. `candidates` asks the index, within the circles that it may: those whose words this
// person may read. It filters by what stands in the rows, and answers newest first. `show` is asked for each
// that is to stand on the page, and looks again with the eyes of the page that it leads to: the same loading through
// membership, the same names. What that page would not show is not shown here; the candidates are only a guess.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/store.hpp"
#include "domain/messages/seats.hpp"
#include "domain/search/search.hpp"

namespace kith::search {

// Who looks, for what, and where.
struct Looking {
    PersonId person;
    Question question;
    std::vector<sql::TextQuery::Term> terms;
    std::vector<groups::Listed> groups;             // the person's own, or the one chosen
    std::vector<messages::Readable> conversations;  // the person's own; none where a group is chosen
    std::optional<Time> since;
    Time now;
};

struct Candidate {
    std::int64_t number;  // grows with time, over all kinds
    IdBytes thing;
};

struct Candidates {
    std::vector<Candidate> list;               // newest first
    std::optional<std::int64_t> stopped_at{};  // it has looked down to here and no further
};

struct Found {
    std::int64_t number = 0;
    std::string_view kind;  // "post"
    std::string href;
    std::string author;
    std::string place;             // "Tuesday circle"
    std::optional<GroupId> group;  // nothing: said in a conversation
    Time written_at;
    std::string text;  // without marks
    bool has_poll = false;
    std::string_view about{};  // its author's note of what is hard in it: it is folded, here as on its page
};

struct Source {
    Candidates (*candidates)(sql::Transaction&, Looking const&, std::int64_t before, std::size_t most);
    std::optional<Found> (*show)(sql::Transaction&, Looking const&, Candidate const&);
};

extern Source const posts_and_answers, messages_said;

// What the sources share: candidates from a statement that answers number, id and time first, newest first, of which
// those that fit are kept. Takes the expression, the number to begin before and how many to look at. Where the index
// may find more than fits, more is looked at: how many are passed over must not tell how many there are.
enum class Finds { what_fits, more_than_fits };
Candidates gather(sql::Transaction&, Looking const&, sql::Statement const&, std::span<IdBytes const> circles,
                  std::int64_t before, std::size_t most, Finds, bool (*fits)(sql::Row const&, Looking const&));

struct Results {
    std::vector<Found> list;
    std::optional<SearchPlace> next;  // nothing: that is the end
};

Results find(sql::Transaction&, Looking const&, SearchPlace const&);

// Whether a name is meant by what was typed: each word of it begins a word of the name.
bool is_meant(std::string_view name, std::string_view typed);

}  // namespace kith::search
