// Another program that reads a hostile file for us, with little to do harm with.
//
// How it is started and what it is left with: base/child.hpp, with limits on memory, processor time and files written
// (none). It is killed when it takes too long, when we no longer read, or when we end.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/child.hpp"
#include "scan/bytes.hpp"

namespace kith::scan {

inline constexpr std::uint64_t child_memory_bytes_max = std::uint64_t{1} << 30;
inline constexpr std::uint64_t child_processor_seconds_max = 60;
inline constexpr std::chrono::seconds child_time_max{120};
inline constexpr std::uint64_t child_output_bytes_max = std::uint64_t{256} << 20;

// What a child writes. Ended and waited for by the destructor at the latest.
class ChildSource : public ByteSource {
public:
    // `path` of a program; `input` becomes its standard input and stays the caller's. Throws Unreadable.
    ChildSource(std::string const& path, std::vector<std::string> const& words, int input);
    ~ChildSource() override;
    ChildSource(ChildSource const&) = delete;
    ChildSource& operator=(ChildSource const&) = delete;

    // Throws Unreadable when time or output run out. At the end the child has been waited for.
    std::size_t read(char* to, std::size_t most) override;

    // After the end: how it ended (status of exit, nothing when it was killed), and the beginning of what it complained
    // of.
    std::optional<int> status() const { return status_; }
    std::string const& complaints() const { return complaints_; }

private:
    void finish();

    std::optional<Child> child_;
    int output_ = -1, errors_ = -1;
    std::chrono::steady_clock::time_point until_;
    std::uint64_t given_ = 0;
    std::optional<int> status_;
    std::string complaints_;
};

// Where a program lies, looked for in PATH and the usual folders.
std::optional<std::string> find_program(std::string const& name);
// A file in memory alone, of these bytes, read from its beginning. Throws Unreadable.
int file_in_memory(std::string_view bytes);

}  // namespace kith::scan
