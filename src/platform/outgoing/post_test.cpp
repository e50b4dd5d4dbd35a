// What may be connected to: the public network, and nothing that lies behind our own door.
#include "platform/outgoing/post.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

namespace kith::outgoing {
namespace {

bool public_4(char const* text) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    EXPECT_EQ(inet_pton(AF_INET, text, &address.sin_addr), 1) << text;
    return is_public(reinterpret_cast<sockaddr const*>(&address));
}

bool public_6(char const* text) {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    EXPECT_EQ(inet_pton(AF_INET6, text, &address.sin6_addr), 1) << text;
    return is_public(reinterpret_cast<sockaddr const*>(&address));
}

TEST(Guard, OnlyThePublicNetwork) {
    for (auto const* text : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255",
                             "172.32.0.0", "192.167.0.1", "198.20.0.0", "223.255.255.255"})
        EXPECT_TRUE(public_4(text)) << text;
    for (auto const* text : {"0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254",
                             "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.0.0.8", "192.0.2.1", "198.18.0.1",
                             "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"})
        EXPECT_FALSE(public_4(text)) << text;
    for (auto const* text : {"2a00:1450:4001:81b::200e", "2606:4700::1111"}) EXPECT_TRUE(public_6(text)) << text;
    for (auto const* text : {"::", "::1", "::ffff:10.0.0.1", "::ffff:1.1.1.1", "64:ff9b::a00:1", "fe80::1", "fc00::1",
                             "fd12::1", "ff02::1", "2001::1", "2001:db8::1", "2002:a00:1::"})
        EXPECT_FALSE(public_6(text)) << text;
}

TEST(Guard, OnlyPlainHttps) {
    for (auto const* url : {"https://push.example/a", "https://push.example:443/a?b=c"})
        EXPECT_TRUE(is_public_https(url, Loopback::refused)) << url;
    for (auto const* url :
         {"http://push.example/a", "https://push.example:22/a", "https://user@push.example/",
          "https://a:b@push.example/", "ftp://push.example/", "https://", "//push.example",
          "https://push.example/\r\nHost: x", "https://a b/", "", "file:///etc/passwd", "https://127.0.0.1:8443/"})
        EXPECT_FALSE(is_public_https(url, Loopback::refused)) << url;
    EXPECT_TRUE(is_public_https("https://127.0.0.1:8443/", Loopback::allowed));
    EXPECT_FALSE(is_public_https("https://10.0.0.1:8443/", Loopback::allowed));
    EXPECT_EQ(origin_of("https://push.example/a/b?c"), "https://push.example");
}

// By number or by a name of this machine: refused as it connects, before a byte is sent.
TEST(Guard, HoldsWhenItConnects) {
    for (auto const* url : {"https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://0.0.0.0/",
                            "https://2130706433/", "https://0x7f.1/"}) {
        auto const posted = post(url, {}, "words", Loopback::refused, {});
        EXPECT_EQ(posted.status, 0) << url;
        EXPECT_NE(posted.explanation, "") << url;
    }
}

}  // namespace
}  // namespace kith::outgoing
