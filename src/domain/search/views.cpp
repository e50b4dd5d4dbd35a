#include "domain/search/views.hpp"

#include <algorithm>
#include <array>

#include "domain/search/excerpt.hpp"

namespace kith::search {

namespace {

using html::Seen;

template <class Choice, std::size_t count>
html::View::List choices(std::array<Choice, count> const& all, Choice chosen) {
    html::View::List list;
    for (auto const choice : all) {
        html::View line;
        line.text("value", std::string{stored(choice)}).text("said", std::string{in_words(choice)});
        line.flag("chosen", choice == chosen);
        list.push_back(std::move(line));
    }
    return list;
}

template <class Line, class Chosen>
html::View::List named(std::vector<Line> const& lines, Chosen const& chosen) {
    html::View::List list;
    for (auto const& each : lines) {
        html::View line;
        line.text("value", each.id.text()).text("said", each.name).flag("chosen", chosen == each.id);
        list.push_back(std::move(line));
    }
    return list;
}

}  // namespace

void add_form(html::View& view, sql::Transaction& transaction, Question const& question,
              std::vector<groups::Listed> const& groups) {
    view.text("words", question.words).text("author", question.author);
    auto const group =
        std::ranges::find(groups, question.group, [](groups::Listed const& each) { return std::optional{each.id}; });
    view.text("where", group == groups.end() ? "all my groups and messages" : group->name, Seen::by_templates_only);
    view.list("in_groups", named(groups, question.group), Seen::by_templates_only);
    std::vector<groups::TopicLine> topics;
    if (question.group) topics = groups::topics(transaction, *question.group);
    view.list("topics", named(topics, question.topic), Seen::by_templates_only);
    view.list("kinds",
              choices(std::array{SearchKind::anything, SearchKind::posts, SearchKind::answers, SearchKind::messages},
                      question.kind),
              Seen::by_templates_only);
    view.list("sinces",
              choices(std::array{SearchSince::ever, SearchSince::week, SearchSince::month, SearchSince::year},
                      question.since),
              Seen::by_templates_only);
    view.list("orders", choices(std::array{SearchOrder::newest, SearchOrder::best}, question.order),
              Seen::by_templates_only);
    view.flag("is_narrowed", question.is_narrowed() || question.order != SearchOrder::newest, Seen::by_templates_only);
}

void add_results(html::View& view, Looking const& looking, Results const& results, std::string older) {
    html::View::List list;
    for (auto const& found : results.list) {
        html::View line;
        line.text("kind", std::string{found.kind}).text("href", found.href).text("author", found.author);
        line.flag("is_answer", found.kind == "answer", Seen::by_templates_only);
        line.flag("is_message", found.kind == "message", Seen::by_templates_only);
        line.flag("is_post", found.kind == "post", Seen::by_templates_only);
        if (found.group)
            line.text("group", found.group->text());
        else
            line.null("group");
        line.text("group_name", found.place).flag("has_poll", found.has_poll);
        line.text("written_at", iso(found.written_at)).text("written_in_words", in_words(found.written_at));
        line.text("about", std::string{found.about});
        line.list("excerpt", found.about.empty() ? excerpt(found.text, looking.terms) : html::View::List{});
        list.push_back(std::move(line));
    }
    view.flag("nothing_found", list.empty() && older.empty(), Seen::by_templates_only);
    view.flag("looked_far", list.empty() && !older.empty(), Seen::by_templates_only);
    view.list("results", std::move(list));
    if (older.empty())
        view.null("older");
    else
        view.text("older", std::move(older));
}

void add_no_results(html::View& view) {
    view.flag("nothing_found", false, Seen::by_templates_only).flag("looked_far", false, Seen::by_templates_only);
    view.list("results", {}).null("older");
}

}  // namespace kith::search
