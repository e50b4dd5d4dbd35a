#include "platform/copies/bytes.hpp"

namespace kith::copies {

namespace {

constexpr unsigned bits_a_byte = 7;
constexpr std::uint8_t more = 0x80;

}  // namespace

void BytesOut::number(std::uint64_t value) {
    for (; value >= more; value >>= bits_a_byte) byte(static_cast<std::uint8_t>(value | more));
    byte(static_cast<std::uint8_t>(value));
}

std::uint64_t BytesIn::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += bits_a_byte) {
        auto const next = byte();
        value |= static_cast<std::uint64_t>(next & ~more) << shift;
        if (!(next & more)) return value;
    }
    throw Damaged{"a number without an end"};
}

std::string_view BytesIn::raw(std::size_t count) {
    if (count > rest_.size()) throw Damaged{"it ends too early"};
    auto const taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
}

}  // namespace kith::copies
