#include "domain/asks/ask.hpp"

#include <array>

#include "base/named.hpp"

namespace kith {

namespace {

constexpr std::array wants{
    Named{Wants::listen, "listen", "someone to listen"}, Named{Wants::ideas, "ideas", "ideas"},
    Named{Wants::resource, "resource", "a resource"},    Named{Wants::referral, "referral", "a referral"},
    Named{Wants::today, "today", "someone today"},
};
constexpr std::array bys{
    Named{By::hour, "hour", "within the hour"},
    Named{By::today, "today", "today"},
    Named{By::week, "week", "this week"},
    Named{By::whenever, "whenever", "no hurry"},
};
constexpr std::array reaches{
    Named{Reach::everyone, "everyone"},
    Named{Reach::around, "around"},
    Named{Reach::field, "field"},
};
constexpr std::array ends{
    Named{AskEnd::closed, "closed"},
    Named{AskEnd::lapsed, "lapsed"},
    Named{AskEnd::rested, "rested"},
};
constexpr std::array helps{
    Named{Helped::unsaid, ""},
    Named{Helped::yes, "yes", "Yes, it helped"},
    Named{Helped::partly, "partly", "A little"},
    Named{Helped::no, "no", "Not this time"},
};

}  // namespace

std::string_view stored(Wants value) { return named(wants, value).stored; }
std::string_view in_words(Wants value) { return named(wants, value).words; }
std::optional<Wants> wants_from(std::string_view text) { return value_named(wants, text); }

std::string_view stored(By value) { return named(bys, value).stored; }
std::string_view in_words(By value) { return named(bys, value).words; }
std::optional<By> by_from(std::string_view text) { return value_named(bys, text); }

std::string_view stored(Reach value) { return named(reaches, value).stored; }
std::optional<Reach> reach_from(std::string_view text) { return value_named(reaches, text); }

std::string_view stored(AskEnd value) { return named(ends, value).stored; }
std::optional<AskEnd> ask_end_from(std::string_view text) { return value_named(ends, text); }

std::string_view stored(Helped value) { return named(helps, value).stored; }
std::string_view in_words(Helped value) { return named(helps, value).words; }
std::optional<Helped> helped_from(std::string_view text) { return value_named(helps, text); }

}  // namespace kith
