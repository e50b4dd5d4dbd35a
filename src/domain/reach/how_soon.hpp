// How soon a member wishes to hear of a group when they are away; and the sorts of things they are told of.
//
// What leaves Kith is told from these two alone: an enum and some numbers.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/notices/notice.hpp"

namespace kith {

enum class HowSoon { at_once, daily, weekly, never };

inline constexpr std::array how_soon_choices{HowSoon::at_once, HowSoon::daily, HowSoon::weekly, HowSoon::never};
inline constexpr HowSoon how_soon_by_default = HowSoon::daily;

std::string_view stored(HowSoon);    // "at_once"
std::string_view in_words(HowSoon);  // "At once"
std::optional<HowSoon> how_soon_from(std::string_view stored);

// At once means: after a moment in which more may come, and not more often than this.
inline constexpr std::chrono::minutes gathering{1};
inline constexpr std::chrono::minutes at_once_gap{15};
// When the letter of the day is written, on the clock of the person's place.
inline constexpr int digest_minute = 8 * 60;

namespace reach {

enum class Sort { answers, mentions, asks, messages, kind_words, newcomers, others, posts };
inline constexpr std::size_t sorts = 8;

Sort sort_of(NoticeKind);

struct Counts {
    std::array<std::int64_t, sorts> of{};

    std::int64_t& operator[](Sort sort) { return of[static_cast<std::size_t>(sort)]; }
    std::int64_t operator[](Sort sort) const { return of[static_cast<std::size_t>(sort)]; }
    bool any() const;

    std::string stored() const;  // "2 0 1 0 0 0 0 7"
    static std::optional<Counts> from(std::string_view stored);
};

}  // namespace reach
}  // namespace kith
