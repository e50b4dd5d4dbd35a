#include "domain/admission/actions.hpp"
#include "domain/admission/endpoints.hpp"
#include "domain/admission/views.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::admission {

namespace {

html::View refusal_line(Admission const& admission) {
    html::View line;
    line.text("name", admission.name)
        .text("refused_by", admission.decision->by.empty() ? "A former member" : admission.decision->by)
        .text("refusal_reason", admission.decision->reason)
        .flag("with_word", !admission.decision->message.empty())
        .text("refused_at", iso(admission.decision->decided_at))
        .text("refused_in_words", in_words(admission.decision->decided_at));
    return line;
}

// For facilitators only: everybody refused, or this person's earlier refusals.
html::View::List refusals(Call const& call, Membership const& membership, std::optional<PersonId> only) {
    html::View::List list;
    if (!membership.facilitates()) return list;
    for (auto const& admission : refused(call.transaction(), membership.group.id))
        if (!only || admission.person == *only) list.push_back(refusal_line(admission));
    return list;
}

void add_vouches(Call const& call, html::View& view, Newcomer const& newcomer) {
    html::View::List list;
    bool vouched = false;
    for (auto const& vouch : vouches(call.transaction(), newcomer.admission.id)) {
        vouched = vouched || vouch.by == call.viewer().person;
        html::View line;
        line.text("by", vouch.by_name)
            .text("known_how", vouch.how_known)
            .text("vouched_at", iso(vouch.vouched_at))
            .text("vouched_in_words", in_words(vouch.vouched_at));
        list.push_back(std::move(line));
    }
    view.list("vouched_by", std::move(list));
    view.flag("may_vouch", newcomer.admission.waits() && !vouched);
    view.flag("has_vouched", vouched);
}

std::string path_of(Admission const& admission) { return "/newcomers/" + admission.id.text(); }

}  // namespace

Result<Answer> list_newcomers(Call& call, Reader const& reader) {
    html::View view;
    groups::add_tabs(view, *reader, "members");
    view.text("group_id", reader->group.id.text()).number("vouches_needed", reader->group.vouches_needed);
    html::View::List list;
    for (auto const& admission : waiting(call.transaction(), reader->group.id))
        list.push_back(newcomer_line(admission, reader->group));
    view.list("newcomers", std::move(list));
    view.list("refusals", refusals(call, *reader, std::nullopt));
    return Page{"newcomers", std::move(view)};
}

Result<Answer> show_newcomer(Call& call, Meeter const& meeter) {
    auto const& admission = meeter->admission;
    auto const& membership = meeter->membership;
    auto view = newcomer_line(admission, membership.group);
    groups::add_tabs(view, membership, "members");
    view.text("group_id", membership.group.id.text()).number("vouches_needed", membership.group.vouches_needed);
    html::View::List given;
    for (auto const& answer : answers(call.transaction(), admission.id)) {
        html::View line;
        line.text("question", answer.question).text("answer", answer.answer);
        given.push_back(std::move(line));
    }
    view.list("answers", std::move(given));
    add_vouches(call, view, *meeter);
    bool const decides = membership.facilitates() && admission.waits();
    view.flag("may_decide", decides).flag("may_admit", decides && admission.vouches >= membership.group.vouches_needed);
    view.flag("decided", admission.decision.has_value());
    view.flag("was_admitted", admission.decision && admission.decision->outcome == Outcome::admitted);
    view.list("refusals", refusals(call, membership, admission.person));
    view.text("how_known", call.field("how_known")).text("how_known_fault", call.fault("how_known"));
    view.text("reason", call.field("reason")).text("reason_fault", call.fault("reason"));
    view.text("message", call.field("message")).text("message_fault", call.fault("message"));
    return Page{"newcomer", std::move(view)};
}

Result<Answer> vouch(Call& call, Meeter const& meeter) {
    TRY(vouch(call, meeter, call.form.value("how_known")));
    return Done{path_of(meeter->admission)};
}

Result<Answer> let_in(Call& call, Decider const& decider) {
    TRY(admit(call, decider));
    return Done{"/groups/" + decider->admission.group.text() + "/members"};
}

Result<Answer> refuse(Call& call, Decider const& decider) {
    TRY(refuse(call, decider, call.form.value("reason"), call.form.value("message")));
    return Done{"/groups/" + decider->admission.group.text() + "/newcomers"};
}

}  // namespace kith::admission
