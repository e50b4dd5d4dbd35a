#include "domain/search/endpoints.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/messages/seats.hpp"
#include "domain/search/finding.hpp"
#include "domain/search/query.hpp"
#include "domain/search/sealed.hpp"
#include "domain/search/views.hpp"

namespace kith::search {

namespace {

std::string one_line_of(std::string_view typed) {
    // Not the ellipsis of text::shortened: it would be looked for.
    auto line = text::one_line(typed);
    while (text::characters(line) > search_characters_max) line.pop_back();
    return line;
}

Question question_from(http::Form const& form) {
    Question question;
    // A space at the end says that the last word is whole.
    auto const typed = form.value("words");
    question.words = one_line_of(typed);
    if (!question.words.empty() && typed.ends_with(' ')) question.words += ' ';
    question.author = one_line_of(form.value("author"));
    question.group = GroupId::parse(form.value("group"));
    if (question.group) question.topic = TopicId::parse(form.value("topic"));
    question.kind = search_kind_from(form.value("kind"));
    question.since = search_since_from(form.value("since"));
    question.order = search_order_from(form.value("order"));
    return question;
}

std::optional<Time> time_of(SearchSince since, Time now) {
    using Days = std::chrono::duration<int, std::ratio<86'400>>;
    switch (since) {
        case SearchSince::ever: break;
        case SearchSince::week: return now - Days{7};
        case SearchSince::month: return now - Days{31};
        case SearchSince::year: return now - Days{366};
    }
    return std::nullopt;
}

// The empty form, for all my groups or for one.
Page form_page(Call& call, std::optional<GroupId> group, html::View view) {
    Question question;
    question.group = group;
    add_form(view, call.transaction(), question, groups::of_person(call.transaction(), call.viewer().person));
    add_no_results(view);
    return {"search", std::move(view)};
}

}  // namespace

Result<Answer> show_form(Call& call, SignedIn const&) {
    html::View view;
    view.null("group_tabs");
    return form_page(call, std::nullopt, std::move(view));
}

Result<Answer> show_form_of_group(Call& call, Reader const& reader) {
    html::View view;
    groups::add_tabs(view, *reader, "search");
    return form_page(call, reader->group.id, std::move(view));
}

Result<Answer> ask(Call& call, SignedIn const&) {
    auto const question = question_from(call.form);
    if (question.is_empty()) return Done{question.group ? "/groups/" + question.group->text() + "/search" : "/search"};
    return Done{address_of(call.request, question, {})};
}

Result<Answer> show_found(Call& call, SignedIn const&) {
    // Sealed by a session that has ended, or by nobody: the empty form.
    auto const sealed = search::question_from(call.request, call.part("sealed"));
    if (!sealed) return Done{"/search"};
    auto& transaction = call.transaction();
    auto const& [question, place] = *sealed;
    auto const person = call.viewer().person;
    auto const mine = groups::of_person(transaction, person);
    Looking looking{.person = person,
                    .question = question,
                    .terms = read_query(question.words),
                    .groups = mine,
                    .conversations = {},
                    .since = time_of(question.since, call.now),
                    .now = call.now};

    html::View view;
    view.null("group_tabs");
    if (question.group) {
        auto const membership = groups::find_membership(transaction, *question.group, person);
        if (!membership) return fail(Error::not_found());
        groups::add_tabs(view, *membership, "search");
        std::erase_if(looking.groups, [&](groups::Listed const& each) { return each.id != *question.group; });
    } else {
        looking.conversations = messages::readable_by(transaction, person, conversations_searched_max);
    }
    // Words without a letter or digit find nothing, where nothing else was asked for.
    bool const asks = !looking.terms.empty() || question.is_narrowed();
    auto const results = asks ? find(transaction, looking, place) : Results{};
    add_form(view, transaction, question, mine);
    add_results(view, looking, results, results.next ? address_of(call.request, question, *results.next) : "");
    return Page{"search", std::move(view)};
}

}  // namespace kith::search
