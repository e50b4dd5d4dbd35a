// What moves an admission on. Each takes the grant that allows it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/admission/admission.hpp"
#include "domain/admission/store.hpp"
#include "domain/call/call.hpp"

namespace kith::admission {

// A fresh invitation with its secrets, which are shown once and kept only as hashes.
struct Invited {
    Invitation invitation;
    std::string token;
    std::string code;
};
// The inviter's word on how they know the newcomer is the first vouch. Too many when
// the member has open_invitations_of_member_max of them.
Result<Invited> invite(Call&, Reader const&, std::string_view how_known);
// Not found when it is not theirs, or no longer open.
Result<void> take_back(Call&, Reader const&, InvitationId);

// Uses the invitation up and begins the admission, with the inviter's vouch on it. What is wrong
// with a code (never was, used, taken back, too old) is told in the same words. Runs in the
// caller's transaction, so an account made beside it is undone with it.
Result<Admission> begin(sql::Transaction&, std::string_view token_or_code, PersonId, Capacity, Time now);
// The one answer to every code that does not open.
Error code_does_not_open();

struct Application {
    Capacity capacity;
    std::vector<Answered> answers;
    std::int64_t accepted_version;
};
// Answers given, the agreement accepted as it stands: from now on the newcomer waits.
Result<void> submit(Call&, Comer const&, Application const&);
// Takes the request back. For the newcomer the same whether they still wait or were refused in silence.
Result<void> withdraw(Call&, Comer const&);

// "I know this person in real life, and this is how."
Result<void> vouch(Call&, Meeter const&, std::string_view how_known);

// Conflict while too few members have vouched: whom nobody knows cannot come in.
Result<void> admit(Call&, Decider const&);
// The reason is kept for the facilitators; an empty message means silence.
Result<void> refuse(Call&, Decider const&, std::string_view reason, std::string_view message);

}  // namespace kith::admission
