#include "app/settings.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

TEST(Listen, reads_address_and_port) {
    auto const listen = parse_listen("127.0.0.1:8080");
    ASSERT_TRUE(listen);
    EXPECT_EQ(listen->address, "127.0.0.1");
    EXPECT_EQ(listen->port, 8080);
    EXPECT_EQ(parse_listen("[::1]:80")->address, "::1");
    EXPECT_EQ(parse_listen("localhost:80")->address, "127.0.0.1");
    EXPECT_EQ(parse_listen("9000")->port, 9000);
    EXPECT_EQ(parse_listen("0.0.0.0:0")->port, 0);
}

TEST(Listen, refuses_what_is_no_address) {
    for (auto const* text : {"", ":", "127.0.0.1:", "127.0.0.1:80800", "127.0.0.1:x", "::1:80", "kith.example:80",
                             "[127.0.0.1]:80", "127.0.0.1:80 ", "-1", "1.2.3:80"})
        EXPECT_FALSE(parse_listen(text)) << text;
}

TEST(Origin, is_scheme_and_host_alone) {
    EXPECT_TRUE(is_origin("https://kith.example"));
    EXPECT_TRUE(is_origin("http://127.0.0.1:8080"));
    for (auto const* text :
         {"", "https://", "kith.example", "https://kith.example/", "https://a@b", "ftp://kith.example"})
        EXPECT_FALSE(is_origin(text)) << text;
}

TEST(Origin, of_a_server_names_scheme_and_port) {
    ServeSettings settings;
    EXPECT_EQ(link_to(settings, 8080), "http://127.0.0.1:8080");
    settings.address = "::1";
    settings.tls_certificate_file = "certificate.pem";
    EXPECT_EQ(link_to(settings, 443), "https://[::1]:443");
}

}  // namespace
}  // namespace kith::app
