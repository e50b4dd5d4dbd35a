#include "domain/search/search.hpp"

#include <array>

#include "base/named.hpp"

namespace kith {

namespace {

constexpr std::array kinds{
    Named{SearchKind::anything, "any", "Anything"},
    Named{SearchKind::posts, "post", "Posts"},
    Named{SearchKind::answers, "answer", "Answers"},
    Named{SearchKind::messages, "message", "Messages"},
};
constexpr std::array sinces{
    Named{SearchSince::ever, "ever", "At any time"},
    Named{SearchSince::week, "week", "In the last week"},
    Named{SearchSince::month, "month", "In the last month"},
    Named{SearchSince::year, "year", "In the last year"},
};
constexpr std::array orders{
    Named{SearchOrder::newest, "newest", "Newest first"},
    Named{SearchOrder::best, "best", "Best match first"},
};

// What is in no list means the first.
template <class List>
auto value_or_first(List const& list, std::string_view text) {
    return value_named(list, text).value_or(list.front().value);
}

}  // namespace

std::string_view stored(SearchKind kind) { return named(kinds, kind).stored; }
std::string_view stored(SearchSince since) { return named(sinces, since).stored; }
std::string_view stored(SearchOrder order) { return named(orders, order).stored; }
std::string_view in_words(SearchKind kind) { return named(kinds, kind).words; }
std::string_view in_words(SearchSince since) { return named(sinces, since).words; }
std::string_view in_words(SearchOrder order) { return named(orders, order).words; }
SearchKind search_kind_from(std::string_view text) { return value_or_first(kinds, text); }
SearchSince search_since_from(std::string_view text) { return value_or_first(sinces, text); }
SearchOrder search_order_from(std::string_view text) { return value_or_first(orders, text); }

}  // namespace kith
