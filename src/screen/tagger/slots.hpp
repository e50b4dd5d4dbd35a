// A fixed set of hashes in few bytes, each with a number from 0: a view into a section of the
// model.
//
// The bytes: how many bits of a hash choose a slot, the count of members, how
// many slots share a rank (64) and nothing, 32 bits each; a map of bits, which slots are taken; for each 64 slots how
// many are taken before, 32 bits; for each member 8 bits of its hash's rest. A hash that is not in the set is taken for
// a member once in some hundred times the share of slots taken.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::screen::tagger {

// Spreads every bit over all.
constexpr std::uint32_t mix(std::uint32_t h) {
    h = (h ^ (h >> 16)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13)) * 0xC2B2AE35U;
    return h ^ (h >> 16);
}
// Two in one, in this order.
constexpr std::uint32_t both(std::uint32_t a, std::uint32_t b) {
    return (a * 0x9E3779B1U) ^ (b + 0x7F4A7C15U + (a << 6));
}

class Slots {
public:
    static constexpr std::uint32_t none = ~0U;
    static constexpr unsigned slot_bits_min = 8, slot_bits_max = 22;

    Slots() = default;
    // Takes its part off the front of `bytes`. Empty when that is damaged.
    static Slots take(std::string_view& bytes);

    std::uint32_t size() const { return count_; }
    // The member's number, or `none`. `hash` is mixed already.
    std::uint32_t find(std::uint32_t hash) const;
    // Of those of `hashes` that are members, the numbers, in the same order, into `members`, which has room for all.
    // How many they are. Much quicker than one by one: it never waits for a guess at which are.
    std::size_t find_all(std::span<std::uint32_t const> hashes, std::uint32_t* members) const;

private:
    char const *taken_ = nullptr, *ranks_ = nullptr, *rests_ = nullptr;
    std::uint32_t mask_ = 0, count_ = 0;
};

// For programs that write one. Of hashes that share a slot the first stays;
// Members are numbered in order of their slots; `order` gives for each member which of the hashes it was.
struct WrittenSlots {
    std::string bytes;
    std::vector<std::uint32_t> order;
};
WrittenSlots write_slots(std::vector<std::uint32_t> const& hashes, unsigned slot_bits);

// Little-endian numbers at any address.
std::uint32_t read_32(char const*);
std::uint64_t read_64(char const*);
void append_32(std::string&, std::uint32_t);

}  // namespace kith::screen::tagger
