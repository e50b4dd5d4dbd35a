// The gates that need no thing: anyone, a person, a person who has just shown that it is them, a host.
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
// What is hard to undo, or takes much along: for who has shown a moment ago that it is them.
struct ActSurely {
    using Policy = Doors;
};
struct Host {
    using Policy = Doors;
};
struct Nothing {};

using Anyone = Granted<Visit, Nothing>;
using SignedIn = Granted<TakePart, Nothing>;
using Confirmed = Granted<ActSurely, Nothing>;
using AsHost = Granted<Host, Nothing>;

extern Gate<Anyone> const anyone;
extern Gate<SignedIn> const person;
extern Gate<Confirmed> const confirmed;
// Or for a program: its token was given by somebody who had shown it.
extern Gate<Confirmed> const confirmed_or_token;
extern Gate<AsHost> const host;

// The same for gates of a thing, which ask for it besides. A program's token is never confirmed.
Result<void> ask_confirmed(Call const&);

}  // namespace kith
