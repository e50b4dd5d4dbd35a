// Writing: starting a conversation, saying something in it, taking it back; and what is true for a moment.
#include <algorithm>
#include <charconv>

#include "domain/files/endpoints.hpp"
#include "domain/messages/actions.hpp"
#include "domain/messages/composer.hpp"
#include "domain/messages/endpoints.hpp"
#include "domain/messages/live.hpp"
#include "domain/messages/reach.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"

namespace kith::messages {

namespace {

using html::Seen;

std::string page_of(ConversationId id) { return "/messages/" + id.text(); }

std::string place_of(Message const& message) { return page_of(message.conversation) + "#message-" + message.id.text(); }

FilePlace place_of(Seated const& seated) { return {.conversation = seated.conversation.id}; }

// Each person once. Nothing when one of them is no id at all.
std::optional<std::vector<PersonId>> chosen_in(http::Form const& form) {
    std::vector<PersonId> chosen;
    for (auto const value : form.values("to")) {
        auto const person = PersonId::parse(value);
        if (!person) return std::nullopt;
        if (std::ranges::find(chosen, *person) == chosen.end()) chosen.push_back(*person);
    }
    return chosen;
}

void add_people(html::View& view, std::vector<Acquaintance> const& known, std::vector<PersonId> const& chosen) {
    html::View::List chosen_people, others;
    for (auto const& each : known) {
        html::View line;
        line.text("person_id", each.person.text()).text("name", each.name);
        line.text("capacity", std::string{in_words(each.capacity)});
        bool const is_chosen = std::ranges::find(chosen, each.person) != chosen.end();
        (is_chosen ? chosen_people : others).push_back(std::move(line));
    }
    view.list("chosen", std::move(chosen_people)).list("others", std::move(others));
}

}  // namespace

Result<Answer> show_start(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const me = call.viewer().person;
    auto const chosen = chosen_in(call.refusal ? call.refusal->form : call.form);
    if (!chosen) return fail(Error::not_found());
    for (auto const person : *chosen)
        if (person == me || !share_a_group(transaction, me, person)) return fail(Error::not_found());
    if (chosen->size() == 1 && !call.refusal && !call.form.has("more"))
        if (auto const known = between(transaction, me, chosen->front())) return Done{page_of(*known) + "#body"};
    auto const form = form_of(call, *chosen);
    html::View view;
    add_people(view, acquaintances(transaction, me, people_to_choose_max), *chosen);
    view.text("to_fault", call.fault("to"), Seen::by_templates_only);
    add_composer(call, view, form.place, form.between);
    view.text("body", call.field("body"), Seen::by_templates_only);
    view.text("body_fault", call.fault("body"), Seen::by_templates_only);
    view.child("audience", audience_view(form.hearers, form.back), Seen::by_templates_only);
    files::add_chooser(call, view);
    return Page{"new_conversation", std::move(view)};
}

Result<Answer> start(Call& call, SignedIn const&) {
    auto const chosen = chosen_in(call.form);
    if (!chosen) return fail(Error::not_found());
    auto const with = TRY(Policy::start(call, *chosen));
    auto words = TRY(checked_words(call.form.value("body")));
    auto chosen_files = TRY(files::chosen_in(call, {}));
    auto form = form_of(call, *with);
    auto const looked = screening::look(call, form.between, std::move(words), files::words_of(chosen_files));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) return look_again(call, std::move(form), *asked);
    auto const message = TRY(start(call, with, std::get<screening::Screened>(looked), std::move(chosen_files)));
    return Done{place_of(message), message.conversation.text()};
}

Slow look_ahead(Call& call, SignedIn const&) {
    auto const chosen = chosen_in(call.form);
    auto words = checked_words(call.form.value("body"));
    if (!chosen || !Policy::start(call, *chosen)) return {};
    auto look = words ? screening::look_ahead(call, between_people(call, *chosen), *std::move(words),
                                              files::words_in(call.form))
                      : Slow{};
    return files::keep_sent(call, {}, std::move(look));
}

Slow look_ahead(Call& call, ConversationWriter const& writer) {
    auto words = checked_words(call.form.value("body"));
    auto look = words ? screening::look_ahead(call, between_people(call, *writer), *std::move(words),
                                              files::words_in(call.form))
                      : Slow{};
    return files::keep_sent(call, place_of(*writer), std::move(look));
}

Result<Answer> say(Call& call, ConversationWriter const& writer) {
    auto words = TRY(checked_words(call.form.value("body")));
    auto chosen = TRY(files::chosen_in(call, place_of(*writer)));
    auto form = form_of(call, *writer);
    auto const looked = screening::look(call, form.between, std::move(words), files::words_of(chosen));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) return look_again(call, std::move(form), *asked);
    auto const message = TRY(say(call, writer, std::get<screening::Screened>(looked), std::move(chosen)));
    return Done{place_of(message), message.id.text()};
}

Result<Answer> begin_file(Call& call, ConversationWriter const& writer) {
    return files::begin_at(call, place_of(*writer));
}

Result<Answer> confirm_taking_back(Call& call, MessageWithdrawer const& withdrawer) {
    TRY(take_back(call, withdrawer));
    return Done{place_of(withdrawer->message)};
}

// Without a number: everything.
Result<Answer> note_reading(Call& call, ConversationPartner const& partner) {
    auto const text = call.form.value("upto");
    auto upto = partner->conversation.sequence;
    std::from_chars(text.data(), text.data() + text.size(), upto);
    note_seen(call, *partner, upto);
    tell_reading(call, *partner, upto);
    return Done{page_of(partner->conversation.id)};
}

Result<Answer> note_typing(Call& call, ConversationPartner const& partner) {
    tell_typing(call, *partner);
    return Done{page_of(partner->conversation.id)};
}

}  // namespace kith::messages
