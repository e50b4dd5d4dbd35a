// How lines are chained, and how a change is found.
//
// The digest of a line is made of all that it says and of the digest of the line before; the head of a log holds how
// many lines there are and the last digest, sealed with a key that the place made for itself (place_keys, "log"). So a
// line that was changed, left out, put elsewhere or added without the key is found, and an end that was cut off.
//
// Who did it and whom it is about stand in the digest by a mark: a digest of their id with a salt. Where an account
// ends the id and its salt are taken out, the mark stays, and a later line of the same log says of which lines: a name
// that is missing without such a line was taken out by somebody else.
//
// What it cannot do: whoever has the key of the data can write the whole log anew and seal it. Then its codes change,
// and whoever has written one down sees it: `code_of` a line covers all lines before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::acts {

// A line as it stands in the database. Bytes are kept in strings.
struct Link {
    GroupId chain;
    std::int64_t number = 0;
    std::optional<PersonId> by, about_person;
    std::string act, about, reason;
    Time done_at;
    std::string by_salt, about_salt;  // empty: there is none
    std::string by_mark, about_mark;  // empty: there never was anybody
    std::string digest;
};

std::string mark_of(std::string_view salt, PersonId);
// Of all of it but `digest`, behind a line with the digest `before`.
std::string digest_of(Link const&, std::string_view before);
// "K7WD-9QTM-3XHP"
std::string code_of(std::string_view digest);

struct Head {
    std::int64_t lines = 0;
    std::string digest;  // empty: there is no line yet
};
// What the seal is made over.
std::string sealed_text(GroupId chain, Head const&);

// The key that heads are sealed with, made when it is first asked for.
std::string sealing_key(sql::Transaction&, Time now);

struct Complaint {
    GroupId chain;
    std::int64_t line = 0;  // 0: the log as a whole
    std::string words;
};
struct Verified {
    std::int64_t chains = 0, lines = 0;
    std::string key_code;   // of the key by which the seals were checked
    std::string head_code;  // of the last line of the place's log
    std::vector<Complaint> complaints;
};
// Reads every line of every log.
Verified verify(sql::Transaction&);

}  // namespace kith::acts
