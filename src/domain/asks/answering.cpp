// One ask: what those it reaches can say to it, and what its asker sees come of it.
#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/asks/actions.hpp"
#include "domain/asks/endpoints.hpp"
#include "domain/asks/rota.hpp"
#include "domain/asks/timetable.hpp"
#include "domain/asks/views.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/composer.hpp"
#include "platform/html/markdown.hpp"

namespace kith::asks {

namespace {

using html::Seen;
using posts::DraftPlace;

std::string path_of(Ask const& ask) { return "/asks/" + ask.id.text(); }

// As everybody sees it.
std::string asker_name(sql::Transaction& transaction, Ask const& ask) {
    if (ask.pen) return ask.pen->name;
    auto const asker = ask.asker ? people::find(transaction, *ask.asker) : std::nullopt;
    return asker ? asker->name : "A former member";
}

std::string says_to_asker(std::string const& asker) { return fmt::format("{} will see this.", asker); }

// When it goes to the peers on duty, or that it did. Moments alone decide, not who has said what.
std::string duty_in_words(Call& call, Ask const& ask, Promise const& promise) {
    if (has_reached_duty(call.transaction(), ask.id)) return "It has reached the peer on duty.";
    auto const at = when(call.transaction(), ask.id, DueWhat::duty);
    if (!at) return {};
    auto const by = on_the_wall(promise, *at);
    auto const passed_over = ask.pen ? PersonId{} : ask.asker.value_or(PersonId{});
    if (rota::on_duty(call.transaction(), ask.group, passed_over, *at).empty())
        return fmt::format(
            "Nobody is down for duty at {} yet. If nobody has taken it by then, it goes to whoever is on duty next. If "
            "you need somebody now, see Help now.",
            by);
    return fmt::format("If nobody has taken it by {}, it also goes to the peer on duty.", by);
}

html::View own_ask(Call& call, Ask const& ask, posts::Company& company) {
    auto& transaction = call.transaction();
    auto const promise = promise_of(transaction, ask.group);
    html::View view;
    view.text("after", std::to_string(call.now.milliseconds), Seen::by_templates_only);
    view.text("sent_in_words", sent_in_words(ask)).text("under", ask.pen ? ask.pen->name : std::string{});
    view.text("duty_in_words", ask.end ? std::string{} : duty_in_words(call, ask, promise));
    auto const closes = ask.end ? std::nullopt : when(transaction, ask.id, DueWhat::close);
    view.text("closes_in_words", closes ? on_the_wall(promise, *closes) : std::string{});
    html::View::List list;
    for (auto const& offer : offers(transaction, ask.id)) list.push_back(offer_view(offer, company));
    view.flag("waits", !ask.end && list.empty());
    view.list("offers", std::move(list));
    view.flag("lapsed", ask.end == AskEnd::lapsed).flag("rested", ask.end == AskEnd::rested);
    view.text("meets", promise.meets);
    html::View::List answers;
    for (auto const each : all_helped) {
        html::View line;
        line.text("value", std::string{stored(each)}).text("label", std::string{in_words(each)});
        line.flag("chosen", ask.helped == each);
        answers.push_back(std::move(line));
    }
    view.list("helped_choices", std::move(answers), Seen::by_templates_only);
    view.text("helped", std::string{stored(ask.helped)}).text("helped_in_words", std::string{in_words(ask.helped)});
    view.flag("may_close", !ask.end).flag("may_say", ask.end && ask.helped == Helped::unsaid);
    return view;
}

html::View anothers_ask(Call& call, AskInGroup const& found, posts::Company& company) {
    auto const& ask = found.ask;
    html::View view;
    view.flag("offered", found.offered).flag("passed", found.passed).flag("may_answer", !ask.end && !found.offered);
    if (auto const offer = offer_of(call.transaction(), ask.id, call.viewer().person))
        view.child("my_offer", offer_view(*offer, company));
    else
        view.null("my_offer");
    view.text("words_body", call.field("body"), Seen::by_templates_only).text("words_fault", call.fault("body"));
    view.flag("words_open", call.refusal != nullptr, Seen::by_templates_only);
    return view;
}

// Empty: an offer by one tap.
Result<std::string> checked_offer(std::string_view body) {
    auto words = text::many_lines(body);
    if (text::characters(words) > offer_characters_max)
        return fail(Error::invalid("body", fmt::format("Keep this under {} characters.", offer_characters_max)));
    return text::trim(words).empty() ? std::string{} : words;
}

}  // namespace

Result<Answer> show(Call& call, AskReader const& reader) {
    auto const& ask = reader->ask;
    auto& transaction = call.transaction();
    posts::Company company{transaction, ask.group};
    html::View view;
    groups::add_tabs(view, reader->membership, "asks");
    view.text("id", ask.id.text()).text("group_id", ask.group.text()).text("group_name", reader->membership.group.name);
    view.text("asker", asker_name(transaction, ask));
    view.text("wants", std::string{stored(ask.wants)}).text("by", std::string{stored(ask.by)});
    view.text("wish_in_words", wish_in_words(ask));
    view.text("asked_at", iso(ask.told_at())).text("asked_in_words", in_words(ask.told_at()));
    view.text("body", ask.body).markup("body_html", html::markdown(ask.body, company.mentionable(ask.body)));
    view.flag("ended", ask.end.has_value());
    posts::add_surroundings(call, view, company, {DraftPlace::Kind::offer, ask.id.bytes});
    if (ask.asker == call.viewer().person) {
        view.child("mine", own_ask(call, ask, company)).null("anothers");
        return Page{"ask", std::move(view)};
    }
    view.null("mine");
    view.child("anothers", anothers_ask(call, *reader, company));
    return Page{"ask", std::move(view)};
}

Slow look_ahead(Call& call, AskOfferer const& offerer) {
    auto words = checked_offer(call.form.value("body"));
    if (!words || words->empty()) return {};
    return screening::look_ahead(call, {offerer->ask.group}, *std::move(words));
}

Result<Answer> offer_help(Call& call, AskOfferer const& offerer) {
    auto const& ask = offerer->ask;
    auto words = TRY(checked_offer(call.form.value("body")));
    if (words.empty()) {
        TRY(offer(call, offerer));
        return Done{path_of(ask)};
    }
    auto const looked = screening::look(call, {ask.group}, std::move(words));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) {
        posts::Company company{call.transaction(), ask.group};
        return posts::look_again(call, company,
                                 {path_of(ask) + "/offer",
                                  "Offer with these words",
                                  path_of(ask),
                                  "Back to the ask",
                                  {DraftPlace::Kind::offer, ask.id.bytes}},
                                 posts::audience_view(company, offerer->membership.group,
                                                      says_to_asker(asker_name(call.transaction(), ask))),
                                 *asked);
    }
    TRY(offer(call, offerer, std::get<screening::Screened>(looked)));
    return Done{path_of(ask)};
}

Result<Answer> end_offer(Call& call, AskAnswerer const& answerer) {
    TRY(take_back_offer(call, answerer));
    return Done{path_of(answerer->ask)};
}

Result<Answer> pass_by(Call& call, AskAnswerer const& answerer) {
    pass(call, answerer);
    return Done{"/asks"};
}

Result<Answer> close_ask(Call& call, AskEnder const& ender) {
    auto const helped = helped_from(call.form.value("helped"));
    if (!helped) return fail(Error::invalid("helped", "Choose one of the answers, or none."));
    std::vector<PersonId> helpers;
    for (auto const& [field, value] : call.form.fields())
        if (field == "helper")
            if (auto const person = PersonId::parse(value)) helpers.push_back(*person);
    close(call, ender, *helped, helpers);
    return Done{path_of(ender->ask)};
}

Result<Answer> withdraw(Call& call, AskEnder const& ender) {
    take_back(call, ender);
    return Done{"/asks"};
}

}  // namespace kith::asks
