#include "domain/reach/letters.hpp"

namespace kith::reach {

namespace {

using mail::Count;
using mail::Link;
using mail::Part;
using mail::Words;

Count counted(Sort sort, std::int64_t number) {
    switch (sort) {
        case Sort::answers: return {number, "answer", "answers"};
        case Sort::mentions: return {number, "mention", "mentions"};
        case Sort::asks: return {number, "ask", "asks"};
        case Sort::messages: return {number, "message", "messages"};
        case Sort::kind_words: return {number, "kind word", "kind words"};
        case Sort::newcomers: return {number, "newcomer waiting", "newcomers waiting"};
        case Sort::others: return {number, "other thing", "other things"};
        case Sort::posts: return {number, "new post", "new posts"};
    }
    return {number, "thing", "things"};
}

// "There are two answers, one mention and three new posts for you in Kith."
std::vector<Part> sentence(Counts const& counts) {
    std::vector<Part> named;
    for (std::size_t i = 0; i < sorts; ++i)
        if (counts.of[i] > 0) named.emplace_back(counted(static_cast<Sort>(i), counts.of[i]));
    if (named.empty()) return {Words{"There is something for you in Kith."}};
    bool const single = std::get<Count>(named.front()).number == 1;
    std::vector<Part> parts{single ? Words{"There is "} : Words{"There are "}};
    for (std::size_t i = 0; i < named.size(); ++i) {
        if (i > 0) parts.emplace_back(i + 1 == named.size() ? Words{" and "} : Words{", "});
        parts.push_back(named[i]);
    }
    parts.emplace_back(Words{" for you in Kith."});
    return parts;
}

Words subject_of(HowSoon how_soon) {
    switch (how_soon) {
        case HowSoon::daily: return "Something for you today";
        case HowSoon::weekly: return "Something for you this week";
        default: return "Something for you";
    }
}

Words path_of(HowSoon how_soon) {
    switch (how_soon) {
        case HowSoon::daily: return "/digest/day";
        case HowSoon::weekly: return "/digest/week";
        default: return "/notices";
    }
}

}  // namespace

mail::Letter news_letter(HowSoon how_soon, Counts const& counts, mail::Origin const& origin, mail::Secret const& stop) {
    return {
        .subject = subject_of(how_soon),
        .paragraphs = {sentence(counts)},
        .link = Link{origin, path_of(how_soon)},
        .after = {{Words{"This e-mail says no more than that, so that nobody else learns anything from it. How often "
                         "it comes is yours to choose under Me, Reaching me."}}},
        .stop = Link{origin, "/reach/stop/", stop}};
}

mail::Letter confirmation_letter(mail::Origin const& origin, mail::Secret const& confirm) {
    return {.subject = "Is this your address?",
            .paragraphs = {{Words{"Somebody wishes to be reached at this address. If that was you, open this link and "
                                  "say yes:"}}},
            .link = Link{origin, "/reach/confirm/", confirm},
            .after = {{Words{"If it was not you, do nothing. No more will come."}}}};
}

mail::Letter warning_letter(mail::Origin const& origin) {
    return {.subject = "Was this you?",
            .paragraphs = {{Words{"Somebody says that they are you and have lost every way into Kith. Others who know "
                                  "you have said the same. If it was you, do nothing. If not, sign in here and stop it "
                                  "now:"}}},
            .link = Link{origin, "/me/getting-in"},
            .after = {{Words{"You have two days. This e-mail comes whatever you have chosen about others, because it "
                             "is about who can get in as you."}}}};
}

mail::Letter trial_letter(mail::Origin const& origin) {
    return {.subject = "A trial",
            .paragraphs = {{Words{"Letters arrive. The place they come from is at this address:"}}},
            .link = Link{origin, "/"}};
}

}  // namespace kith::reach
