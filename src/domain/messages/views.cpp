#include "domain/messages/views.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/files/views.hpp"
#include "platform/html/markdown.hpp"

namespace kith::messages {

namespace {

using html::Seen;

constexpr std::string_view former_member = "A former member";

std::string name_or_former(std::string const& name) { return name.empty() ? std::string{former_member} : name; }

// What the conversation says of itself.
std::string note_words(Shown const& shown) {
    auto const author = name_or_former(shown.author_name);
    switch (shown.message.kind) {
        case MessageKind::words: return {};
        case MessageKind::added:
            return fmt::format("{} added {}, who reads what comes after this.", author,
                               name_or_former(shown.about_name));
        case MessageKind::left: return author + " left.";
        case MessageKind::parted: return author + " shares no group any more with somebody here, and reads no further.";
        case MessageKind::retention: {
            auto const chosen = retention_from(shown.message.detail).value_or(Retention::keep);
            return fmt::format("{} chose: messages here stay {}.", author, in_words(chosen));
        }
    }
    return {};
}

}  // namespace

std::string joined_names(std::vector<std::string> const& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
        text += names[i];
    }
    return text;
}

std::string title_of(Seated const& seated) {
    std::vector<std::string> names;
    bool const of_two = seated.conversation.kind == ConversationKind::two;
    for (auto const& other : seated.others)
        if (of_two || other.active()) names.push_back(other.name);
    return names.empty() ? std::string{former_member} : joined_names(names);
}

html::View message_view(Shown const& shown, std::optional<PersonId> reader) {
    auto const& message = shown.message;
    bool const said = message.kind == MessageKind::words;
    html::View view{20};
    view.text("id", message.id.text()).text("conversation", message.conversation.text());
    view.text("kind", std::string{stored(message.kind)});
    view.text("author", name_or_former(shown.author_name));
    view.text("author_id", message.author ? message.author->text() : std::string{});
    view.number("sequence", message.sequence);
    view.flag("own", reader && message.author == reader, Seen::by_templates_only);
    view.flag("said", said, Seen::by_templates_only);
    view.flag("taken_back", message.withdrawn);
    view.flag("readable", said && !message.withdrawn, Seen::by_templates_only);
    view.text("gone", message.withdrawn ? std::string{taken_back_words} : std::string{}, Seen::by_templates_only);
    view.text("note", note_words(shown));
    files::add_files(view, shown.files, "/messages/" + message.conversation.text() + "/" + message.id.text());
    view.text("body", message.body).markup("body_html", said ? html::markdown(message.body) : html::Markup{});
    view.text("written_at", iso(message.written_at)).text("written_in_words", in_words(message.written_at));
    return view;
}

html::View conversation_view(sql::Transaction& transaction, PersonId person, Listed const& listed) {
    auto const seated = find_seated(transaction, listed.id, person);
    html::View view;
    view.text("id", listed.id.text());
    view.text("title", seated ? title_of(*seated) : std::string{former_member});
    view.flag("has_new", listed.has_news).flag("muted", listed.muted);
    view.flag("ended", !listed.active);
    view.number("moved_sequence", listed.moved_sequence);
    view.text("last_at", iso(listed.last_at)).text("last_in_words", in_words(listed.last_at));
    return view;
}

html::View audience_view(std::vector<Hearer> const& hearers, std::string names_page) {
    std::vector<std::string> names;
    for (auto const& hearer : hearers) names.push_back(hearer.name);
    std::string by_capacity;
    for (auto const capacity : capacities) {
        auto const count = std::ranges::count(hearers, capacity, &Hearer::capacity);
        if (count == 0) continue;
        if (!by_capacity.empty()) by_capacity += ", ";
        by_capacity += counted(capacity, count);
    }
    html::View view;
    view.number("people_count", static_cast<std::int64_t>(hearers.size()));
    view.text("says", hearers.empty() ? "Those you choose will see this, and nobody else."
                                      : fmt::format("{} will see this, and nobody else.", joined_names(names)));
    view.text("capacities_in_words", by_capacity.empty() ? by_capacity : by_capacity + ".");
    html::View::List people;
    for (auto const& hearer : hearers) {
        html::View line;
        line.text("name", hearer.name).text("capacity", std::string{in_words(hearer.capacity)});
        people.push_back(std::move(line));
    }
    view.list("people", std::move(people));
    view.text("names_page", std::move(names_page));
    return view;
}

}  // namespace kith::messages
