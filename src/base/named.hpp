// The values of an enum as they are stored and sent, and as people read them: one list for each enum.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

namespace kith {

template <class Value>
struct Named {
    Value value;
    std::string_view stored;
    std::string_view words{};  // for people; empty where nobody reads it
};

// The line of a value. The list must hold every value of its enum.
template <class List, class Value>
constexpr auto const& named(List const& list, Value value) {
    return *std::ranges::find(list, value, &List::value_type::value);
}

// The value stored under this name; nothing where there is none.
template <class List>
constexpr auto value_named(List const& list, std::string_view stored) -> std::optional<decltype(list.front().value)> {
    auto const found = std::ranges::find(list, stored, &List::value_type::stored);
    if (found == list.end()) return std::nullopt;
    return found->value;
}

}  // namespace kith
