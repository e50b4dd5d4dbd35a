// What an authenticator writes (CBOR, RFC 8949), read piece by piece on libcbor.
//
// Reads as CTAP2 writes: lengths are always given, nothing is nested deeper than `nesting_max`. Nothing is copied and
// no memory is taken: an item's bytes lie in what was handed in, which must outlive them. A fault is for ever: after it
// every answer is nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kith::proofs {

struct CborItem {
    enum class Kind { integer, bytes, text, array, map, other };
    Kind kind = Kind::other;
    std::int64_t integer = 0;  // of an integer; other numbers and simple values are `other`
    std::string_view bytes{};  // of bytes and text
    std::uint64_t count = 0;   // items of an array, pairs of a map: they follow
};

class CborReader {
public:
    static constexpr int nesting_max = 8;

    explicit CborReader(std::string_view bytes) : bytes_{bytes} {}

    // The next item; of an array or a map its head alone.
    std::optional<CborItem> next();
    // Passes over one item with all that is in it. False where there is none.
    bool skip();
    // How many bytes were read.
    std::size_t offset() const { return offset_; }
    bool at_end() const { return !broken_ && offset_ == bytes_.size(); }

private:
    bool skip(int depth);
    std::string_view bytes_;
    std::size_t offset_ = 0;
    bool broken_ = false;
};

}  // namespace kith::proofs
