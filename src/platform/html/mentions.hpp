// Who is meant by "@Ada Example" in a text: the names of those who could be.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::html {

// Made once for a group's members and then only read, by any thread. Keeps copies.
class MentionNames {
public:
    MentionNames() = default;
    explicit MentionNames(std::span<std::string const> names);

    // A name that `text` begins with, the longest where several do. Case (ASCII)
    // does not matter; the name ends where no letter or digit follows.
    struct Match {
        std::string_view name;             // as its owner writes it
        std::vector<std::size_t> indices;  // into the names given: all who are called so
        std::size_t bytes;                 // of `text`
    };
    // Nothing matched: bytes is 0.
    Match longest_at(std::string_view text) const;
    bool empty() const { return sorted_.empty(); }

private:
    struct Entry {
        std::string lower;
        std::string name;
        std::size_t index;
    };
    std::vector<Entry> sorted_;  // by `lower`
    std::size_t longest_bytes_ = 0;
};

// Whether an @ at `at` begins a word, so that "ada@example.org" mentions nobody.
bool begins_word(std::string_view text, std::size_t at);

}  // namespace kith::html
