// A row of the route table: method, path, gate, endpoint.
//
// A gate is the policy's function that turns the call into a grant; the endpoint
// takes what the gate granted, so a row whose gate and endpoint do not fit does
// not compile, and no endpoint can be reached but through its gate.
#pragma once

#include <functional>
#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "domain/call/answer.hpp"
#include "domain/call/call.hpp"

namespace kith {

// What a gate lets through, as the table and `kith routes` name it, and what it answers otherwise.
enum class Opens {
    to_anyone,
    to_person,     // signed in; others are sent to sign in
    to_confirmed,  // signed in, and has just shown again that it is them; others are asked to
    to_host,
    to_member,       // of the group the path leads to; for all others nothing is there
    to_facilitator,  // likewise; a plain member is told that it is for facilitators
    to_author,       // of the post; a member who is not is told so
    to_newcomer,     // the one whose admission it is
    to_sender,       // of a file that is not said yet; for all others nothing is there
    to_seat,         // who is in the conversation; for all others nothing is there
};

std::string_view name_of(Opens);

template <class Grant>
struct Gate {
    Opens opens;
    Result<Grant> (*enter)(Call&);
};

enum class Work {
    in_transaction,   // the app opens one: reading for GET, writing for POST
    only_reads,       // a POST that changes nothing: what it asks for must not stand in an address
    own_transaction,  // the endpoint opens its own, because it does slow work in between
};

// Slow work that needs no transaction, or opens its own; empty when there is none to do. What it refuses is refused as
// if the endpoint had.
using Slow = std::function<Result<void>()>;

// Whether a form may bring files; then it may be as long as they are (http::body_with_files_bytes_max).
enum class Brings { words, files };

struct Row {
    http::Method method;
    std::string_view path;  // "/posts/{post}"
    Opens opens;
    std::string_view endpoint;  // its name, for people: "posts::publish"
    Work work = Work::in_transaction;
    std::string_view again = {};  // of a POST: the path whose page shows a refused form again
    std::function<Result<Answer>(Call&)> run;
    // Of rows with work ahead: behind the gate, in a reading transaction that ends before what it returns is done.
    std::function<Result<Slow>(Call&)> ahead = {};
    Brings brings = Brings::words;
};

inline Row with_files(Row row) {
    row.brings = Brings::files;
    return row;
}

template <class Grant>
Row get(std::string_view path, Gate<Grant> gate, std::string_view name,
        Result<Answer> (*endpoint)(Call&, Grant const&)) {
    return {http::Method::get, path, gate.opens, name, Work::in_transaction, {}, [=](Call& call) -> Result<Answer> {
                auto const grant = TRY(gate.enter(call));
                return endpoint(call, grant);
            }};
}

// `again` is the path of the page that holds the form.
template <class Grant>
Row post(std::string_view path, Gate<Grant> gate, std::string_view name,
         Result<Answer> (*endpoint)(Call&, Grant const&), std::string_view again) {
    return {http::Method::post, path, gate.opens, name, Work::in_transaction, again, [=](Call& call) -> Result<Answer> {
                auto const grant = TRY(gate.enter(call));
                return endpoint(call, grant);
            }};
}

// What takes long and only reads (the check of words) is done before the writing transaction, so that nobody
// waits for it behind whom they do not know. `look_ahead` leaves what it found in Call::ahead. The gate is
// entered again in the writing transaction, and the endpoint must not believe what no longer fits.
template <class Grant>
Row spoken_post(std::string_view path, Gate<Grant> gate, std::string_view name,
                Result<Answer> (*endpoint)(Call&, Grant const&), std::string_view again,
                Slow (*look_ahead)(Call&, Grant const&)) {
    auto row = post(path, gate, name, endpoint, again);
    row.ahead = [=](Call& call) -> Result<Slow> {
        auto const grant = TRY(gate.enter(call));
        return look_ahead(call, grant);
    };
    return row;
}

// In a transaction that keeps nothing.
template <class Grant>
Row question(std::string_view path, Gate<Grant> gate, std::string_view name,
             Result<Answer> (*endpoint)(Call&, Grant const&), std::string_view again) {
    auto row = post(path, gate, name, endpoint, again);
    row.work = Work::only_reads;
    return row;
}

// The gate reads in a transaction of its own; the endpoint opens what it needs.
template <class Grant>
Row slow_post(std::string_view path, Gate<Grant> gate, std::string_view name,
              Result<Answer> (*endpoint)(Call&, Grant const&), std::string_view again) {
    return {
        http::Method::post, path, gate.opens, name, Work::own_transaction, again, [=](Call& call) -> Result<Answer> {
            auto const grant = TRY(call.services.database.read([&](sql::Transaction& transaction) {
                call.enter(transaction);
                return gate.enter(call);
            }));
            return endpoint(call, grant);
        }};
}

}  // namespace kith
