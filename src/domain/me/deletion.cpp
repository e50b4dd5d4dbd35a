// Deleting the account: once more who it is, and a choice of what becomes of what one wrote.
#include "domain/groups/facilitators.hpp"
#include "domain/groups/store.hpp"
#include "domain/leaving/leaving.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/password.hpp"
#include "domain/me/store.hpp"
#include "domain/me/tabs.hpp"
#include "domain/messages/leaving.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/leaving.hpp"
#include "platform/http/cookie.hpp"

namespace kith::me {

namespace {

// The groups that would be left without a facilitator.
std::vector<groups::Listed> groups_in_need(sql::Transaction& transaction, PersonId person) {
    auto all = groups::of_person(transaction, person);
    std::erase_if(all, [&](groups::Listed const& group) {
        return !groups::needs_successor(groups::members(transaction, group.id), person);
    });
    return all;
}

// What stands in groups left earlier goes the same way as the rest.
void deal_with_words_left(sql::Transaction& transaction, PersonId person, Keeps keeps, Time now) {
    for (auto const& group : groups_with_words_left(transaction, person)) {
        if (keeps == Keeps::nothing)
            posts::withdraw_all(transaction, group, person, now);
        else
            posts::keep_without_name(transaction, group, person);
    }
}

// Returns what open pages of conversations should hear of it.
Result<std::vector<Event>> remove_person(sql::Transaction& transaction, PersonId person, Keeps keeps, Time now) {
    if (!groups_in_need(transaction, person).empty())
        return fail(Error::conflict("You are the only facilitator of a group. Name another first."));
    std::vector<Event> events;
    for (auto const& group : groups::of_person(transaction, person))
        for (auto& event : leaving::take_out(transaction, group.id, person, keeps, now))
            events.push_back(std::move(event));
    deal_with_words_left(transaction, person, keeps, now);
    forget_traces(transaction, person, now);
    messages::forget_author(transaction, person, keeps == Keeps::nothing ? Words::are_taken_back : Words::stay, now);
    people::remove(transaction, person);
    messages::remove_empty(transaction);
    return events;
}

}  // namespace

Result<Answer> show_deletion(Call& call, SignedIn const&) {
    html::View view;
    add_tabs(view, "/me/data");
    html::View::List needed;
    for (auto const& group : groups_in_need(call.transaction(), call.viewer().person)) {
        html::View line;
        line.text("id", group.id.text()).text("name", group.name);
        needed.push_back(std::move(line));
    }
    view.list("needed_in", std::move(needed));
    view.flag("is_host", call.viewer().is_host).flag("confirmed", call.viewer().is_confirmed(call.now));
    view.text("words_fault", call.fault("words")).text("password_fault", call.fault("password"));
    view.flag("keep_chosen", call.field("words") == "keep", html::Seen::by_templates_only);
    view.flag("take_back_chosen", call.field("words") == "take_back", html::Seen::by_templates_only);
    return Page{"delete_account", std::move(view)};
}

Result<Answer> delete_account(Call& call, SignedIn const&) {
    auto const choice = call.form.value("words");
    if (choice != "keep" && choice != "take_back")
        return fail(Error::invalid("words", "Choose what becomes of what you wrote."));
    auto const keeps = choice == "keep" ? Keeps::without_name : Keeps::nothing;
    auto const person = TRY(confirm_here(call, "password"));
    auto events = TRY(call.services.database.write(
        [&](sql::Transaction& transaction) { return remove_person(transaction, person.id, keeps, call.now); }));
    for (auto& event : events) call.announce(std::move(event));
    call.announce({.what = Event::What::person_ended, .actor = person.id, .about = person.id});
    Answer answer{Done{"/session"}};
    answer.headers.emplace_back("Set-Cookie", http::clear_session_cookie());
    answer.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
    return answer;
}

}  // namespace kith::me
