#include "domain/moderation/endpoints.hpp"

#include <charconv>

#include "domain/acts/log.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/moderation/actions.hpp"
#include "domain/moderation/store.hpp"
#include "domain/moderation/views.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/store.hpp"

namespace kith::moderation {

namespace {

void show_post_named(Call& call, html::View& view, Post const& post) {
    auto const author = post.author ? people::find(call.transaction(), *post.author) : std::nullopt;
    view.text("id", post.id.text());
    view.text("author", post.pen ? post.pen->name : author ? author->name : "A former member");
    view.text("written_at", iso(post.written_at)).text("written_in_words", in_words(post.written_at));
    view.text("reason", call.field("reason")).text("reason_fault", call.fault("reason"));
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    auto const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

// The page that lists as many as it can and one more to know whether there is more.
template <class Line>
void show_older(html::View& view, std::vector<Line>& lines, std::size_t most, std::string const& path,
                std::string (*id_of)(Line const&)) {
    bool const more = lines.size() > most;
    if (more) lines.pop_back();
    if (more)
        view.text("older", path + "?older=" + id_of(lines.back()));
    else
        view.null("older");
}

}  // namespace

Result<Answer> show_report_form(Call& call, PostReader const& reader) {
    auto const& post = reader->post;
    if (post.writer() == call.viewer().person)
        return fail(Error::forbidden("This is your own post. You can change it, or take it back."));
    html::View view;
    show_post_named(call, view, post);
    show_recipients(view, groups::members(call.transaction(), post.group), post, call.viewer().person);
    view.flag("gone", post.withdrawn || post.hidden);
    view.flag("reported_already", has_open_report(call.transaction(), post.id, call.viewer().person));
    return Page{"report_post", std::move(view)};
}

Result<Answer> report_post(Call& call, PostReader const& reader) {
    auto const made = TRY(report(call, reader, call.form.value("reason")));
    return Done{"/posts/" + reader->post.id.text() + "/report", made.id.text()};  // the page says that it is on its way
}

Result<Answer> show_hiding_form(Call& call, PostHider const& hider) {
    auto const& post = hider->post;
    html::View view;
    show_post_named(call, view, post);
    view.flag("withdrawn", post.withdrawn);
    auto const hiding = find_hiding(call.transaction(), post.id);
    if (hiding) {
        html::View child;
        child.text("hidden_by", hiding->by.empty() ? "A former member" : hiding->by)
            .text("hiding_reason", hiding->reason);
        child.text("hidden_at", iso(hiding->hidden_at)).text("hidden_in_words", in_words(hiding->hidden_at));
        view.child("hiding", std::move(child));
    } else {
        view.null("hiding");
    }
    view.flag("may_hide_now", !hiding && !post.withdrawn);
    return Page{"hide_post", std::move(view)};
}

Result<Answer> hide_post(Call& call, PostHider const& hider) {
    TRY(hide(call, hider, call.form.value("reason")));
    return Done{posts::place_of(call.transaction(), hider->post)};
}

Result<Answer> show_post(Call& call, PostHider const& hider) {
    TRY(show_again(call, hider));
    return Done{posts::place_of(call.transaction(), hider->post)};
}

Result<Answer> list_reports(Call& call, Facilitator const& facilitator) {
    auto& transaction = call.transaction();
    auto const& group = facilitator->group;
    auto const reader = call.viewer().person;
    html::View view;
    groups::add_tabs(view, *facilitator, "care");
    view.text("group_id", group.id.text()).text("group_name", group.name);
    view.text("outcome_fault", call.fault("outcome"));
    html::View::List open;
    for (auto const& line : open_reports(transaction, group.id, reader)) open.push_back(report_view(line));
    view.list("open_reports", std::move(open));
    auto closed = closed_reports(transaction, group.id, reader, ReportId::parse(call.form.value("older")),
                                 closed_reports_on_a_page + 1);
    show_older<ReportLine>(view, closed, closed_reports_on_a_page, "/groups/" + group.id.text() + "/reports",
                           [](ReportLine const& line) { return line.report.id.text(); });
    html::View::List list;
    for (auto const& line : closed) list.push_back(report_view(line));
    view.list("closed_reports", std::move(list));
    html::View::List outcomes;
    for (auto const outcome : report_outcomes) {
        html::View choice;
        choice.text("value", std::string{stored(outcome)}).text("label", std::string{in_words(outcome)});
        outcomes.push_back(std::move(choice));
    }
    view.list("outcomes", std::move(outcomes), html::Seen::by_templates_only);
    return Page{"reports", std::move(view)};
}

Result<Answer> close_report(Call& call, ReportCloser const& closer) {
    auto const outcome = report_outcome_from(call.form.value("outcome"));
    if (!outcome) return fail(Error::invalid("outcome", "Choose what became of it."));
    TRY(close(call, closer, *outcome));
    return Done{"/groups/" + closer->report.group.text() + "/reports"};
}

namespace {

// The lines of one log, newest first, and the way to older ones.
void add_lines(Call& call, html::View& view, GroupId group, std::string const& path) {
    auto lines = acts::lines(call.transaction(), group, number_in(call.form.value("older")), log_lines_on_a_page + 1);
    show_older<LogLine>(view, lines, log_lines_on_a_page, path,
                        [](LogLine const& line) { return std::to_string(line.number); });
    html::View::List list;
    for (auto const& line : lines) list.push_back(log_view(line));
    view.list("entries", std::move(list));
}

}  // namespace

Result<Answer> show_log(Call& call, Reader const& reader) {
    auto const& group = reader->group;
    html::View view;
    groups::add_tabs(view, *reader, "log");
    view.text("group_id", group.id.text()).text("group_name", group.name);
    add_lines(call, view, group.id, "/groups/" + group.id.text() + "/log");
    return Page{"facilitation_log", std::move(view)};
}

Result<Answer> show_log_of_place(Call& call, SignedIn const&) {
    html::View view;
    add_lines(call, view, acts::of_the_place, "/log");
    view.flag("is_host", call.viewer().is_host, html::Seen::by_templates_only);
    return Page{"place_log", std::move(view)};
}

}  // namespace kith::moderation
