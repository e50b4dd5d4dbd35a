// Who may do what on somebody's way into a group. The only maker of grants over an admission.
#pragma once

#include "domain/admission/admission.hpp"
#include "domain/call/row.hpp"

namespace kith::admission {

struct Policy {
    // The one whose admission it is, whatever became of it.
    static Result<Comer> come_in(Call&, AdmissionId);
    // A member of its group, while the newcomer waits; a facilitator also afterwards, to look.
    static Result<Meeter> meet(Call&, AdmissionId);
    // A facilitator of its group, while the newcomer waits.
    static Result<Decider> decide(Call&, AdmissionId);
};

// For rows whose path holds {admission}.
extern Gate<Comer> const may_come_in;
extern Gate<Meeter> const may_meet;
extern Gate<Decider> const may_decide;

}  // namespace kith::admission
