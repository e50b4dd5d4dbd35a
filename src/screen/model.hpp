// What the engine has learnt, in one versioned file: weights, word lists, rates.
//
// The file: "KITHSCR1"; the version of its content and the count of its sections, 32 bits
// each; for each section 8 bytes of name (padded with zeros), its offset and its size,
// 32 bits each; the sections, each at a multiple of 8 bytes; at the end 64 bits FNV-1a of
// all that stands before. Numbers are little endian. What a section holds is said where it
// is read. Sections: "tagger", "gate", "words", "names" (tagger/), "places" (jigsaw/), "tone" (tone/).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::screen {

class Model {
public:
    // Knows nothing.
    Model() = default;
    // `bytes` stay the caller's and must live as long; nothing is copied. Nothing when they are
    // no model, were changed, or are of a later format.
    static std::optional<Model> read(std::string_view bytes);

    std::uint32_t version() const { return version_; }
    std::uint64_t checksum() const { return checksum_; }
    // Empty when there is none of that name.
    std::string_view section(std::string_view name) const;

private:
    struct Section {
        std::string_view name, bytes;
    };
    std::uint32_t version_ = 0;
    std::uint64_t checksum_ = 0;
    std::vector<Section> sections_;
};

// For programs that write one: the whole file of these sections, in this order.
struct NamedSection {
    std::string_view name, bytes;
};
std::string write_model(std::uint32_t version, std::span<NamedSection const> sections);

}  // namespace kith::screen
