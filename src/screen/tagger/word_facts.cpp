#include "screen/tagger/word_facts.hpp"

namespace kith::screen::tagger {

namespace {

constexpr std::size_t words_head_bytes = 16;
constexpr unsigned bucket_bits_max = 20;

}  // namespace

WordFacts WordFacts::read(Model const& model) {
    WordFacts known;
    auto names = model.section("names");
    known.slots_ = Slots::take(names);
    if (known.slots_.size() != 0 && names.size() >= known.slots_.size())
        known.facts_ = reinterpret_cast<unsigned char const*>(names.data());
    auto const words = model.section("words");
    if (words.size() > words_head_bytes) {
        auto const bits = read_32(words.data());
        if (bits <= bucket_bits_max && (words.size() - words_head_bytes) >> bits >= looks_count) {
            known.mask_ = (1U << bits) - 1;
            known.weights_ = reinterpret_cast<signed char const*>(words.data() + words_head_bytes);
        }
    }
    return known;
}

Facts WordFacts::facts(std::uint32_t hash) const {
    if (facts_ == nullptr) return {};
    auto const member = slots_.find(hash);
    return member == Slots::none ? Facts{} : Facts{facts_[member]};
}

Guess WordFacts::guess(std::string_view lower) const {
    Guess guess;
    if (weights_ == nullptr) return guess;
    for_runs(lower, [&](std::uint32_t run) {
        signed char const* const weights = weights_ + std::size_t{run & mask_} * looks_count;
        for (std::size_t i = 0; i < looks_count; ++i) guess.votes[i] += weights[i];
    });
    return guess;
}

}  // namespace kith::screen::tagger
