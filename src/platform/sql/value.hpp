// A value on its way into a statement. It only looks at what it was made from:
// text and blobs must live until the call that takes it returns.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.hpp"
#include "base/time.hpp"

namespace kith::sql {

struct Value {
    enum class Type { integer, text, blob };

    Type type;
    bool null = false;
    std::int64_t integer = 0;
    std::string_view bytes;  // of text and blob

    Value(std::int64_t v) : type{Type::integer}, integer{v} {}
    Value(int v) : type{Type::integer}, integer{v} {}
    Value(std::size_t v) : type{Type::integer}, integer{static_cast<std::int64_t>(v)} {}
    Value(bool v) : type{Type::integer}, integer{v ? 1 : 0} {}
    Value(Time v) : type{Type::integer}, integer{v.milliseconds} {}
    Value(std::string_view v) : type{Type::text}, bytes{v} {}
    Value(std::string const& v) : type{Type::text}, bytes{v} {}
    Value(char const* v) : type{Type::text}, bytes{v} {}
    Value(std::span<std::uint8_t const> v)
        : type{Type::blob}, bytes{reinterpret_cast<char const*>(v.data()), v.size()} {}
    // Bytes that a string holds: what is sealed, hashed or packed.
    static Value blob(std::string_view v) {
        return Value{std::span{reinterpret_cast<std::uint8_t const*>(v.data()), v.size()}};
    }
    template <class Thing>
    Value(Id<Thing> const& v) : Value{v.blob()} {}
    template <class T>
    Value(std::optional<T> const& v) : Value{v ? Value{*v} : none<T>()} {}

private:
    template <class T>
    static Value none() {
        static T const sample{};
        Value value{sample};
        value.null = true;
        return value;
    }
};

}  // namespace kith::sql
