// Ids: 128 bits, typed per thing, so that a post's id cannot stand where a
// group's is wanted.
//
// Two makings: `random` says nothing about when (groups, people, invitations);
// `ordered` begins with the millisecond, as UUIDv7 does (RFC 9562 section 5.7),
// so that rows written together lie together (posts, notices). An id prints as
// 22 characters of base 62, in the same order as its bytes.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace kith {

inline constexpr std::size_t id_bytes = 16;
inline constexpr std::size_t id_text_bytes = 22;

using IdBytes = std::array<std::uint8_t, id_bytes>;

namespace detail {
IdBytes random_id_bytes();
IdBytes ordered_id_bytes(Time now);
std::string id_text(IdBytes const&);
std::optional<IdBytes> id_parse(std::string_view);
}  // namespace detail

template <class Thing>
struct Id {
    IdBytes bytes{};

    static Id random() { return {detail::random_id_bytes()}; }
    static Id ordered(Time now) { return {detail::ordered_id_bytes(now)}; }
    // Nothing for text that is not exactly what text() prints.
    static std::optional<Id> parse(std::string_view text) {
        auto bytes = detail::id_parse(text);
        if (!bytes) return std::nullopt;
        return Id{*bytes};
    }
    std::string text() const { return detail::id_text(bytes); }
    std::span<std::uint8_t const> blob() const { return bytes; }

    friend bool operator==(Id const&, Id const&) = default;
    friend auto operator<=>(Id const&, Id const&) = default;
};

}  // namespace kith

template <class Thing>
struct std::hash<kith::Id<Thing>> {
    std::size_t operator()(kith::Id<Thing> const& id) const noexcept {
        std::size_t value;
        std::memcpy(&value, id.bytes.data() + 8, sizeof value);  // the random half in both makings
        return value;
    }
};
