// Another program that reads a hostile file for us, with little to do harm with.
//
// Started without a shell, with an empty environment but for the language, nothing open but what it is given, no way to
// gain rights, and limits where they are given. It is killed and waited for at the latest when its `Child` goes, and by
// the system when we end. What cannot be had from the system throws std::system_error.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct ChildLimits {
    std::uint64_t memory_bytes_max, processor_seconds_max, files_open_max;
};

// What becomes its standard input, output and errors; each stays the caller's. -1 for errors: they go nowhere.
struct ChildEnds {
    int input = -1, output = -1, errors = -1;
};

class Child {
public:
    Child(std::string const& path, std::vector<std::string> const& words, ChildEnds,
          std::optional<ChildLimits> const& = {});
    ~Child() { kill(); }
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    // How it ended, as waitpid tells it; nothing where it has not by then. Once.
    std::optional<int> wait(std::chrono::steady_clock::time_point until);
    void kill();

private:
    pid_t id_ = -1;
};

// A file in memory alone, of these bytes, sealed against any change, to be read from its beginning.
int file_in_memory(std::string_view bytes);

// Of the program that calls it. Its time over, it is told so by SIGXCPU, and a second later ended: a limit that is
// reached at once with the last one would look like any other end.
bool limit_processor_time(std::uint64_t seconds);

}  // namespace kith
