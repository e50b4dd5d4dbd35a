// One connection's bytes in and out, plain or through TLS, without ever waiting.
//
// Reads and writes go straight to the socket and say when they would have to wait,
// and for what; whoever calls waits (net/connection.cpp). So nothing holds a buffer
// while a connection is idle. Used by one thread. Does not own the descriptor.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace kith::net {

// Certificate and key, shared by all connections. Throws std::runtime_error in plain words.
std::shared_ptr<ssl_ctx_st> load_tls(std::string const& certificate_file, std::string const& key_file);

enum class Progress { done, wait_read, wait_write, gone };

struct Moved {
    Progress progress = Progress::done;
    std::size_t bytes = 0;  // when done; never 0 for a non-empty request
};

class Transport {
public:
    static constexpr std::size_t record_bytes = 16 * 1024;  // what one TLS record holds

    Transport(int descriptor, ssl_ctx_st* tls);  // tls: null for plain
    ~Transport();
    Transport(Transport const&) = delete;
    Transport& operator=(Transport const&) = delete;

    bool secure() const { return ssl_ != nullptr; }
    // To be repeated after waiting until it is done. Done at once on a plain connection.
    Progress shake_hands();
    Moved read(std::span<char> into);
    // Several parts in one system call. After a wait it must be called again with the same bytes first.
    Moved write(std::span<std::string_view const> parts);
    // Says that nothing more will be written.
    void finish();

private:
    Progress progress_of(int result);

    int descriptor_;
    ssl_st* ssl_ = nullptr;
};

}  // namespace kith::net
