#include "screen/tagger/evidence.hpp"

#include <algorithm>

namespace kith::screen::tagger {

namespace {

constexpr std::size_t places_min = 256;

}  // namespace

void Evidence::begin(std::size_t tokens) {
    // What a long text needed is too much to empty for each short one.
    if (auto const enough = std::max(places_min, tokens * 4); places_.size() > enough) places_.resize(places_min);
    std::ranges::fill(places_, 0U);
    if (places_.empty()) places_.resize(places_min);
    words_.clear();
    numbers.resize(tokens);
}

void Evidence::make_room() {
    places_.assign(places_.size() * 2, 0);
    auto const mask = places_.size() - 1;
    for (std::uint32_t number = 0; number < words_.size(); ++number) {
        auto at = words_[number].word & mask;
        while (places_[at] != 0) at = (at + 1) & mask;
        places_[at] = number + 1;
    }
}

std::uint32_t Evidence::number_of(std::uint32_t word) {
    if (words_.size() * 2 >= places_.size()) make_room();
    auto const mask = places_.size() - 1;
    auto at = word & mask;
    for (; places_[at] != 0; at = (at + 1) & mask)
        if (words_[places_[at] - 1].word == word) return places_[at] - 1;
    words_.push_back({word});
    places_[at] = static_cast<std::uint32_t>(words_.size());
    return places_[at] - 1;
}

}  // namespace kith::screen::tagger
