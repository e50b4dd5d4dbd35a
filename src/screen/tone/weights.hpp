// What was learnt of how contempt sounds: a logistic regression over hashed pieces of a sentence.
//
// Pieces: each word, each two words, the runs of three to five letters in a word with its ends, and the sorts of
// words (words.hpp) that occur. A swear word, and a word of the dialects on whose tweets the corpus is unfair (see the
// model card), is none of them: it is left out.
//
// The section "tone": "TN1\0"; the logarithm of the number of buckets, a byte, three bytes of nothing; the bias,
// the scale and the bound above which a sentence is marked, 32-bit floats; then a signed byte for each bucket.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "screen/model.hpp"
#include "screen/tone/sentences.hpp"

namespace kith::screen::tone {

class Weights {
public:
    // Empty when the model has none; a view of its bytes.
    static Weights read(Model const&);
    bool empty() const { return bytes_.empty(); }
    float bound() const { return bound_; }
    // The logarithm of the odds, with the same length counting the same.
    float score(std::string_view lower, std::span<Heard const> sentence) const;

private:
    std::string_view bytes_;
    unsigned log_buckets_ = 0;
    float bias_ = 0, scale_ = 0, bound_ = 0;
};

// For the trainer as well: the hashes of a sentence's pieces, each once.
std::vector<std::uint32_t> pieces_of(std::string_view lower, std::span<Heard const> sentence);
constexpr std::uint32_t bucket_of(std::uint32_t hash, unsigned log_buckets) {
    return (hash * 0x9E3779B1U) >> (32 - log_buckets);
}

}  // namespace kith::screen::tone
