#include "platform/html/address.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/text.hpp"

namespace kith::html {

namespace {

constexpr std::string_view replacement_character = "\uFFFD";

std::string utf8(std::uint32_t point) {
    auto const tail = [&](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x80) return {static_cast<char>(point)};
    if (point < 0x800) return {static_cast<char>(0xC0 | (point >> 6)), tail(0)};
    if (point < 0x10000) return {static_cast<char>(0xE0 | (point >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | (point >> 18)), tail(12), tail(6), tail(0)};
}

}  // namespace

std::string entity_text(std::string_view entity) {
    if (entity == "&amp;") return "&";
    if (entity == "&lt;") return "<";
    if (entity == "&gt;") return ">";
    if (entity == "&quot;") return "\"";
    if (entity == "&apos;") return "'";
    if (!entity.starts_with("&#")) return std::string{entity};
    entity.remove_prefix(2);
    int const base = entity.starts_with('x') || entity.starts_with('X') ? 16 : 10;
    if (base == 16) entity.remove_prefix(1);
    std::uint32_t point = 0;
    auto const read = std::from_chars(entity.data(), entity.data() + entity.size(), point, base);
    bool const is_text = read.ec == std::errc{} && (point >= 0x20 || point == '\n' || point == '\t') &&
                         point < 0x110000 && !(point >= 0x7F && point < 0xA0) && !(point >= 0xD800 && point < 0xE000);
    return is_text ? utf8(point) : std::string{replacement_character};
}

std::optional<std::string> link_address(std::string_view address) {
    static constexpr std::string_view beginnings[] = {"http://", "https://", "mailto:"};
    auto const lower = text::ascii_lower(address.substr(0, 8));
    auto const begins = [&](std::string_view beginning) { return lower.starts_with(beginning); };
    auto const beginning = std::ranges::find_if(beginnings, begins);
    if (beginning == std::end(beginnings) || address.size() == beginning->size()) return std::nullopt;
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string link;
    link.reserve(address.size());
    for (char c : address) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '\\' || c == '"' || c == '<' || c == '>') return std::nullopt;
        if (byte < 0x80)
            link += c;
        else
            link += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return link;
}

}  // namespace kith::html
