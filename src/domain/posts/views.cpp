#include "domain/posts/views.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/files/views.hpp"
#include "domain/pens/signing.hpp"
#include "domain/posts/manners.hpp"
#include "platform/html/markdown.hpp"

namespace kith::posts {

namespace {

constexpr std::size_t names_of_post = 44;  // room for all that a post's view sets
constexpr std::string_view former_member = "A former member";

std::string name_or_former(std::string const& name) { return name.empty() ? std::string{former_member} : name; }

void add_quote(html::View& view, Shown const& shown) {
    if (!shown.post.quoted) {
        view.null("quoted");
        return;
    }
    html::View quoted;
    quoted.text("quoted_id", shown.post.quoted->text());
    quoted.text("quoted_author", name_or_former(shown.quoted_author));
    auto const words = shown.quoted_withdrawn ? std::string{withdrawn_words}
                       : shown.quoted_hidden  ? std::string{hidden_words}
                                              : text::shortened(shown.quoted_body, quote_characters_max);
    quoted.text("quoted_body", words);
    quoted.markup("quoted_html", html::markdown(words), html::Seen::by_templates_only);
    view.child("quoted", std::move(quoted));
}

void add_rights(html::View& view, Post const& post, Onlooker const& onlooker) {
    bool const own = onlooker.person && post.writer() == onlooker.person;
    bool const gone = post.withdrawn || post.hidden;
    view.flag("own", own, html::Seen::by_templates_only);
    view.flag("may_quote", !gone, html::Seen::by_templates_only);
    view.flag("may_edit", own && !post.withdrawn && !post.quarantined, html::Seen::by_templates_only);
    view.flag("may_report", !own && !gone, html::Seen::by_templates_only);
    view.flag("may_open", onlooker.facilitates && post.pen && !own, html::Seen::by_templates_only);
    view.flag("may_hide", onlooker.facilitates && !own && !post.withdrawn, html::Seen::by_templates_only);
}

}  // namespace

Standing standing_of(Shown const& shown, Onlooker const& onlooker) {
    auto const& post = shown.post;
    bool const own = onlooker.person && post.writer() == onlooker.person;
    bool const readable = post.readable_to(own, onlooker.facilitates);
    bool const by_answers = onlooker.new_by == NewBy::answers_too;
    auto const moved = by_answers ? post.active_sequence : post.sequence;
    // What one wrote oneself is not news.
    bool const is_new =
        moved > onlooker.new_after && onlooker.person != (by_answers ? shown.last_author : post.writer());
    return {own, readable, post.asks && !shown.answered && readable, is_new};
}

html::View post_view(Shown const& shown, Company& company, Onlooker const& onlooker) {
    auto const& post = shown.post;
    auto const [own, readable, unanswered, is_new] = standing_of(shown, onlooker);
    html::View view{names_of_post};
    view.text("id", post.id.text());
    view.text("thread", post.head().text());
    view.text("author", name_or_former(shown.author_name));
    auto const capacity = shown.author_capacity ? std::string{in_words(*shown.author_capacity)} : std::string{};
    view.text("author_capacity", capacity);
    auto const as = post.pen ? post.pen->written_as() : WrittenAs::own_name;
    view.text("written_as", std::string{named(ways_to_sign, as).stored});
    view.flag("began_thread", post.pen && post.pen->began);
    view.text("beside_author", post.pen ? std::string{pens::shown_beside(*post.pen)} : capacity,
              html::Seen::by_templates_only);
    view.text("written_at", iso(post.written_at)).text("written_in_words", in_words(post.written_at));
    view.text("body", readable ? post.body : std::string{});
    view.markup("body_html", readable ? html::markdown(post.body, company.mentionable(post.body)) : html::Markup{});
    view.flag("edited", post.edited_at.has_value() && readable);
    view.flag("withdrawn", post.withdrawn).flag("hidden", post.hidden);
    view.flag("readable", readable, html::Seen::by_templates_only);
    view.text("gone",
              std::string{shown.manner.gone_at ? expired_words
                          : post.withdrawn     ? withdrawn_words
                          : post.hidden        ? hidden_words
                                               : ""},
              html::Seen::by_templates_only);
    add_manner(view, readable ? shown.manner : Manner{});
    view.flag("expired", shown.manner.gone_at.has_value());
    view.flag("asks", post.asks).flag("unanswered", unanswered);
    view.text("topic", shown.topic_name);
    view.number("comment_count", post.comment_count);
    view.text("comments_in_words",
              post.comment_count == 1 ? std::string{"1 answer"} : fmt::format("{} answers", post.comment_count),
              html::Seen::by_templates_only);
    view.flag("is_new", is_new);
    bool const polls = shown.has_poll && readable;
    view.flag("has_poll", polls);
    view.flag("tagged", is_new || polls || !shown.topic_name.empty() || unanswered, html::Seen::by_templates_only);
    files::add_files(view, readable ? shown.files : std::vector<AttachedFile>{}, "/posts/" + post.id.text());
    add_quote(view, shown);
    add_rights(view, post, onlooker);
    // A message goes to a member who is not oneself; whoever is no member shares, perhaps, no group any more.
    bool const may_write = onlooker.person && !own && readable && post.author && shown.author_capacity;
    view.text("writable_to", may_write ? post.author->text() : std::string{}, html::Seen::by_templates_only);
    view.null("support").list("supporters", {});
    return view;
}

void add_support(html::View& view, Post const& post, std::span<Given const> given, Onlooker const& onlooker) {
    if (post.withdrawn || post.hidden || !onlooker.person) return;
    if (post.writer() == onlooker.person) {
        html::View::List supporters;
        for (auto const reaction : reactions) {
            std::string names;
            for (auto const& each : given) {
                if (each.post != post.id || each.reaction != reaction) continue;
                if (!names.empty()) names += ", ";
                names += each.name;
            }
            if (names.empty()) continue;
            html::View line;
            line.text("words", std::string{in_words(reaction)}).text("names", std::move(names));
            supporters.push_back(std::move(line));
        }
        view.list("supporters", std::move(supporters));
        return;
    }
    html::View::List buttons;
    for (auto const reaction : reactions) {
        bool const pressed = std::ranges::any_of(given, [&](Given const& each) {
            return each.post == post.id && each.reaction == reaction && each.person == *onlooker.person;
        });
        html::View button;
        button.text("kind", std::string{stored(reaction)}).text("words", std::string{in_words(reaction)});
        button.flag("given", pressed);
        button.text("pressed", pressed ? "true" : "false", html::Seen::by_templates_only);
        buttons.push_back(std::move(button));
    }
    html::View support;
    support.list("buttons", std::move(buttons));
    view.child("support", std::move(support));
}

html::View quote_view(Shown const& shown) {
    html::View view;
    view.text("quote_id", shown.post.id.text()).text("quote_author", name_or_former(shown.author_name));
    view.markup("quote_html", html::markdown(text::shortened(shown.post.body, quote_characters_max)));
    return view;
}

}  // namespace kith::posts
