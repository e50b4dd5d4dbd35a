#include "domain/moderation/views.hpp"

#include <fmt/format.h>

namespace kith::moderation {

namespace {

std::string or_former(std::string const& name) { return name.empty() ? "A former member" : name; }

// "Ada", "Ada and Ben", "Ada, Ben and Cleo"
std::string joined(std::vector<std::string> const& names) {
    std::string text;
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (at > 0) text += at + 1 == names.size() ? " and " : ", ";
        text += names[at];
    }
    return text;
}

}  // namespace

void show_recipients(html::View& view, std::vector<groups::MemberLine> const& members, Post const& post,
                     PersonId reporter) {
    std::vector<std::string> names;
    bool about_facilitator = false;
    bool reporter_facilitates = false;
    for (auto const& member : members) {
        if (member.role != Role::facilitator) continue;
        if (member.person == post.author)
            about_facilitator = true;
        else if (member.person == reporter)
            reporter_facilitates = true;
        else
            names.push_back(member.name);
    }
    // Under a pen nobody is left out by name: who is missing would be who wrote it.
    view.flag("under_pen", post.pen.has_value());
    if (post.pen && !names.empty()) names.assign(1, "The facilitators");
    view.text("recipients_in_words", joined(names));
    view.flag("about_facilitator", about_facilitator);
    view.flag("reaches_somebody", !names.empty());
    view.flag("reaches_only_me", names.empty() && reporter_facilitates);
    view.flag("reaches_nobody", names.empty() && !reporter_facilitates);
}

html::View report_view(ReportLine const& line) {
    html::View view;
    view.text("id", line.report.id.text()).text("post", line.report.post.text());
    view.text("reporter", or_former(line.reporter_name)).text("author", or_former(line.author_name));
    view.text("reason", line.report.reason);
    view.text("reported_at", iso(line.report.reported_at)).text("reported_in_words", in_words(line.report.reported_at));
    view.flag("post_hidden", line.post_hidden);
    view.text("outcome", line.outcome ? std::string{stored(*line.outcome)} : std::string{});
    view.text("outcome_in_words", line.outcome ? std::string{in_words(*line.outcome)} : std::string{});
    view.text("closed_by", line.outcome ? or_former(line.closer_name) : std::string{});
    view.text("closed_at", line.closed_at ? iso(*line.closed_at) : std::string{});
    view.text("closed_in_words", line.closed_at ? in_words(*line.closed_at) : std::string{});
    return view;
}

html::View log_view(LogLine const& line) {
    html::View view;
    auto const act = act_from(line.act);
    view.number("line", line.number).text("by", line.by);
    view.text("act", line.act);
    view.text("act_in_words", act ? std::string{in_words(*act)} : line.act);
    view.text("about", line.about).text("reason", line.reason);
    view.text("done_at", iso(line.done_at)).text("done_in_words", in_words(line.done_at));
    view.text("code", line.code);
    return view;
}

}  // namespace kith::moderation
