#include "base/child.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <system_error>

namespace kith {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

ChildLimits const some{std::uint64_t{1} << 30, 1, 32};

struct Outcome {
    std::string said;
    std::optional<int> how;
};

Outcome ran(std::string const& script, std::string_view input, std::optional<ChildLimits> const& limits) {
    std::array<int, 2> pipe{-1, -1};
    EXPECT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    int const file = file_in_memory(input);
    Child child{"/bin/sh", {"-c", script}, {file, pipe[1]}, limits};
    ::close(pipe[1]);
    Outcome outcome;
    std::array<char, 256> bytes{};
    for (ssize_t got = 0; (got = ::read(pipe[0], bytes.data(), bytes.size())) > 0;)
        outcome.said.append(bytes.data(), static_cast<std::size_t>(got));
    outcome.how = child.wait(Clock::now() + 60s);
    ::close(pipe[0]);
    ::close(file);
    return outcome;
}

TEST(Child, reads_what_it_is_given_and_is_given_nothing_else) {
    ::setenv("KITH_TOLD", "a secret", 1);
    int const open = ::fcntl(0, F_DUPFD, 100);  // without CLOEXEC: it must be closed all the same
    auto const outcome =
        ran("cat; env | grep -c KITH; ls /proc/self/fd | grep -cx " + std::to_string(open), "the file\n", some);
    ::close(open);
    EXPECT_EQ(outcome.said, "the file\n0\n0\n");
}

TEST(Child, is_told_when_its_time_is_over) {
    auto const outcome = ran("while :; do :; done", "", some);
    ASSERT_TRUE(outcome.how);
    EXPECT_TRUE(WIFSIGNALED(*outcome.how));
    EXPECT_EQ(WTERMSIG(*outcome.how), SIGXCPU);
}

TEST(Child, writes_no_file) {
    auto const outcome = ran(
        "trap '' XFSZ; echo x > /tmp/kith-child-$$ 2>/dev/null && echo written; rm -f /tmp/kith-child-$$", "", some);
    EXPECT_EQ(outcome.said, "");
}

TEST(Child, is_ended_with_its_owner) {
    std::array<int, 2> pipe{-1, -1};
    ASSERT_EQ(::pipe2(pipe.data(), O_CLOEXEC), 0);
    int const file = file_in_memory("");
    {
        Child child{"/bin/sh", {"-c", "echo here; exec sleep 600"}, {file, pipe[1]}};
        ::close(pipe[1]);
        char first = 0;
        EXPECT_EQ(::read(pipe[0], &first, 1), 1);
        EXPECT_FALSE(child.wait(Clock::now() + 10ms));
    }
    std::array<char, 16> rest{};
    while (::read(pipe[0], rest.data(), rest.size()) > 0) {
    }  // ends: nobody holds the other end any more
    ::close(pipe[0]);
    ::close(file);
}

TEST(FileInMemory, cannot_be_changed) {
    int const file = file_in_memory("as it is");
    EXPECT_EQ(::write(file, "x", 1), -1);
    EXPECT_EQ(::ftruncate(file, 2), -1);
    EXPECT_EQ(::ftruncate(file, 200), -1);
    std::array<char, 16> bytes{};
    EXPECT_EQ(::read(file, bytes.data(), bytes.size()), 8);
    EXPECT_EQ(std::string(bytes.data()), "as it is");
    ::close(file);
}

}  // namespace
}  // namespace kith
