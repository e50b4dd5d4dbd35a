// A letter that cannot hold what somebody wrote.
//
// Its words are literals of the program (`Words` can be made only when the program is compiled), its only
// variable parts numbers and a link, and a link is the place's own origin, a literal path, and perhaps a secret of
// this program's making. There is no way to put a text of run time into one: tests/refused/words_at_run_time.cpp.
//
// Written out it is a message as RFC 5322 has it: plain text and simple HTML (multipart/alternative), all of
// it ASCII in short lines, marked as sent by a machine (RFC 3834), with a way out by one click (RFC 8058).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"

namespace kith::mail {

// Printable ASCII known when the program is compiled, without what HTML or a header field would read as its own.
class Words {
public:
    consteval Words(char const* words) : words_{words} {
        for (char const c : words_)
            if (c < ' ' || c > '~' || c == '<' || c == '>' || c == '&' || c == '"') throw "plain words only";
    }
    constexpr std::string_view view() const { return words_; }

private:
    std::string_view words_;
};

// "2 answers": in words up to twelve.
struct Count {
    std::int64_t number;
    Words one, many;
};

// Where a letter goes: an address that can stand in a command and a header field as it is.
class Address {
public:
    // Nothing for what is not plain ASCII of the form local@domain, at most 254 bytes.
    static std::optional<Address> parse(std::string_view);
    std::string const& text() const { return text_; }
    std::string_view domain() const;

private:
    explicit Address(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

// A secret of a link: 43 characters of base64url (256 bits), as crypto::random_token makes them.
class Secret {
public:
    static std::optional<Secret> parse(std::string_view);
    std::string const& text() const { return text_; }

private:
    explicit Secret(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

// Where the place is: scheme and host ("https://kith.example").
class Origin {
public:
    static std::optional<Origin> parse(std::string_view);
    std::string const& text() const { return text_; }

private:
    explicit Origin(std::string text) : text_{std::move(text)} {}
    std::string text_;
};

class Link {
public:
    Link(Origin const& origin, Words path) : text_{origin.text() + std::string{path.view()}} {}
    Link(Origin const& origin, Words path, Secret const& secret) : Link{origin, path} { text_ += secret.text(); }
    std::string const& text() const { return text_; }

private:
    std::string text_;
};

using Part = std::variant<Words, Count>;

struct Letter {
    Words subject;
    std::vector<std::vector<Part>> paragraphs;
    std::optional<Link> link{};              // stands after the first paragraph
    std::vector<std::vector<Part>> after{};  // paragraphs under the link
    std::optional<Link> stop{};              // one-click unsubscribe; a letter that was asked for has none
};

// The whole message, ready for a mail server. `id` stays the same over every attempt to send the same letter.
std::string written_out(Letter const&, Address const& from, Address const& to, IdBytes const& id, Time now);

}  // namespace kith::mail
