// The gates that need no thing: anyone, a person, a host.
//
// On every row but those open to anyone the app has asked for a sign-in before
// the gate is entered: `call.who` is set.
#pragma once

#include "domain/call/granted.hpp"
#include "domain/call/row.hpp"

namespace kith {

struct Doors;  // the policy of this file

// Rights over nothing in particular: to be here at all.
struct Visit {
    using Policy = Doors;
};
struct TakePart {
    using Policy = Doors;
};
struct Host {
    using Policy = Doors;
};
struct Nothing {};

using Anyone = Granted<Visit, Nothing>;
using SignedIn = Granted<TakePart, Nothing>;
using AsHost = Granted<Host, Nothing>;

extern Gate<Anyone> const anyone;
extern Gate<SignedIn> const person;
extern Gate<AsHost> const host;

}  // namespace kith
