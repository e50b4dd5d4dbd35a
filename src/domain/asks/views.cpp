#include "domain/asks/views.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "platform/html/markdown.hpp"

namespace kith::asks {

namespace {

constexpr std::size_t glimpse_characters_max = 160;

std::string glimpse(Ask const& ask) { return text::shortened(text::one_line(ask.body), glimpse_characters_max); }

// What the asker is told of it, which never depends on who has passed.
std::string_view state_in_words(Listed const& listed) {
    if (listed.ask.end == AskEnd::lapsed) return "Closed by itself";
    if (listed.ask.end) return "Closed";
    return listed.has_offers ? "You have an offer" : "On its way";
}

void add_common(html::View& view, Listed const& listed) {
    auto const& ask = listed.ask;
    view.text("id", ask.id.text()).text("group_id", ask.group.text()).text("group_name", listed.group_name);
    view.text("wants", std::string{stored(ask.wants)}).text("by", std::string{stored(ask.by)});
    view.text("wish_in_words", wish_in_words(ask)).text("glimpse", glimpse(ask));
    view.text("asked_at", iso(ask.told_at())).text("asked_in_words", in_words(ask.told_at()));
}

}  // namespace

std::string on_the_wall(Promise const& promise, Time time) {
    auto const wall = promise.zone->wall(time);
    return fmt::format("{}, {}", day_in_words(wall.day), clock_from(wall.minute));
}

std::string wish_in_words(Ask const& ask) {
    auto wish = std::string{in_words(ask.wants)};
    wish.front() = static_cast<char>(wish.front() - 'a' + 'A');
    if (ask.wants == Wants::today && ask.by == By::today) return wish;
    return fmt::format("{}, {}", wish, in_words(ask.by));
}

std::string sent_in_words(Ask const& ask) {
    auto const people = ask.people == 1 ? std::string{"one person"} : fmt::format("{} people", ask.people);
    switch (ask.reach) {
        case Reach::everyone: return fmt::format("It went to {}.", people);
        case Reach::around: return fmt::format("It went to {} who said they were around.", people);
        case Reach::field:
            return fmt::format("It went to {} who {} about {}.", people, ask.people == 1 ? "knows" : "know", ask.field);
    }
    return {};
}

html::View reaching_view(Listed const& listed) {
    html::View view;
    add_common(view, listed);
    view.text("asker", listed.asker_name).flag("offered", listed.offered);
    return view;
}

html::View own_view(Listed const& listed) {
    html::View view;
    add_common(view, listed);
    view.flag("ended", listed.ask.end.has_value()).flag("has_offers", listed.has_offers);
    view.text("state_in_words", std::string{state_in_words(listed)});
    return view;
}

html::View offer_view(Offer const& offer, posts::Company& company) {
    html::View view;
    view.text("person", offer.person.text()).text("name", offer.name).text("words", offer.words);
    view.markup("words_html",
                offer.words.empty() ? html::Markup{} : html::markdown(offer.words, company.mentionable(offer.words)));
    view.text("offered_at", iso(offer.offered_at)).text("offered_in_words", in_words(offer.offered_at));
    view.flag("helped", offer.helped);
    return view;
}

}  // namespace kith::asks
