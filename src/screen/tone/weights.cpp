#include "screen/tone/weights.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen::tone {

namespace {

constexpr std::string_view magic{"TN1\0", 4};
constexpr std::size_t head_bytes = 20, run_bytes_min = 3, run_bytes_max = 5, word_bytes_max = 24;
constexpr unsigned log_buckets_min = 8, log_buckets_max = 20;

// Swearing says nothing about contempt; nor do words of African American English, which the annotators of the
// corpus took for offence.
constexpr std::string_view left_out[] = {
    "fuck",   "fucking", "fucked",  "fuckin", "shit",     "shitty", "shits",  "damn",   "hell",  "crap",
    "bloody", "bugger",  "arse",    "ass",    "bollocks", "piss",   "pissed", "wtf",    "af",    "lmao",
    "lmfao",  "nigga",   "niggas",  "niggaz", "hoe",      "hoes",   "aint",   "dat",    "dis",   "finna",
    "gon",    "imma",    "ima",     "tryna",  "wit",      "yo",     "bruh",   "bro",    "homie", "dawg",
    "yall",   "thot",    "bae",     "gurl",   "tho",      "cuz",    "ya",     "ghetto", "black", "white",
    "pussy",  "bitch",   "bitches", "rt",     "amp",      "http",   "https",  "co",     "t",     "lol",
};

bool is_left_out(std::uint32_t hash) {
    static std::vector<std::uint32_t> const hashes = [] {
        std::vector<std::uint32_t> all;
        for (auto const word : left_out) all.push_back(hash_on(word));
        std::ranges::sort(all);
        return all;
    }();
    return std::ranges::binary_search(hashes, hash);
}

float float_at(std::string_view bytes, std::size_t at) {
    std::uint32_t bits = 0;
    for (std::size_t i = 4; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[at + i]);
    return std::bit_cast<float>(bits);
}

void add_runs(std::string_view word, std::vector<std::uint32_t>& pieces) {
    if (word.size() > word_bytes_max) return;
    std::string const ends = "<" + std::string(word) + ">";
    for (std::size_t from = 0; from < ends.size(); ++from)
        for (std::size_t size = run_bytes_min; size <= run_bytes_max && from + size <= ends.size(); ++size)
            pieces.push_back(hash_on(std::string_view(ends).substr(from, size), hash_on("r ")));
}

}  // namespace

std::vector<std::uint32_t> pieces_of(std::string_view lower, std::span<Heard const> sentence) {
    std::vector<std::uint32_t> pieces;
    Sorts sorts = 0;
    std::uint32_t before = hash_on("^");
    for (auto const& word : sentence) {
        if (is_left_out(word.hash)) continue;
        auto const text = lower.substr(word.start, word.end - word.start);
        pieces.push_back(hash_on(text, hash_on("w ")));
        pieces.push_back(hash_on(text, before ^ hash_on("b ")));
        add_runs(text, pieces);
        before = word.hash;
        sorts |= word.sorts;
    }
    for (unsigned bit = 0; bit < 32; ++bit)
        if ((sorts >> bit & 1U) != 0) pieces.push_back(hash_on("s ", bit * 0x01000193U + 7));
    std::ranges::sort(pieces);
    auto const [first, last] = std::ranges::unique(pieces);
    pieces.erase(first, last);
    return pieces;
}

Weights Weights::read(Model const& model) {
    auto const bytes = model.section("tone");
    if (bytes.size() < head_bytes || !bytes.starts_with(magic)) return {};
    Weights weights;
    weights.log_buckets_ = static_cast<unsigned char>(bytes[4]);
    if (weights.log_buckets_ < log_buckets_min || weights.log_buckets_ > log_buckets_max) return {};
    if (bytes.size() < head_bytes + (std::size_t{1} << weights.log_buckets_)) return {};
    weights.bias_ = float_at(bytes, 8);
    weights.scale_ = float_at(bytes, 12);
    weights.bound_ = float_at(bytes, 16);
    weights.bytes_ = bytes.substr(head_bytes);
    return weights;
}

float Weights::score(std::string_view lower, std::span<Heard const> sentence) const {
    auto const pieces = pieces_of(lower, sentence);
    if (pieces.empty()) return bias_;
    int sum = 0;
    for (auto const piece : pieces) sum += static_cast<signed char>(bytes_[bucket_of(piece, log_buckets_)]);
    return bias_ + static_cast<float>(sum) * scale_ / std::sqrt(static_cast<float>(pieces.size()));
}

}  // namespace kith::screen::tone
