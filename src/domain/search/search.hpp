// A search: what somebody is looking for, among what they may see and nothing else.
//
// What a person searches for is content: it stands in no address that can be read, in no log and no table. The form
// is sent, and its answer leads to an address in which the question is sealed with the session's own secret
// (sealed.hpp): back, reload and the next page work as everywhere, and after the session nobody can read it.
// (An answer to the form itself would be gone at the first step back: browsers do not keep what they must not store.)
//
// No answer says how many there are. To others' circles the index is not asked at all (platform/sql/text_search.hpp),
// so that neither what is found nor how long it takes depends on them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.hpp"

namespace kith {

inline constexpr std::size_t search_characters_max = 200;   // typed; the rest is passed over
inline constexpr std::size_t search_words_max = 16;         // likewise
inline constexpr std::size_t beginning_characters_min = 3;  // shorter last words are whole ones
inline constexpr std::size_t results_on_a_page = 20;
inline constexpr std::size_t ranked_max = 300;       // best first: the best of so many of the newest
inline constexpr std::size_t looked_at_max = 1'000;  // by a narrowed search at once; then it offers to go on
inline constexpr std::size_t excerpt_characters_max = 240;
inline constexpr std::size_t conversations_searched_max = 200;  // those that moved last

enum class SearchKind { anything, posts, answers, messages };
enum class SearchSince { ever, week, month, year };
enum class SearchOrder { newest, best };

struct Question {
    std::string words;   // as typed, on one line
    std::string author;  // a name or its beginning; empty: anybody
    std::optional<GroupId> group;
    std::optional<TopicId> topic;
    SearchKind kind = SearchKind::anything;
    SearchSince since = SearchSince::ever;
    SearchOrder order = SearchOrder::newest;

    bool is_narrowed() const {
        return !author.empty() || topic || kind != SearchKind::anything || since != SearchSince::ever;
    }
    bool is_empty() const { return words.empty() && !is_narrowed(); }
};

// Where a page begins: after what stood last on the one before.
struct SearchPlace {
    std::int64_t score = INT64_MAX;
    std::int64_t number = INT64_MAX;
};

std::string_view stored(SearchKind);
std::string_view stored(SearchSince);
std::string_view stored(SearchOrder);
std::string_view in_words(SearchKind);
std::string_view in_words(SearchSince);
std::string_view in_words(SearchOrder);
// Anything else is the first.
SearchKind search_kind_from(std::string_view stored);
SearchSince search_since_from(std::string_view stored);
SearchOrder search_order_from(std::string_view stored);

}  // namespace kith
