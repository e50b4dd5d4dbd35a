// What can go wrong, in the eight kinds that the rest of Kith tells apart.
//
// An Error is a value: it is returned, never thrown, and never carries what a
// member wrote. `app/faults.cpp` is the one place that turns a kind into an
// HTTP status and a page.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith {

enum class Kind {
    not_found,    // 404: it is not there, or not there for you
    forbidden,    // 403: you can see it, but may not do this
    unconfirmed,  // 403: you may do this once you have shown again that it is you
    invalid,      // 422: what was sent needs mending; `faults` says where
    conflict,     // 409: it has changed since you looked
    too_many,     // 429: slow down; `retry_after` says how long
    unavailable,  // 503: the server cannot do it now
    full,         // 507: there is no room on the server's disk
};

// One thing to mend in a form: the field's name and, in plain words, what to do.
struct Fault {
    std::string field;
    std::string message;
};

struct Error {
    Kind kind;
    std::vector<Fault> faults;                          // only with Kind::invalid
    std::optional<std::chrono::seconds> retry_after{};  // only with too_many and unavailable
    std::string message{};                              // plain words for the person; may be empty

    static Error not_found() { return {Kind::not_found, {}, {}, {}}; }
    static Error forbidden(std::string message) { return {Kind::forbidden, {}, {}, std::move(message)}; }
    static Error unconfirmed() { return {Kind::unconfirmed, {}, {}, {}}; }
    static Error conflict(std::string message) { return {Kind::conflict, {}, {}, std::move(message)}; }
    static Error unavailable(std::string message) { return {Kind::unavailable, {}, {}, std::move(message)}; }
    static Error invalid(std::string field, std::string message) {
        return {Kind::invalid, {{std::move(field), std::move(message)}}, {}, {}};
    }
    static Error invalid(std::vector<Fault> faults) { return {Kind::invalid, std::move(faults), {}, {}}; }
    static Error full() { return {Kind::full, {}, {}, {}}; }
    static Error too_many(std::chrono::seconds retry_after) { return {Kind::too_many, {}, retry_after, {}}; }
};

}  // namespace kith
