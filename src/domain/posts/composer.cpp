#include "domain/posts/composer.hpp"

#include "domain/files/chosen.hpp"
#include "domain/posts/beside.hpp"
#include "domain/posts/choices.hpp"
#include "domain/posts/held.hpp"
#include "domain/posts/manners.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/without_name.hpp"
#include "domain/screening/views.hpp"

namespace kith::posts {

namespace {

using html::Seen;

constexpr int status_of_look = 422, status_when_nothing_is_left = 200;

// What stands in the fields of a composer.
struct Words {
    std::string body, choices;
};

// Words that are one text, with their choices, where they give any, taken out into the field for those.
Words in_parts(std::string text, bool with_choices) {
    if (!with_choices) return {std::move(text), {}};
    auto const parts = parts_of(text);
    std::string choices;
    for (auto const& choice : parts.choices) choices.append(choice).append("\n");
    return {text.substr(0, parts.question_bytes), std::move(choices)};
}

Words shown_of(http::Form const& form) {
    if (form.has(choices_field)) return {std::string{form.value("body")}, std::string{form.value(choices_field)}};
    return in_parts(std::string{form.value("body")}, gives_choices(form));
}

// For the check in the browser, the names that stand on the page anyway.
std::vector<std::string> names_on_page(Company& company) {
    std::vector<std::string> names;
    std::int64_t people = 0;
    for (auto const& each : company.counted()) people += each.people;
    if (people > names_in_page_max) return names;
    for (auto const& named : company.names()) names.push_back(named.name);
    return names;
}

// The rest of the form goes along unseen, so that nothing has to be chosen again.
html::View::List other_fields(Call const& call, screening::Asked const& asked) {
    html::View::List fields;
    auto const put = [&](std::string_view name, std::string value) {
        html::View field;
        field.text("field_name", std::string{name}).text("field_value", std::move(value));
        fields.push_back(std::move(field));
    };
    auto const add = [&](std::string_view name) {
        if (auto const value = call.form.find(name)) put(name, std::string{*value});
    };
    each_beside_words(call.form, [&](std::string_view name, std::string_view value) { put(name, std::string{value}); });
    add(screening::hold_field);
    add(screening::paused_field);
    files::add_fields(fields, call.form, asked.lines);
    add(written_as_field);
    if (!asked.looked_before.empty()) put("looked", asked.looked_before);
    if (!asked.besides.empty()) put(few_seen_field, screening::looked_at(asked.words));
    return fields;
}

}  // namespace

void add_surroundings(Call& call, html::View& view, Company& company, DraftPlace place, bool draft_is_back) {
    screening::Where where{company.group()};
    if (place.kind == DraftPlace::Kind::post) where.changed = PostId{place.id};
    view.text("place", place.text(), Seen::by_templates_only);
    view.text("person", call.viewer().person.text(), Seen::by_templates_only);
    view.text("words_are", call.refusal ? "sent" : draft_is_back ? "kept" : "", Seen::by_templates_only);
    view.flag("draft_is_back", draft_is_back, Seen::by_templates_only);
    view.text("surroundings", screening::surroundings(call, where, names_on_page(company)), Seen::by_templates_only);
}

void add_composer(Call& call, html::View& view, Company& company, Composer composer) {
    auto draft =
        call.refusal ? KeptWords{} : find_draft(call.transaction(), call.viewer().person, composer.place.text());
    bool const is_back = !draft.body.empty();
    if (is_back) {
        if (auto form = http::Form::read_query(draft.fields)) call.kept = *std::move(form);
        composer.hint += composer.hint.empty() ? "Your draft is back." : " Your draft is back.";
    }
    auto shown = call.refusal ? shown_of(call.refusal->form)
                 : is_back    ? in_parts(std::move(draft.body), call.kept && gives_choices(*call.kept))
                              : Words{std::move(composer.words), {}};
    auto const fault = call.fault("body");
    view.text("body", std::move(shown.body), Seen::by_templates_only)
        .text("body_fault", fault, Seen::by_templates_only);
    view.text("choices", std::move(shown.choices), Seen::by_templates_only);
    view.text("words_label", std::move(composer.label), Seen::by_templates_only);
    std::string described_by{composer.hint.empty() ? "" : "body-hint"};
    if (!fault.empty()) described_by += described_by.empty() ? "body-error" : " body-error";
    view.text("words_hint", std::move(composer.hint), Seen::by_templates_only);
    view.text("words_described_by", std::move(described_by), Seen::by_templates_only);
    view.number("words_rows", composer.rows, Seen::by_templates_only);
    view.number("words_max", static_cast<std::int64_t>(composer.characters_max), Seen::by_templates_only);
    view.text("send_label", std::move(composer.send_label), Seen::by_templates_only);
    add_surroundings(call, view, company, composer.place, is_back);
}

void keep_unsaid(Call const& call, DraftPlace place, GroupId group) {
    KeptWords words{words_in(call.form), kept_with_draft(call.form)};
    if (words.body.empty() || words.body.size() > post_bytes_max) return;
    call.services.later(
        [person = call.viewer().person, place = place.text(), group, words = std::move(words),
         now = call.now](sql::Transaction& transaction) { keep_draft(transaction, person, place, group, words, now); });
}

Answer look_again(Call& call, Company& company, LookForm form, html::View audience, screening::Asked const& asked) {
    html::View view;
    screening::add_look(view, asked);
    view.text("action", std::move(form.action), Seen::by_templates_only);
    view.text("send_label", std::move(form.send_label), Seen::by_templates_only);
    view.text("back", std::move(form.back), Seen::by_templates_only);
    view.text("back_label", std::move(form.back_label), Seen::by_templates_only);
    view.flag("may_hold", form.may_hold, Seen::by_templates_only).flag("may_keep", true, Seen::by_templates_only);
    view.list("fields", other_fields(call, asked), Seen::by_templates_only);
    add_surroundings(call, view, company, form.place);
    view.child("audience", std::move(audience), Seen::by_templates_only);
    bool const asks = asked.looked.look.things() > 0 || asked.pause || !asked.besides.empty();
    return Page{"look", std::move(view), asks ? status_of_look : status_when_nothing_is_left};
}

static Answer look_at_post(Call& call, Group const& group, LookForm form, screening::Asked const& asked) {
    Company company{call.transaction(), group.id};
    auto audience = audience_view(company, group);
    return look_again(call, company, std::move(form), std::move(audience), asked);
}

Answer look_again(Call& call, Membership const& membership, screening::Asked const& asked) {
    auto const& group = membership.group;
    auto const page = "/groups/" + group.id.text();
    return look_at_post(
        call, group,
        {page + "/posts", "Post to " + group.name, page, group.name, {DraftPlace::Kind::group, group.id.bytes}, true},
        asked);
}

Answer look_again(Call& call, PostInGroup const& under, screening::Asked const& asked) {
    auto const head = under.post.head();
    auto const page = "/posts/" + head.text();
    return look_at_post(call, under.membership.group,
                        {"/posts/" + under.post.id.text() + "/comments",
                         "Answer",
                         page,
                         "Back to the post",
                         {DraftPlace::Kind::thread, head.bytes},
                         true},
                        asked);
}

Answer look_again_at_change(Call& call, PostInGroup const& changed, screening::Asked const& asked) {
    auto const page = "/posts/" + changed.post.id.text();
    return look_at_post(
        call, changed.membership.group,
        {page, "Keep the change", page + "/edit", "Back to the post", {DraftPlace::Kind::post, changed.post.id.bytes}},
        asked);
}

}  // namespace kith::posts
