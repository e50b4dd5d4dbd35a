// Numbers, texts and rows as bytes, and back. Reading what is not whole throws Damaged.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kith::copies {

// What was read is not what was written, or cannot be read with this key.
struct Damaged : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class BytesOut {
public:
    void byte(std::uint8_t value) { bytes.push_back(static_cast<char>(value)); }
    void number(std::uint64_t);  // seven bits a byte, the lowest first
    void raw(std::string_view text) { bytes.append(text); }
    void text(std::string_view value) {
        number(value.size());
        raw(value);
    }
    std::string bytes;
};

class BytesIn {
public:
    explicit BytesIn(std::string_view bytes) : rest_{bytes} {}
    bool done() const { return rest_.empty(); }
    std::uint8_t byte() { return static_cast<std::uint8_t>(raw(1)[0]); }
    std::uint64_t number();
    std::string_view raw(std::size_t count);
    std::string_view text() { return raw(number()); }

private:
    std::string_view rest_;
};

}  // namespace kith::copies
