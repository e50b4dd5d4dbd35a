#include "domain/breaches/endpoints.hpp"

#include <fmt/format.h>

#include "domain/breaches/actions.hpp"
#include "domain/breaches/store.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/posts/store.hpp"
#include "platform/html/markdown.hpp"

namespace kith::breaches {

namespace {

std::string or_former(std::string const& name) { return name.empty() ? "A former member" : name; }

// "31 hours are left.", "The 72 hours are over."
std::string clock_in_words(Breach const& breach, Time now) {
    auto const left = std::chrono::duration_cast<std::chrono::hours>(breach.clock_ends() - now).count();
    if (now >= breach.clock_ends()) return "The 72 hours are over.";
    return left == 0   ? "Less than an hour is left."
           : left == 1 ? "1 hour is left."
                       : fmt::format("{} hours are left.", left);
}

html::View breach_view(Breach const& breach, Time now) {
    html::View view;
    view.text("breach_id", breach.id.text())
        .text("post", breach.post.text())
        .text("begun_by", or_former(breach.begun_by));
    view.text("begun_at", iso(breach.begun_at)).text("begun_in_words", in_words(breach.begun_at));
    view.text("known_at", iso(breach.known_at)).text("known_in_words", in_words(breach.known_at));
    view.text("clock_ends_at", iso(breach.clock_ends())).text("clock_ends_in_words", in_words(breach.clock_ends()));
    view.text("clock_in_words", clock_in_words(breach, now));
    view.number("members", breach.members).number("seen", breach.seen);
    view.number("not_seen", breach.members - breach.seen);
    view.flag("ended", breach.outcome.has_value());
    view.text("outcome", breach.outcome ? std::string{named(breach_outcomes, *breach.outcome).stored} : std::string{});
    view.flag("words_removed", breach.outcome == BreachOutcome::removed, html::Seen::by_templates_only);
    return view;
}

void add_readers(html::View& view, sql::Transaction& transaction, BreachId id) {
    html::View::List list;
    for (auto const& reader : seen_by(transaction, id)) {
        html::View line;
        line.text("name", reader.name);
        line.text("how", reader.how ? std::string{named(ways_seen, *reader.how).stored} : std::string{});
        line.text("how_in_words", reader.how ? std::string{named(ways_seen, *reader.how).words} : std::string{});
        list.push_back(std::move(line));
    }
    view.list("readers", std::move(list));
}

void add_steps(html::View& view, sql::Transaction& transaction, BreachId id) {
    auto const done = steps_of(transaction, id);
    html::View::List list;
    for (auto const& step : breach_steps) {
        auto const found = std::ranges::find(done, step.value, &StepDone::step);
        html::View line;
        line.text("step", std::string{step.stored}).text("step_in_words", std::string{step.words});
        line.flag("done", found != done.end());
        line.text("done_by", found != done.end() ? or_former(found->by) : std::string{});
        line.text("done_at", found != done.end() ? iso(found->at) : std::string{});
        line.text("done_in_words", found != done.end() ? in_words(found->at) : std::string{});
        list.push_back(std::move(line));
    }
    view.list("steps", std::move(list));
}

std::string path_of(BreachHandler const& handler) { return "/breaches/" + handler->breach.id.text(); }

}  // namespace

Result<Answer> show_quarantine(Call& call, BreachBeginner const& beginner) {
    auto const& post = beginner->post;
    html::View view;
    view.text("id", post.id.text());
    view.flag("withdrawn", post.withdrawn).flag("quarantined", post.quarantined);
    view.flag("may_begin", !post.withdrawn && !post.quarantined, html::Seen::by_templates_only);
    view.text("hours_ago", call.field("hours_ago", "0"), html::Seen::by_templates_only);
    view.text("hours_ago_fault", call.fault("hours_ago"));
    return Page{"quarantine_post", std::move(view)};
}

Result<Answer> quarantine(Call& call, BreachBeginner const& beginner) {
    auto const id = TRY(begin(call, beginner, call.form.value("hours_ago")));
    return Done{"/breaches/" + id.text(), id.text()};
}

Result<Answer> list(Call& call, Facilitator const& facilitator) {
    html::View view;
    groups::add_tabs(view, *facilitator, "care");
    view.text("group_id", facilitator->group.id.text());
    html::View::List all;
    for (auto const& breach : of_group(call.transaction(), facilitator->group.id))
        all.push_back(breach_view(breach, call.now));
    view.list("breaches", std::move(all));
    return Page{"breaches", std::move(view)};
}

Result<Answer> show(Call& call, BreachHandler const& handler) {
    auto& transaction = call.transaction();
    auto const& breach = handler->breach;
    auto view = breach_view(breach, call.now);
    groups::add_tabs(view, handler->membership, "care");
    view.text("group_id", breach.group.text());
    // While the drill goes on: whoever deals with it must know what it is about.
    auto const post = breach.outcome ? std::nullopt : posts::find(transaction, breach.post);
    view.markup("words_html", post ? html::markdown(post->body) : html::Markup{}, html::Seen::by_templates_only);
    view.text("words", post ? post->body : std::string{});
    add_readers(view, transaction, breach.id);
    add_steps(view, transaction, breach.id);
    view.text("facts", call.field("facts", breach.facts)).text("facts_fault", call.fault("facts"));
    view.text("outcome_fault", call.fault("outcome"));
    html::View::List outcomes;
    for (auto const& outcome : breach_outcomes) {
        html::View choice;
        choice.text("value", std::string{outcome.stored}).text("label", std::string{outcome.words});
        outcomes.push_back(std::move(choice));
    }
    view.list("outcomes", std::move(outcomes), html::Seen::by_templates_only);
    return Page{"breach", std::move(view)};
}

Result<Answer> record(Call& call, BreachHandler const& handler) {
    TRY(keep_facts(call, handler, call.form.value("facts")));
    return Done{path_of(handler)};
}

Result<Answer> do_step(Call& call, BreachHandler const& handler) {
    auto const step = value_named(breach_steps, call.form.value("step"));
    if (!step) return fail(Error::invalid("step", "Choose what was done."));
    TRY(note_step(call, handler, *step));
    return Done{path_of(handler)};
}

Result<Answer> close(Call& call, BreachHandler const& handler) {
    auto const outcome = value_named(breach_outcomes, call.form.value("outcome"));
    if (!outcome) return fail(Error::invalid("outcome", "Choose what becomes of it."));
    TRY(end(call, handler, *outcome));
    return Done{path_of(handler)};
}

}  // namespace kith::breaches
