#include "domain/notices/views.hpp"

#include <fmt/format.h>

namespace kith::notices {

namespace {

std::string says(Notice const& notice) {
    auto const& group = notice.group_name;
    switch (notice.kind) {
        case NoticeKind::mention: return fmt::format("You were mentioned in {}", group);
        case NoticeKind::answer: return fmt::format("You have an answer in {}", group);
        case NoticeKind::support: return fmt::format("Someone stands with you in {}", group);
        case NoticeKind::vouch_asked: return fmt::format("Someone asks to join {}. Do you know them?", group);
        case NoticeKind::admission_ready:
            return fmt::format("A newcomer to {} has enough vouches. You can decide now", group);
        case NoticeKind::admitted: return fmt::format("You are now a member of {}", group);
        case NoticeKind::admission_word: return "You have a word about your request to join a group";
        case NoticeKind::report: return fmt::format("A post in {} was reported", group);
        case NoticeKind::agreement_changed: return fmt::format("The agreement of {} has changed", group);
        case NoticeKind::message: return "You have a message";
        case NoticeKind::ask: return fmt::format("Somebody in {} asks for support", group);
        case NoticeKind::ask_reminder: return fmt::format("An ask in {} still waits for somebody", group);
        case NoticeKind::ask_on_duty: return fmt::format("It is your turn to listen: an ask waits in {}", group);
        case NoticeKind::ask_offer: return fmt::format("Somebody in {} can help you", group);
        case NoticeKind::ask_lapsed: return fmt::format("Nobody in {} was free. Here are other ways", group);
        case NoticeKind::ask_helped: return fmt::format("What you offered in {} has helped", group);
        case NoticeKind::pen_opening_asked:
            return fmt::format("A facilitator of {} asks who wrote something. It takes two of you", group);
        case NoticeKind::pen_opened:
            return fmt::format("Two facilitators of {} now know that you wrote something there", group);
        case NoticeKind::glass_asked: return fmt::format("A host asks to read {}. It takes two of them", group);
        case NoticeKind::glass_broken: return fmt::format("Two hosts can read {} for a day", group);
        case NoticeKind::glass_ended: return fmt::format("No host can read {} any more", group);
        case NoticeKind::breach: return fmt::format("A post in {} was put out of sight. The clock runs", group);
        case NoticeKind::turn_taken: return fmt::format("Somebody has taken your turn on the rota of {}", group);
        case NoticeKind::held_came_back:
            return fmt::format("What you held for {} could not be sent. Your words are kept for you", group);
        case NoticeKind::recovery:
            return "Somebody asks to be let in as you, and a member says that it is you. If not, stop it now";
    }
    return {};
}

}  // namespace

std::string place_of(Notice const& notice) {
    auto const group = "/groups/" + notice.group.text();
    auto const admission = notice.admission ? notice.admission->text() : std::string{};
    switch (notice.kind) {
        case NoticeKind::mention:
        case NoticeKind::answer:
        case NoticeKind::support: return notice.post ? "/posts/" + notice.post->text() : group;
        case NoticeKind::vouch_asked:
        case NoticeKind::admission_ready:
            // A refusal is told to nobody, so the notice may outlive the request: then to those who still wait.
            return notice.admission_waits ? "/newcomers/" + admission : group + "/newcomers";
        case NoticeKind::admission_word: return "/admissions/" + admission;
        case NoticeKind::admitted: return group;
        case NoticeKind::report: return group + "/reports";
        case NoticeKind::agreement_changed: return group + "/agreement";
        case NoticeKind::message:
            return notice.conversation ? "/messages/" + notice.conversation->text() + "#body" : "/messages";
        case NoticeKind::ask:
        case NoticeKind::ask_reminder:
        case NoticeKind::ask_on_duty:
        case NoticeKind::ask_offer:
        case NoticeKind::ask_lapsed:
        case NoticeKind::ask_helped: return notice.ask ? "/asks/" + notice.ask->text() : "/asks";
        case NoticeKind::pen_opening_asked: return notice.post ? "/posts/" + notice.post->text() + "/opening" : group;
        case NoticeKind::pen_opened: return notice.post ? "/posts/" + notice.post->text() : group;
        case NoticeKind::glass_asked:
        case NoticeKind::glass_broken:
        case NoticeKind::glass_ended: return group + "/log";
        case NoticeKind::breach: return group + "/breaches";
        case NoticeKind::turn_taken: return group + "/rota";
        case NoticeKind::held_came_back: return "/drafts";
        case NoticeKind::recovery: return "/me/getting-in";
    }
    return group;
}

html::View notice_view(Notice const& notice) {
    html::View view;
    view.text("id", notice.id.text());
    view.text("kind", std::string{stored(notice.kind)});
    view.text("says", says(notice));
    view.text("location", place_of(notice));
    view.text("told_at", iso(notice.told_at)).text("told_in_words", in_words(notice.told_at));
    view.flag("read", notice.read).flag("unread", !notice.read, html::Seen::by_templates_only);
    auto const is = [&](auto... kinds) { return ((notice.kind == kinds) || ...); };
    view.flag("of_talk", is(NoticeKind::mention, NoticeKind::answer, NoticeKind::message, NoticeKind::held_came_back),
              html::Seen::by_templates_only);
    view.flag("of_support", is(NoticeKind::support), html::Seen::by_templates_only);
    view.flag(
        "of_entry",
        is(NoticeKind::vouch_asked, NoticeKind::admission_ready, NoticeKind::admitted, NoticeKind::admission_word),
        html::Seen::by_templates_only);
    view.flag("of_asks",
              is(NoticeKind::ask, NoticeKind::ask_reminder, NoticeKind::ask_on_duty, NoticeKind::ask_offer,
                 NoticeKind::ask_lapsed, NoticeKind::ask_helped, NoticeKind::turn_taken),
              html::Seen::by_templates_only);
    view.flag("of_care",
              is(NoticeKind::report, NoticeKind::pen_opening_asked, NoticeKind::pen_opened, NoticeKind::glass_asked,
                 NoticeKind::glass_broken, NoticeKind::glass_ended, NoticeKind::breach, NoticeKind::recovery),
              html::Seen::by_templates_only);
    view.flag("of_agreement", is(NoticeKind::agreement_changed), html::Seen::by_templates_only);
    return view;
}

}  // namespace kith::notices
