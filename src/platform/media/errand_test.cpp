#include "platform/media/errand.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/child.hpp"
#include "platform/media/worker.hpp"
#include "support/samples.hpp"
#include "support/temporary_folder.hpp"

namespace kith::media {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;
using test::sample;

// What the system does behind a socket of its own: a program for each who comes, with the line as its input and output.
class Listening {
public:
    explicit Listening(std::string program) : program_{std::move(program)} {
        sockaddr_un address{AF_UNIX, {}};
        std::ranges::copy(path(), address.sun_path);
        if (::bind(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0 ||
            ::listen(socket_, 8) != 0)
            std::abort();
        thread_ = std::thread{[this] {
            for (int line; (line = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0; ::close(line)) {
                Child worker{program_, {}, {line, line}};
                ++started_;
                worker.wait(steady_clock::now() + seconds{60});
            }
        }};
    }
    ~Listening() {
        ::shutdown(socket_, SHUT_RDWR);
        thread_.join();
        ::close(socket_);
    }
    std::string path() const { return folder_.path() / "pictures.socket"; }
    int started() const { return started_; }

private:
    test::TemporaryFolder folder_;
    std::string program_;
    int socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    std::atomic<int> started_ = 0;
    std::thread thread_;
};

Deadline soon() { return steady_clock::now() + seconds{60}; }

TEST(Errand, says_the_same_at_a_socket_as_by_a_process) {
    Listening const listening{worker_program()};
    for (auto const* name : {"picture.jpg", "document.pdf", "truncated.jpg", "locked.pdf"}) {
        auto const file = sample(name);
        auto const at_socket = said_at_socket(listening.path(), file, soon());
        auto const by_process = said_by_process(worker_program(), file, soon());
        ASSERT_TRUE(at_socket && by_process) << name;
        EXPECT_TRUE(*at_socket == *by_process) << name;
    }
    EXPECT_EQ(listening.started(), 4);
}

// More than the socket holds, to a program that reads none of it.
TEST(Errand, is_not_held_up_by_a_worker_that_does_not_read) {
    Listening const listening{"/bin/true"};
    auto const said = said_at_socket(listening.path(), std::string(8 * 1024 * 1024, 'x'), soon());
    ASSERT_FALSE(said);
    EXPECT_NE(said.error(), Refused::unknown);
}

TEST(Errand, waits_no_longer_than_it_may) {
    Listening const listening{"/bin/cat"};
    auto const said = said_at_socket(listening.path(), std::string(64, 'x'), soon());
    ASSERT_TRUE(said);
    EXPECT_EQ(*said, std::string(64, 'x'));
    auto const over = said_at_socket(listening.path(), std::string(64, 'x'), steady_clock::now());
    ASSERT_FALSE(over);
    EXPECT_EQ(over.error(), Refused::too_slow);
}

TEST(Errand, tells_whoever_runs_it_that_nobody_listens) {
    EXPECT_THROW((void)said_at_socket("/nowhere/pictures.socket", "x", soon()), std::runtime_error);
    EXPECT_THROW((void)said_at_socket(std::string(200, 'a'), "x", soon()), std::runtime_error);
    EXPECT_THROW((void)said_by_process("/nowhere/kith-pictures", "x", soon()), std::runtime_error);
}

}  // namespace
}  // namespace kith::media
