// What the server tells whoever runs it, on standard error: a sentence, or with --log json a line of JSON for programs.
//
// Nothing that a member wrote, no name, no address and no path that somebody asked for can come into it: what happened
// is one of the events below, its sentence is written in the source, and what stands beside are numbers and names of
// our own tables (`Detail`). The text of an exception is not for it: a database may repeat in it what it was given.
// From any thread; a line is written in one piece.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace kith::app {

enum class LogForm : std::uint8_t { words, json };
// Once, before any other thread. As words until then.
void log_in_form(LogForm);

enum class Told : std::uint8_t {
    disk_full,
    room_again,
    disk_lost,
    clock_behind,
    clock_set,
    mail_trouble,
    request_failed,  // answered with 500 or 503, and it is not the member's fault
    work_failed,     // something that is done every so often
    request,         // with --log-requests
};

// Written in the source.
class Sentence {
public:
    consteval Sentence(char const* words) : words_{words} {}
    std::string_view words() const { return words_; }

private:
    std::string_view words_;
};

struct Detail {
    std::string_view name;
    std::variant<std::int64_t, std::string> value;  // a text: of our own tables, or a library's of itself
};

void write_log(Told, Sentence, std::initializer_list<Detail> = {});

// What is told of an exception: its kind, never its text.
std::string kind_of_failure(std::exception const&);

}  // namespace kith::app
