#include "screen/tagger/slots.hpp"

#include <bit>
#include <cstring>
#include <string>

namespace kith::screen::tagger {

namespace {

constexpr std::size_t head_bytes = 16, slots_a_rank = 64, alignment = 8;

std::size_t padded(std::size_t size) { return (size + alignment - 1) / alignment * alignment; }

unsigned char rest_of(std::uint32_t hash) { return static_cast<unsigned char>(hash >> 24); }

}  // namespace

std::uint32_t read_32(char const* at) {
    std::uint32_t value;
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(&value, at, sizeof value);
    return value;
}

std::uint64_t read_64(char const* at) {
    std::uint64_t value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

void append_32(std::string& out, std::uint32_t value) {
    for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

Slots Slots::take(std::string_view& bytes) {
    if (bytes.size() < head_bytes) return {};
    auto const slot_bits = read_32(bytes.data()), count = read_32(bytes.data() + 4);
    if (slot_bits < slot_bits_min || slot_bits > slot_bits_max || read_32(bytes.data() + 8) != slots_a_rank) return {};
    std::size_t const slots = std::size_t{1} << slot_bits;
    if (count > slots) return {};
    std::size_t const map_bytes = slots / 8, rank_bytes = slots / slots_a_rank * 4;
    std::size_t const size = head_bytes + map_bytes + padded(rank_bytes) + padded(count);
    if (bytes.size() < size) return {};
    Slots view;
    view.taken_ = bytes.data() + head_bytes;
    view.ranks_ = view.taken_ + map_bytes;
    view.rests_ = view.ranks_ + padded(rank_bytes);
    view.mask_ = static_cast<std::uint32_t>(slots - 1);
    view.count_ = count;
    bytes.remove_prefix(size);
    return view;
}

std::uint32_t Slots::find(std::uint32_t hash) const {
    if (count_ == 0) return none;
    std::uint32_t const slot = hash & mask_;
    auto const word = read_64(taken_ + slot / slots_a_rank * 8);
    auto const bit = std::uint64_t{1} << (slot % slots_a_rank);
    if ((word & bit) == 0) return none;
    auto const rank =
        read_32(ranks_ + slot / slots_a_rank * 4) + static_cast<std::uint32_t>(std::popcount(word & (bit - 1)));
    // A damaged map may count beyond the members there are.
    return rank < count_ && static_cast<unsigned char>(rests_[rank]) == rest_of(hash) ? rank : none;
}

std::size_t Slots::find_all(std::span<std::uint32_t const> hashes, std::uint32_t* members) const {
    if (count_ == 0) return 0;
    // First those whose slot is taken, kept in `members` for now; without branches.
    std::size_t taken = 0;
    for (auto const hash : hashes) {
        auto const slot = hash & mask_;
        members[taken] = hash;
        taken += static_cast<unsigned char>(taken_[slot / 8]) >> (slot % 8) & 1U;
    }
    std::size_t found = 0;
    for (std::size_t i = 0; i < taken; ++i) {
        auto const hash = members[i], slot = hash & mask_;
        auto const word = read_64(taken_ + slot / slots_a_rank * 8);
        auto const below = (std::uint64_t{1} << (slot % slots_a_rank)) - 1;
        auto const rank =
            read_32(ranks_ + slot / slots_a_rank * 4) + static_cast<std::uint32_t>(std::popcount(word & below));
        bool const within = rank < count_;
        members[found] = rank;
        found += within && static_cast<unsigned char>(rests_[within ? rank : 0]) == rest_of(hash);
    }
    return found;
}

WrittenSlots write_slots(std::vector<std::uint32_t> const& hashes, unsigned slot_bits) {
    std::size_t const slots = std::size_t{1} << slot_bits;
    std::vector<std::uint32_t> at(slots, Slots::none);
    for (std::uint32_t i = 0; i < hashes.size(); ++i) {
        auto& slot = at[hashes[i] & (slots - 1)];
        if (slot == Slots::none) slot = i;
    }
    WrittenSlots written;
    std::string map(slots / 8, '\0'), ranks, rests;
    for (std::size_t slot = 0; slot < slots; ++slot) {
        if (slot % slots_a_rank == 0) append_32(ranks, static_cast<std::uint32_t>(written.order.size()));
        if (at[slot] == Slots::none) continue;
        map[slot / 8] = static_cast<char>(static_cast<unsigned char>(map[slot / 8]) | 1U << (slot % 8));
        rests += static_cast<char>(rest_of(hashes[at[slot]]));
        written.order.push_back(at[slot]);
    }
    append_32(written.bytes, slot_bits);
    append_32(written.bytes, static_cast<std::uint32_t>(written.order.size()));
    append_32(written.bytes, slots_a_rank);
    append_32(written.bytes, 0);
    ranks.resize(padded(ranks.size()));
    rests.resize(padded(rests.size()));
    written.bytes += map + ranks + rests;
    return written;
}

}  // namespace kith::screen::tagger
