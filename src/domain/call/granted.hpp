// Granted<Right, Thing>: the proof that somebody may do something to a thing.
//
// Only the policy that a right names can make one, and it does so by loading the
// thing through the person's membership. An action takes the grant instead of
// the thing, so an action that nobody checked does not compile
// (tests/refused/).
#pragma once

#include <utility>

namespace kith {

template <class Right, class Thing>
class Granted {
public:
    Thing const& operator*() const { return thing_; }
    Thing const* operator->() const { return &thing_; }

private:
    friend typename Right::Policy;
    explicit Granted(Thing thing) : thing_{std::move(thing)} {}
    Thing thing_;
};

}  // namespace kith
