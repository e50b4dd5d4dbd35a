#include <fmt/format.h>

#include <charconv>

#include "base/text.hpp"
#include "domain/admission/actions.hpp"
#include "domain/admission/endpoints.hpp"
#include "domain/admission/views.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/questions.hpp"
#include "domain/groups/store.hpp"
#include "domain/groups/views.hpp"
#include "domain/people/sign_up.hpp"
#include "platform/html/markdown.hpp"

namespace kith::admission {

namespace {

std::string field_of_answer(std::size_t position) { return fmt::format("answer_{}", position + 1); }

void add_considering(html::View& view) {
    html::View::List list;
    for (auto const& one : questions_to_consider()) {
        html::View line;
        line.text("question", std::string{one.question}).text("hint", std::string{one.hint});
        list.push_back(std::move(line));
    }
    view.list("to_consider", std::move(list));
}

void add_questions(Call const& call, html::View& view, GroupId group) {
    html::View::List list;
    auto const asked = groups::questions(call.transaction(), group);
    for (std::size_t position = 0; position < asked.size(); ++position) {
        auto const field = field_of_answer(position);
        html::View line;
        line.text("field", field)
            .text("question", asked[position])
            .text("answer", call.field(field))
            .text("answer_fault", call.fault(field));
        list.push_back(std::move(line));
    }
    view.list("questions", std::move(list));
}

Answer preparing_page(Call const& call, WayIn const& way) {
    auto const& group = way.group;
    html::View view;
    view.text("id", way.admission.id.text()).text("state", "begun");
    view.text("group_name", group.name).text("inviter", way.admission.inviter_name);
    view.text("told_to_newcomers", group.told_to_newcomers);
    view.markup("told_html", html::markdown(group.told_to_newcomers));
    auto const members = groups::members(call.transaction(), group.id);
    view.list("peers", groups::counted_capacities(members))
        .number("member_count", static_cast<std::int64_t>(members.size()));
    add_considering(view);
    add_questions(call, view, group.id);
    view.list("capacities", people::capacity_choices(call.field("capacity", stored(way.admission.capacity))));
    view.text("capacity_fault", call.fault("capacity"));
    auto const agreement = groups::current_agreement(call.transaction(), group.id).value_or(Agreement{});
    view.number("agreement_version", agreement.version).text("agreement", agreement.body);
    view.markup("agreement_html", html::markdown(agreement.body));
    view.text("accept_fault", call.fault("accept")).number("vouches_needed", group.vouches_needed);
    return Page{"way_in", std::move(view)};
}

// The same page while the newcomer waits and after a refusal without a word, from the same rows.
Answer waiting_page(WayIn const& way) {
    html::View view;
    view.text("id", way.admission.id.text()).text("state", "waiting").text("group_name", way.group.name);
    view.text("vouches", vouches_in_words(way.admission.vouches, way.group.vouches_needed));
    return Page{"way_in_waiting", std::move(view)};
}

Answer ended_page(Call const& call, WayIn const& way) {
    auto const& decision = way.admission.decision;
    bool const admitted = decision && decision->outcome == Outcome::admitted && !way.admission.withdrawn;
    html::View view;
    view.text("id", way.admission.id.text()).text("group_name", way.group.name).text("group_id", way.group.id.text());
    bool const member = admitted && groups::find_membership(call.transaction(), way.group.id, way.admission.person);
    view.text("state", way.admission.withdrawn ? "withdrawn" : admitted ? "admitted" : "answered");
    view.flag("is_member", member).flag("was_member", admitted && !member).flag("withdrawn", way.admission.withdrawn);
    bool const answered = !way.admission.withdrawn && decision && decision->outcome == Outcome::refused;
    view.text("message", answered ? decision->message : std::string{});
    return Page{"way_in_ended", std::move(view)};
}

std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<Application> read_application(Call const& call, GroupId group) {
    Application application;
    std::vector<Fault> faults;
    auto const capacity = capacity_from(call.form.value("capacity"));
    if (capacity)
        application.capacity = *capacity;
    else
        faults.push_back({"capacity", "Choose in which capacity you come."});
    auto const asked = groups::questions(call.transaction(), group);
    for (std::size_t position = 0; position < asked.size(); ++position) {
        auto const field = field_of_answer(position);
        auto answer = text::many_lines(text::trim(call.form.value(field)));
        if (answer.empty()) faults.push_back({field, "Answer in a sentence, or say that you would rather not."});
        if (text::characters(answer) > answer_characters_max)
            faults.push_back({field, "Keep this under 2,000 characters."});
        application.answers.push_back({asked[position], std::move(answer)});
    }
    application.accepted_version = number_in(call.form.value("agreement_version"));
    if (!call.form.has("accept")) faults.push_back({"accept", "Accept the agreement, or take your request back."});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    return application;
}

}  // namespace

Result<Answer> show_way_in(Call& call, Comer const& comer) {
    auto const& admission = comer->admission;
    bool const admitted = admission.decision && admission.decision->outcome == Outcome::admitted;
    bool const answered = admission.decision && !admission.decision->message.empty();
    if (admission.withdrawn || admitted || answered) return ended_page(call, *comer);
    return admission.submitted_at ? waiting_page(*comer) : preparing_page(call, *comer);
}

Result<Answer> submit(Call& call, Comer const& comer) {
    auto const application = TRY(read_application(call, comer->admission.group));
    TRY(submit(call, comer, application));
    return Done{"/admissions/" + comer->admission.id.text()};
}

Result<Answer> end_request(Call& call, Comer const& comer) {
    TRY(withdraw(call, comer));
    return Done{"/admissions/" + comer->admission.id.text()};
}

}  // namespace kith::admission
