#include "domain/asks/ask.hpp"

#include <algorithm>

namespace kith {

namespace {

template <class Value>
struct Words {
    Value value;
    std::string_view stored, words;
};

constexpr std::array wants{
    Words{Wants::listen, "listen", "someone to listen"}, Words{Wants::ideas, "ideas", "ideas"},
    Words{Wants::resource, "resource", "a resource"},    Words{Wants::referral, "referral", "a referral"},
    Words{Wants::today, "today", "someone today"},
};
constexpr std::array bys{
    Words{By::hour, "hour", "within the hour"},
    Words{By::today, "today", "today"},
    Words{By::week, "week", "this week"},
    Words{By::whenever, "whenever", "no hurry"},
};
constexpr std::array reaches{
    Words{Reach::everyone, "everyone", ""},
    Words{Reach::around, "around", ""},
    Words{Reach::field, "field", ""},
};
constexpr std::array ends{
    Words{AskEnd::closed, "closed", ""},
    Words{AskEnd::lapsed, "lapsed", ""},
    Words{AskEnd::rested, "rested", ""},
};
constexpr std::array helps{
    Words{Helped::unsaid, "", ""},
    Words{Helped::yes, "yes", "Yes, it helped"},
    Words{Helped::partly, "partly", "A little"},
    Words{Helped::no, "no", "Not this time"},
};

template <class List, class Value>
auto const& words_of(List const& list, Value value) {
    return *std::ranges::find_if(list, [&](auto const& each) { return each.value == value; });
}

template <class List>
auto value_from(List const& list, std::string_view text) -> std::optional<decltype(list.front().value)> {
    for (auto const& each : list)
        if (each.stored == text) return each.value;
    return std::nullopt;
}

}  // namespace

std::string_view stored(Wants value) { return words_of(wants, value).stored; }
std::string_view in_words(Wants value) { return words_of(wants, value).words; }
std::optional<Wants> wants_from(std::string_view text) { return value_from(wants, text); }

std::string_view stored(By value) { return words_of(bys, value).stored; }
std::string_view in_words(By value) { return words_of(bys, value).words; }
std::optional<By> by_from(std::string_view text) { return value_from(bys, text); }

std::string_view stored(Reach value) { return words_of(reaches, value).stored; }
std::optional<Reach> reach_from(std::string_view text) { return value_from(reaches, text); }

std::string_view stored(AskEnd value) { return words_of(ends, value).stored; }
std::optional<AskEnd> ask_end_from(std::string_view text) { return value_from(ends, text); }

std::string_view stored(Helped value) { return words_of(helps, value).stored; }
std::string_view in_words(Helped value) { return words_of(helps, value).words; }
std::optional<Helped> helped_from(std::string_view text) { return value_from(helps, text); }

}  // namespace kith
