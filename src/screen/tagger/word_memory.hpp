// What the tagger has worked out of single words, and of kinds of words side by side, for the next time they come.
//
// A caller that looks at many texts, or at one text many times, makes one and names it in Settings: most words of a
// text have come before. What is found does not depend on it. One thread at a time; below two megabytes for drafts and
// seven for archives, whatever comes, and room for the longest text that was looked at (buffers.hpp). It holds words
// that were read, so its owner lets it go when they should be gone.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "screen/tagger/attributes.hpp"
#include "screen/tagger/gate.hpp"
#include "screen/tagger/questions.hpp"
#include "screen/tagger/sums.hpp"

namespace kith::screen {

namespace tagger {

struct Buffers;  // buffers.hpp

// A short word as two numbers and its length, by which it is told from any other.
struct ShortWord {
    std::uint64_t front = 0, end = 0;
    std::uint32_t size = 0;

    static constexpr std::size_t bytes_max = 16;
    explicit ShortWord(std::string_view);  // of 1 to bytes_max bytes
    // What is no word of letters, by all that counts of it.
    ShortWord(Shape form, std::uint32_t what) : front{what}, size{256 + static_cast<std::uint32_t>(form)} {}
    ShortWord() = default;
    bool operator==(ShortWord const&) const = default;
};

// What a word is wherever it stands.
struct KnownWord {
    ShortWord word;
    std::uint64_t id = 0;  // another for each word that was ever kept; 0: none
    Attributes attributes;
    GateWeights gate;
    std::uint32_t text = 0, number = 0;  // of the word in the text that it was last seen in (evidence.hpp)
    bool has_rows = false;
    signed char rows[places_count][label_count] = {};  // as a neighbour, by its place
};

// A token by all that is asked of it as a neighbour besides its very word.
using KindOfToken = std::uint64_t;

struct KnownToken {
    std::uint64_t id = 0;  // of its word
    KindOfToken kind = 0;
    Sum::Kept sum;
};

struct KnownPair {
    bool taken = false;
    KindOfToken first = 0, second = 0;
    Sum::Kept of_first, of_second;
};

// The weights of one answer; nothing but zeros for one that no model row is about.
struct KnownRow {
    std::uint32_t answer = 0;
    signed char weights[label_count] = {};
};

}  // namespace tagger

// For one text again and again, or for many with words of their own.
enum class MemorySize : std::uint8_t { draft, archive };

class WordMemory {
public:
    explicit WordMemory(MemorySize = MemorySize::draft);
    WordMemory(WordMemory&&) noexcept;
    WordMemory& operator=(WordMemory&&) noexcept;
    ~WordMemory();
    // Of another model nothing is kept.
    void keep_for(std::uint64_t model_checksum);

    // Another text begins.
    void begin_text() { ++text_; }
    std::uint32_t text() const { return text_; }
    tagger::Buffers& buffers() { return *buffers_; }

    // The place for a word of a hash, with what is kept there, of whatever word.
    tagger::KnownWord& place_of_word(std::uint32_t hash) { return words_[hash * 0x9E3779B1U >> (32 - bits_.words)]; }
    tagger::KnownToken& place_of_token(std::uint64_t id, tagger::KindOfToken);
    tagger::KnownPair& place_of_pair(tagger::KindOfToken first, tagger::KindOfToken second);
    tagger::KnownRow& place_of_answer(std::uint32_t hash) {
        return rows_[(hash ^ hash >> bits_.rows) & ((1U << bits_.rows) - 1)];
    }
    tagger::KnownWord& word(std::uint32_t place) { return words_[place]; }
    std::uint32_t number_of(tagger::KnownWord const& word) const {
        return static_cast<std::uint32_t>(&word - words_.data());
    }
    std::uint64_t next_id() { return ++last_id_; }

private:
    // How many of each are kept, as powers of two.
    struct Bits {
        unsigned words = 12, tokens = 13, pairs = 12, rows = 13;
    };

    void forget();

    Bits bits_;
    std::uint64_t model_ = 0;
    std::uint64_t last_id_ = 0;
    std::uint32_t text_ = 0;
    std::unique_ptr<tagger::Buffers> buffers_;
    std::vector<tagger::KnownWord> words_;
    std::vector<tagger::KnownToken> tokens_;
    std::vector<tagger::KnownPair> pairs_;
    std::vector<tagger::KnownRow> rows_;
};

}  // namespace kith::screen
