#include "platform/net/peer.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>

namespace kith::net {

namespace {

constexpr std::size_t counted_ipv6_bytes = 8;

std::string_view last_entry(http::Request const& request, std::string_view name) {
    std::string_view value;
    for (auto const& [field, text] : request.headers) {
        if (field == name) value = text;
    }
    if (auto const comma = value.rfind(','); comma != std::string_view::npos) value.remove_prefix(comma + 1);
    while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
    while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
    return value;
}

bool is_address(std::string const& text) {
    in6_addr room;
    return inet_pton(AF_INET, text.c_str(), &room) == 1 || inet_pton(AF_INET6, text.c_str(), &room) == 1;
}

PeerKey key_of_ipv4(void const* bytes) {
    PeerKey key{};
    std::memcpy(key.data(), bytes, 4);
    key[15] = 4;  // apart from every IPv6 network
    return key;
}

PeerKey key_of_ipv6(in6_addr const& address) {
    if (IN6_IS_ADDR_V4MAPPED(&address)) return key_of_ipv4(address.s6_addr + 12);
    PeerKey key{};
    std::copy_n(address.s6_addr, counted_ipv6_bytes, key.begin());
    return key;
}

}  // namespace

PeerKey key_of(std::string const& address) {
    in6_addr room{};
    if (inet_pton(AF_INET, address.c_str(), &room) == 1) return key_of_ipv4(room.s6_addr);
    if (inet_pton(AF_INET6, address.c_str(), &room) == 1) return key_of_ipv6(room);
    return {};
}

Peer peer_of(sockaddr_storage const& from) {
    Peer peer;
    char text[INET6_ADDRSTRLEN] = "";
    auto const take_ipv4 = [&](void const* bytes) {
        inet_ntop(AF_INET, bytes, text, sizeof text);
        peer.key = key_of_ipv4(bytes);
    };
    if (from.ss_family == AF_INET) {
        take_ipv4(&reinterpret_cast<sockaddr_in const&>(from).sin_addr);
    } else if (from.ss_family == AF_INET6) {
        auto const& address = reinterpret_cast<sockaddr_in6 const&>(from).sin6_addr;
        if (IN6_IS_ADDR_V4MAPPED(&address)) {
            take_ipv4(address.s6_addr + 12);
        } else {
            inet_ntop(AF_INET6, &address, text, sizeof text);
            peer.key = key_of_ipv6(address);
        }
    }
    peer.address = text;
    return peer;
}

void believe_proxy(http::Request& request) {
    std::string client(last_entry(request, "x-forwarded-for"));
    if (is_address(client)) request.peer = std::move(client);
    auto const scheme = last_entry(request, "x-forwarded-proto");
    if (scheme == "https") request.scheme = http::Scheme::https;
    if (scheme == "http") request.scheme = http::Scheme::http;
}

bool Census::enter(PeerKey const& key) {
    std::lock_guard const lock(mutex_);
    if (connections_ >= connections_max_) return false;
    auto& count = of_peer_[key];
    if (count >= per_peer_max_) return false;
    ++count;
    ++connections_;
    return true;
}

void Census::leave(PeerKey const& key) {
    std::lock_guard const lock(mutex_);
    --connections_;
    auto const found = of_peer_.find(key);
    if (--found->second == 0) of_peer_.erase(found);
}

std::size_t Census::connections() const {
    std::lock_guard const lock(mutex_);
    return connections_;
}

}  // namespace kith::net
