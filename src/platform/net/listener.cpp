#include "platform/net/listener.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace kith::net {

namespace {

constexpr int waiting_connections_max = 4096;

socklen_t fill_in(sockaddr_storage& storage, std::string const& address, std::uint16_t port) {
    if (auto& ipv4 = reinterpret_cast<sockaddr_in&>(storage);
        inet_pton(AF_INET, address.c_str(), &ipv4.sin_addr) == 1) {
        ipv4.sin_family = AF_INET;
        ipv4.sin_port = htons(port);
        return sizeof ipv4;
    }
    if (auto& ipv6 = reinterpret_cast<sockaddr_in6&>(storage);
        inet_pton(AF_INET6, address.c_str(), &ipv6.sin6_addr) == 1) {
        ipv6.sin6_family = AF_INET6;
        ipv6.sin6_port = htons(port);
        return sizeof ipv6;
    }
    throw std::runtime_error(fmt::format("\"{}\" is not an IP address to listen on", address));
}

}  // namespace

Listener::Listener(std::string const& address, std::uint16_t port) {
    sockaddr_storage storage{};
    auto size = fill_in(storage, address == "localhost" ? "127.0.0.1" : address, port);
    descriptor_ = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int const on = 1;
    if (descriptor_ >= 0) ::setsockopt(descriptor_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    auto* const generic = reinterpret_cast<sockaddr*>(&storage);
    if (descriptor_ < 0 || ::bind(descriptor_, generic, size) != 0 ||
        ::listen(descriptor_, waiting_connections_max) != 0 || ::getsockname(descriptor_, generic, &size) != 0) {
        auto const why = errno;
        if (descriptor_ >= 0) ::close(descriptor_);
        throw std::runtime_error(fmt::format("Cannot listen on {} port {}: {}", address, port, std::strerror(why)));
    }
    port_ = ntohs(storage.ss_family == AF_INET ? reinterpret_cast<sockaddr_in&>(storage).sin_port
                                               : reinterpret_cast<sockaddr_in6&>(storage).sin6_port);
}

Listener::~Listener() { ::close(descriptor_); }

Listener::Accepted Listener::accept() {
    using Outcome = Accepted::Outcome;
    for (;;) {
        sockaddr_storage from{};
        socklen_t size = sizeof from;
        int const descriptor =
            ::accept4(descriptor_, reinterpret_cast<sockaddr*>(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            int const on = 1;
            ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            return {Outcome::connection, descriptor, peer_of(from), from.ss_family == AF_INET6};
        }
        switch (errno) {
            case EAGAIN: return {Outcome::none_waiting};
            case EMFILE:
            case ENFILE:
            case ENOBUFS:
            case ENOMEM: return {Outcome::exhausted};
            default: continue;  // that one connection was broken before it began
        }
    }
}

}  // namespace kith::net
