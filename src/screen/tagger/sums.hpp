// Sums of rows of weights, one weight of 8 bits for each label, all labels of a row at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "screen/tagger/chain.hpp"

namespace kith::screen::tagger {

// Of no more rows than a token has features: 16 bits are enough for each sum.
class Sum {
public:
    struct Kept {
        std::int16_t of[label_count];
    };

    void add(signed char const* row) {
        std::uint64_t first = 0;
        std::uint16_t rest = 0;
        std::memcpy(&first, row, sizeof first);
        std::memcpy(&rest, row + sizeof first, sizeof rest);
        Narrow bytes;
        std::memcpy(&bytes, &first, sizeof bytes);
        low_ += __builtin_convertvector(bytes, Wide);
        std::uint64_t const last = rest;
        std::memcpy(&bytes, &last, sizeof bytes);
        high_ += __builtin_convertvector(bytes, Wide);
    }
    void add(Kept const& kept) {
        Wide first, rest{};
        std::memcpy(&first, kept.of, sizeof first);
        std::memcpy(&rest, kept.of + lanes, sizeof kept.of - sizeof first);
        low_ += first;
        high_ += rest;
    }
    void add(Sum const& other) {
        low_ += other.low_;
        high_ += other.high_;
    }
    Kept keep() const {
        Kept kept;
        std::memcpy(kept.of, &low_, sizeof low_);
        std::memcpy(kept.of + lanes, &high_, sizeof kept.of - sizeof low_);
        return kept;
    }
    Scores scores() const {
        auto const kept = keep();
        Scores all;
        for (std::size_t label = 0; label < label_count; ++label) all[label] = kept.of[label];
        return all;
    }

private:
    static constexpr std::size_t lanes = 8;
    static_assert(label_count == lanes + 2);
    using Narrow = signed char __attribute__((vector_size(lanes)));
    using Wide = std::int16_t __attribute__((vector_size(lanes * 2)));
    Wide low_{}, high_{};
};

}  // namespace kith::screen::tagger
