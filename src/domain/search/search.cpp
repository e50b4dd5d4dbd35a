#include "domain/search/search.hpp"

#include <algorithm>
#include <array>

namespace kith {

namespace {

template <class Choice>
struct Words {
    Choice choice;
    std::string_view stored, said;
};

constexpr std::array kinds{
    Words{SearchKind::anything, "any", "Posts and answers"},
    Words{SearchKind::posts, "post", "Posts"},
    Words{SearchKind::answers, "answer", "Answers"},
};
constexpr std::array sinces{
    Words{SearchSince::ever, "ever", "At any time"},
    Words{SearchSince::week, "week", "In the last week"},
    Words{SearchSince::month, "month", "In the last month"},
    Words{SearchSince::year, "year", "In the last year"},
};
constexpr std::array orders{
    Words{SearchOrder::newest, "newest", "Newest first"},
    Words{SearchOrder::best, "best", "Best match first"},
};

template <class List, class Choice>
auto const& entry_of(List const& list, Choice choice) {
    return *std::ranges::find(list, choice, &List::value_type::choice);
}

template <class List>
auto choice_from(List const& list, std::string_view text) {
    auto const* const found = std::ranges::find(list, text, &List::value_type::stored);
    return found == list.end() ? list.front().choice : found->choice;
}

}  // namespace

std::string_view stored(SearchKind kind) { return entry_of(kinds, kind).stored; }
std::string_view stored(SearchSince since) { return entry_of(sinces, since).stored; }
std::string_view stored(SearchOrder order) { return entry_of(orders, order).stored; }
std::string_view in_words(SearchKind kind) { return entry_of(kinds, kind).said; }
std::string_view in_words(SearchSince since) { return entry_of(sinces, since).said; }
std::string_view in_words(SearchOrder order) { return entry_of(orders, order).said; }
SearchKind search_kind_from(std::string_view text) { return choice_from(kinds, text); }
SearchSince search_since_from(std::string_view text) { return choice_from(sinces, text); }
SearchOrder search_order_from(std::string_view text) { return choice_from(orders, text); }

}  // namespace kith
