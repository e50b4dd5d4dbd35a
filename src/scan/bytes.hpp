// Where the bytes of a document come from: a file, memory, a member of an archive, a child's output.
//
// A ByteSource gives its bytes once, in order, to one thread. `Unreadable` says in plain
// words, for a person, why a document or the rest of it cannot be read; it is thrown by the
// sources and by readers of formats, and caught where one document ends and the next begins.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace kith::scan {

struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class ByteSource {
public:
    virtual ~ByteSource() = default;
    // Up to `most` bytes; 0 only at the end. Throws Unreadable.
    virtual std::size_t read(char* to, std::size_t most) = 0;
};

// An open file, closed at the end. Regular files and pipes.
class FileSource : public ByteSource {
public:
    explicit FileSource(int descriptor) : descriptor_{descriptor} {}
    ~FileSource() override;
    FileSource(FileSource const&) = delete;
    FileSource& operator=(FileSource const&) = delete;

    std::size_t read(char* to, std::size_t most) override;
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

// Opens a regular file for reading. Throws Unreadable.
int open_file(std::string const& path);

// The bytes stay the caller's.
class MemorySource : public ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : bytes_{bytes} {}
    std::size_t read(char* to, std::size_t most) override;

private:
    std::string_view bytes_;
};

// First `head`, then what is left of `rest`.
class JoinedSource : public ByteSource {
public:
    JoinedSource(std::string head, ByteSource& rest) : head_{std::move(head)}, rest_{rest} {}
    std::size_t read(char* to, std::size_t most) override;

private:
    std::string head_;
    std::size_t given_ = 0;
    ByteSource& rest_;
};

enum class Order : std::uint8_t { little_endian, big_endian };

// UTF-16 as UTF-8.
class Utf16Source : public ByteSource {
public:
    Utf16Source(ByteSource& units, Order order) : units_{units}, order_{order} {}
    std::size_t read(char* to, std::size_t most) override;

private:
    void convert(std::string_view bytes, bool last);

    ByteSource& units_;
    Order order_;
    std::string rest_, made_;
    std::size_t given_ = 0;
    char32_t high_ = 0;  // half of a pair that waits for the other
    bool ended_ = false;
};

// All there is. Throws Unreadable with `too_large` when that is more than `most`.
std::string read_all(ByteSource&, std::size_t most, std::string const& too_large);
// Fills `to` as far as there is something. Returns how much.
std::size_t read_fully(ByteSource&, char* to, std::size_t most);

}  // namespace kith::scan
