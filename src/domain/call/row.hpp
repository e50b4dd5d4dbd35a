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
    to_person,  // signed in; others are sent to sign in
    to_host,
    to_member,       // of the group the path leads to; for all others nothing is there
    to_facilitator,  // likewise; a plain member is told that it is for facilitators
    to_author,       // of the post; a member who is not is told so
    to_newcomer,     // the one whose admission it is
};

std::string_view name_of(Opens);

template <class Grant>
struct Gate {
    Opens opens;
    Result<Grant> (*enter)(Call&);
};

enum class Work {
    in_transaction,   // the app opens one: reading for GET, writing for POST
    own_transaction,  // the endpoint opens its own, because it does slow work in between
};

struct Row {
    http::Method method;
    std::string_view path;  // "/posts/{post}"
    Opens opens;
    std::string_view endpoint;  // its name, for people: "posts::publish"
    Work work = Work::in_transaction;
    std::string_view again = {};  // of a POST: the path whose page shows a refused form again
    std::function<Result<Answer>(Call&)> run;
};

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
