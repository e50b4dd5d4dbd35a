// One connection, from its first byte to its last: reads a request, has it answered by a
// worker, writes the answer, and again; or becomes a live stream. net/README.md draws it.
//
// Belongs to its loop's thread. While a worker has it (`Phase::answering`), the request
// and the response are the worker's alone. Keeps itself alive by its coroutine.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/net/loop.hpp"
#include "platform/net/reply.hpp"
#include "platform/net/shared.hpp"

namespace kith::net {

class Connection final : public std::enable_shared_from_this<Connection>, private Job {
public:
    // Starts the conversation on the loop's thread. The census has counted the peer already.
    static void begin(Shared&, Loop&, Socket, Peer);

    Connection(Shared&, Loop&, Socket, Peer);
    ~Connection();

    // For the loop.
    std::size_t place_in_loop = 0;
    Clock::time_point due() const { return due_; }
    void on_due();
    void on_completed();
    void on_events();
    void stop(Loop::Haste);

private:
    enum class Phase { idle, reading, answering, writing, streaming, lingering };
    enum class Interruption { none, late, stopping };
    enum class Read { request, refused, over };
    enum class Task_of_worker { answer, subscribe };

    static Task<void> live(std::shared_ptr<Connection>);
    Task<void> converse();
    Task<bool> shake_hands();

    Task<Read> read_request();
    Task<Read> read_body(Framing);
    void expect_more_of_body();
    Task<bool> send_go_ahead();
    Task<bool> fill();
    Task<bool> wait(Progress);
    Read refuse(Refusal);
    bool take_long_body();
    void end_long_body();
    void skip_empty_lines();
    void prepare_request(std::string_view peer);

    void run() noexcept override;  // on a worker's thread
    void answer() noexcept;
    void subscribe() noexcept;
    void compose();

    Task<bool> send();
    Progress push_out();
    Task<void> linger();

    Task<void> stream();
    Task<bool> send_batch();
    Progress push_batch();
    void watch_for_hang_up();
    void on_readable();
    void release_for_stream();

    void expect_within(Phase, std::chrono::milliseconds);
    void interrupt(Interruption);

    Shared& shared_;
    Loop& loop_;
    Socket socket_;
    Transport transport_;
    Peer peer_;

    Phase phase_ = Phase::reading;
    Interruption interruption_ = Interruption::none;
    Task_of_worker task_of_worker_ = Task_of_worker::answer;
    Clock::time_point due_ = Clock::time_point::max();
    Wake wake_;

    std::string input_;  // bytes that came and are not used yet
    Refusal refusal_;
    Framing framing_;
    ReplyRules rules_;
    // Of a body that is one of the few at once: who sends it, when it must be whole, and how much must be there when it
    // is next looked at.
    struct LongBody {
        PeerKey key;
        LongBodies::Sender sender;
        Clock::time_point over;
        std::size_t bytes_next = 0;
    };
    std::optional<LongBody> long_body_;
    http::Request request_;
    http::Response response_;
    std::string head_;                          // of the answer
    std::array<std::string_view, 2> outgoing_;  // what is left to write of head and body

    struct Stream;  // only while it is one
    std::unique_ptr<Stream> stream_;
};

}  // namespace kith::net
