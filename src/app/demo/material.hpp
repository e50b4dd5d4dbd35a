// What the example community says: the texts and how they are read. All of it is invented.
//
// The texts stand in *_talk.cpp, a file for each group. A thread begins with a line
//     === TOPIC | WRITER | asks        (or "says")
// and each comment under it with
//     --- WRITER                       (or "--- WRITER quoting N", the Nth comment, from 1)
// where WRITER is the first name of one of the cast (cast.hpp) in small letters.
#pragma once

#include <string_view>
#include <vector>

namespace kith::app::demo {

struct Said {
    std::string_view writer;
    std::string_view body;
    std::size_t quoting = 0;  // the number of a comment under the same thread; 0: none
};

struct Talk {
    std::string_view topic;
    bool asks = false;
    Said head;
    std::vector<Said> comments;
};

// Throws std::logic_error for a text that does not keep to the form.
std::vector<Talk> read_talk(std::string_view text);

extern std::string_view const tuesday_talk;
extern std::string_view const first_year_talk;
extern std::string_view const after_hours_talk;

}  // namespace kith::app::demo
