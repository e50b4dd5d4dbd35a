#include "domain/moderation/actions.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/store.hpp"
#include "domain/moderation/store.hpp"
#include "domain/pens/signing.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/store.hpp"

namespace kith::moderation {

namespace {

Result<std::string> checked_reason(std::string_view reason, std::size_t characters_max, std::string_view ask) {
    auto text = text::many_lines(reason);
    if (text::trim(text).empty()) return fail(Error::invalid("reason", std::string{ask}));
    if (text::characters(text) > characters_max)
        return fail(Error::invalid("reason", fmt::format("Keep this under {} characters.", characters_max)));
    return text;
}

}  // namespace

// Whom it stands under: the pen, or its author.
void log_about_author(Call& call, Post const& post, Act act, std::string_view reason) {
    auto& transaction = call.transaction();
    auto const by = call.viewer().person;
    if (post.pen)
        acts::log(transaction, post.group, by, act, pens::in_log(*post.pen), reason, call.now);
    else if (post.author)
        acts::log(transaction, post.group, by, act, *post.author, reason, call.now);
    else
        acts::log(transaction, post.group, by, act, "a former member", reason, call.now);
}

void announce_change(Call& call, Post const& post) {
    call.announce({.what = Event::What::changed,
                   .group = post.group,
                   .thread = post.head(),
                   .post = post.id,
                   .actor = call.viewer().person,
                   .sequence = posts::note_change(call.transaction(), post)});
}

Result<Report> report(Call& call, PostReader const& reader, std::string_view reason) {
    auto const& post = reader->post;
    auto const by = call.viewer().person;
    if (post.writer() == by)
        return fail(Error::forbidden("This is your own post. You can change it, or take it back."));
    if (post.withdrawn || post.hidden) return fail(Error::conflict("This post has been taken back or hidden already."));
    if (has_open_report(call.transaction(), post.id, by))
        return fail(Error::conflict("You have reported this post already. Nobody has closed your report yet."));
    Report made;
    made.reason = TRY(checked_reason(reason, report_reason_characters_max, "Say in a sentence what worries you."));
    made.id = ReportId::ordered(call.now);
    made.group = post.group;
    made.post = post.id;
    made.reported_by = by;
    made.about = post.writer();
    made.reported_at = call.now;
    add(call.transaction(), made);
    call.announce({.what = Event::What::reported,
                   .group = post.group,
                   .thread = post.head(),
                   .post = post.id,
                   .actor = by,
                   .about = post.writer()});
    return made;
}

Result<void> close(Call& call, ReportCloser const& closer, ReportOutcome outcome) {
    auto& transaction = call.transaction();
    auto const& report = closer->report;
    if (!close(transaction, report, outcome, call.viewer().person, call.now))
        return fail(Error::conflict("Somebody has closed this report already."));
    // Of what stands under a pen never: a line that is there for some and not for others would tell whose it is.
    auto const post = posts::find(transaction, report.post);
    if (post && post->pen) return {};
    auto const author = report.about ? groups::find_membership(transaction, report.group, *report.about) : std::nullopt;
    if (!author || !author->facilitates())
        acts::log(transaction, report.group, call.viewer().person, Act::closed_report, in_words(outcome), "", call.now);
    return {};
}

Result<void> hide(Call& call, PostHider const& hider, std::string_view reason) {
    auto& transaction = call.transaction();
    auto const& post = hider->post;
    auto const text =
        TRY(checked_reason(reason, hiding_reason_characters_max, "Say why. Every member can read it in the log."));
    if (post.withdrawn) return fail(Error::conflict("Its author has taken this post back."));
    if (!hide(transaction, post, call.viewer().person, text, call.now))
        return fail(Error::conflict("This post is hidden already."));
    log_about_author(call, post, Act::hid_post, text);
    announce_change(call, post);
    return {};
}

Result<void> show_again(Call& call, PostHider const& hider) {
    auto& transaction = call.transaction();
    auto const& post = hider->post;
    if (post.quarantined) return fail(Error::conflict("This post was put out of sight as a breach. End that first."));
    if (!show(transaction, post.id)) return fail(Error::conflict("This post is not hidden."));
    log_about_author(call, post, Act::showed_post, "");
    announce_change(call, post);
    return {};
}

}  // namespace kith::moderation
