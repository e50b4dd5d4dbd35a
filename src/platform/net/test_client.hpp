// For the tests of this folder: a server that runs on a thread, and a client that sends
// exactly the bytes it is given. Reads give up after five seconds.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "platform/net/server.hpp"

namespace kith::net {

using namespace std::chrono_literals;

class RunningServer {
public:
    RunningServer(Settings settings, Handler handler) : server_(on_free_port(std::move(settings)), std::move(handler)) {
        thread_ = std::thread([this] { server_.run(); });
    }
    explicit RunningServer(Handler handler) : RunningServer(Settings{}, std::move(handler)) {}
    ~RunningServer() { finish(); }
    void finish() {
        server_.stop();
        if (thread_.joinable()) thread_.join();
    }
    void stop() { server_.stop(); }
    std::uint16_t port() const { return server_.port(); }

private:
    static Settings on_free_port(Settings settings) {
        settings.port = 0;
        return settings;
    }
    Server server_;
    std::thread thread_;
};

struct Answer {
    int status = 0;  // 0: the connection ended, or nothing came
    std::string head;
    std::string body;
    bool has(std::string_view line) const { return head.find(line) != std::string::npos; }
    bool closes() const { return has("\r\nConnection: close\r\n"); }
};

class Client {
public:
    enum class Security { none, tls };

    explicit Client(std::uint16_t port, Security security = Security::none, std::string const& address = "127.0.0.1") {
        socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        timeval const patience{5, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in from{}, to{};
        from.sin_family = to.sin_family = AF_INET;
        from.sin_addr.s_addr = inet_addr(address.c_str());
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        to.sin_port = htons(port);
        ::bind(socket_, reinterpret_cast<sockaddr*>(&from), sizeof from);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
            ::close(socket_);
            throw std::runtime_error("refused");
        }
        if (security == Security::tls) secure();
    }
    ~Client() {
        SSL_free(ssl_);
        SSL_CTX_free(context_);
        ::close(socket_);
    }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const sent = ssl_ != nullptr ? SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()))
                                              : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    Client& say(std::string_view bytes) {
        send(bytes);
        return *this;
    }

    Answer read(std::string_view method = "GET") {
        Answer answer;
        auto const end = read_until("\r\n\r\n");
        if (end == std::string::npos) return answer;
        answer.head = input_.substr(0, end);
        input_.erase(0, end);
        answer.status = std::atoi(answer.head.substr(9, 3).c_str());
        auto const length = answer.head.find("\r\nContent-Length: ");
        if (length == std::string::npos || method == "HEAD") return answer;
        auto const bytes = static_cast<std::size_t>(std::atoll(answer.head.c_str() + length + 18));
        while (input_.size() < bytes && more()) {
        }
        answer.body = input_.substr(0, bytes);
        input_.erase(0, answer.body.size());
        return answer;
    }
    // Everything up to and with `mark`; npos when it does not come.
    std::size_t read_until(std::string_view mark) {
        for (;;) {
            if (auto const at = input_.find(mark); at != std::string::npos) return at + mark.size();
            if (!more()) return std::string::npos;
        }
    }
    // True when the server has ended the connection, within the five seconds, and nothing else came.
    bool ends() {
        while (more()) {
        }
        return ended_ && input_.empty();
    }
    std::string const& input() const { return input_; }
    void forget_input() { input_.clear(); }
    void reset_hard() {
        linger const none{1, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }
    void no_more_sending() { ::shutdown(socket_, SHUT_WR); }
    int descriptor() const { return socket_; }
    SSL* ssl() const { return ssl_; }

private:
    void secure() {
        context_ = SSL_CTX_new(TLS_client_method());
        ssl_ = SSL_new(context_);
        SSL_set_fd(ssl_, socket_);
        if (SSL_connect(ssl_) != 1) throw std::runtime_error("no handshake");
    }
    bool more() {
        char bytes[65536];
        auto const got =
            ssl_ != nullptr ? SSL_read(ssl_, bytes, sizeof bytes) : ::recv(socket_, bytes, sizeof bytes, 0);
        if (got <= 0) {
            ended_ = ssl_ != nullptr || got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
            return false;
        }
        input_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int socket_ = -1;
    SSL_CTX* context_ = nullptr;
    SSL* ssl_ = nullptr;
    std::string input_;
    bool ended_ = false;
};

inline http::Response text(std::string body) {
    http::Response response;
    response.body = std::move(body);
    response.with("Content-Type", "text/plain");
    return response;
}

// Says back what came.
inline http::Response echo(http::Request const& request) {
    return text(std::string(http::name_of(request.method)) + " " + request.path + "?" + request.query + " " +
                request.body);
}

}  // namespace kith::net
