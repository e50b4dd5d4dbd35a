#include "domain/admission/actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/admission/invitations.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/store.hpp"
#include "platform/crypto/token.hpp"

namespace kith::admission {

namespace {

// A statement that says something, or what to mend.
Result<std::string> checked_how_known(std::string_view how_known) {
    auto said = text::many_lines(text::trim(how_known));
    auto const length = text::characters(said);
    if (length < how_known_characters_min)
        return fail(Error::invalid("how_known", "Write how you know them in real life, in a sentence."));
    if (length > how_known_characters_max) return fail(Error::invalid("how_known", "Keep this under 500 characters."));
    return said;
}

Event event_about(Admission const& admission, Event::What what, PersonId actor) {
    return {
        .what = what, .group = admission.group, .admission = admission.id, .actor = actor, .about = admission.person};
}

}  // namespace

Result<Invited> invite(Call& call, Reader const& reader, std::string_view how_known) {
    auto& transaction = call.transaction();
    auto const group = reader->group.id;
    auto said = TRY(checked_how_known(how_known));
    if (open_invitations(transaction, group, reader->person, call.now).size() >= open_invitations_of_member_max)
        return fail(Error::conflict("You have ten open invitations. Take one back, or wait until one is used."));
    Invited made{
        {InvitationId::random(), group, reader->person, std::move(said), call.now, call.now + invitation_lifetime},
        crypto::random_token(),
        crypto::random_code()};
    add(transaction, made.invitation, made.token, made.code);
    return made;
}

Result<void> take_back(Call& call, Reader const& reader, InvitationId id) {
    auto const open = open_invitations(call.transaction(), reader->group.id, reader->person, call.now);
    bool const mine = std::ranges::any_of(open, [&](Invitation const& one) { return one.id == id; });
    if (!mine || !end(call.transaction(), id, reader->group.id, std::nullopt, call.now))
        return fail(Error::conflict("This invitation is not open any more."));
    return {};
}

Error code_does_not_open() {
    return Error::invalid("code",
                          "This invitation does not open anything. It may be used, too old, or mistyped. Ask "
                          "the person who invited you for a new one.");
}

Result<Admission> begin(sql::Transaction& transaction, std::string_view token_or_code, PersonId person,
                        Capacity capacity, Time now) {
    auto const invitation = find_open(transaction, token_or_code, now);
    if (!invitation) return fail(code_does_not_open());
    if (groups::find_membership(transaction, invitation->group, person))
        return fail(Error::conflict("You are in this group already. The invitation is not used up."));
    // A new beginning stands in for whatever was before, so that an earlier silence stays silent.
    for (auto const& earlier : of_person_in(transaction, invitation->group, person))
        withdraw(transaction, earlier.id, earlier.group, now);
    Admission begun;
    begun.id = AdmissionId::random();
    begun.group = invitation->group;
    begun.person = person;
    begun.inviter = invitation->inviter;
    begun.capacity = capacity;
    begun.begun_at = now;
    add(transaction, begun);
    if (!end(transaction, invitation->id, invitation->group, person, now)) return fail(code_does_not_open());
    add_vouch(transaction, begun.id, begun.group, invitation->inviter, invitation->how_known, now);
    return begun;
}

Result<void> submit(Call& call, Comer const& comer, Application const& application) {
    auto const& admission = comer->admission;
    if (admission.withdrawn) return fail(Error::conflict("You have taken this request back."));
    if (admission.submitted_at) return fail(Error::conflict("You have sent this already."));
    auto const agreement = groups::current_agreement(call.transaction(), admission.group);
    if (!agreement || agreement->version != application.accepted_version)
        return fail(
            Error::invalid("accept", "The agreement has changed while you were reading. Please read it again."));
    set_answers(call.transaction(), admission.id, admission.group, application.answers);
    submit(call.transaction(), admission.id, application.capacity, call.now);
    groups::accept_agreement(call.transaction(), admission.group, agreement->version, admission.person, call.now);
    call.announce(event_about(admission, Event::What::newcomer_waits, admission.person));
    return {};
}

Result<void> withdraw(Call& call, Comer const& comer) {
    auto const& admission = comer->admission;
    if (admission.decision && admission.decision->outcome == Outcome::admitted)
        return fail(Error::conflict("You are in the group already. You can leave it from its page of members."));
    withdraw(call.transaction(), admission.id, admission.group, call.now);
    return {};
}

Result<void> vouch(Call& call, Meeter const& meeter, std::string_view how_known) {
    auto const& admission = meeter->admission;
    if (!admission.waits()) return fail(Error::conflict("This has been decided already."));
    if (admission.person == call.viewer().person) return fail(Error::forbidden("Nobody can vouch for themselves."));
    auto const said = TRY(checked_how_known(how_known));
    if (!add_vouch(call.transaction(), admission.id, admission.group, call.viewer().person, said, call.now))
        return fail(Error::conflict("You have vouched for this person already."));
    call.announce(event_about(admission, Event::What::vouched, call.viewer().person));
    return {};
}

Result<void> admit(Call& call, Decider const& decider) {
    auto const& admission = decider->admission;
    auto const& group = decider->membership.group;
    // Counted in this transaction, together with the decision: a vouch taken away meanwhile is seen.
    if (admission.vouches < std::max(1, group.vouches_needed))
        return fail(Error::conflict("Not enough members have said how they know this person. Nobody comes in before."));
    if (groups::find_membership(call.transaction(), group.id, admission.person))
        return fail(Error::conflict("This person is in the group already."));
    if (!decide(call.transaction(), admission, Outcome::admitted, call.viewer().person, "", "", call.now))
        return fail(Error::conflict("This has been decided already."));
    groups::add_member(call.transaction(), group.id, admission.person, Role::member, admission.capacity,
                       admission.inviter, call.now);
    acts::log(call.transaction(), group.id, call.viewer().person, Act::admitted, admission.person, "", call.now);
    call.announce(event_about(admission, Event::What::admitted, call.viewer().person));
    return {};
}

Result<void> refuse(Call& call, Decider const& decider, std::string_view reason, std::string_view message) {
    auto const& admission = decider->admission;
    auto const why = text::many_lines(text::trim(reason));
    auto const word = text::many_lines(text::trim(message));
    std::vector<Fault> faults;
    if (why.empty()) faults.push_back({"reason", "Write why, for the other facilitators."});
    if (text::characters(why) > decision_reason_characters_max)
        faults.push_back({"reason", "Keep this under 1,000 characters."});
    if (text::characters(word) > decision_message_characters_max)
        faults.push_back({"message", "Keep this under 2,000 characters."});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    if (!decide(call.transaction(), admission, Outcome::refused, call.viewer().person, why, word, call.now))
        return fail(Error::conflict("This has been decided already."));
    // In the log that every member reads, a refusal has neither name nor reason.
    acts::log(call.transaction(), admission.group, call.viewer().person, Act::refused, "", "", call.now);
    if (!word.empty()) call.announce(event_about(admission, Event::What::refused_with_word, call.viewer().person));
    return {};
}

}  // namespace kith::admission
