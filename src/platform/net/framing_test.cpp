#include "platform/net/framing.hpp"

#include <gtest/gtest.h>

namespace kith::net {
namespace {

using Outcome = HeadScan::Outcome;

// Fed in one piece and byte by byte, a head must fare the same.
int fate_of(std::string_view head) {
    HeadScan whole;
    auto const outcome = whole.look(head);
    HeadScan piecewise;
    auto slow = Outcome::incomplete;
    for (std::size_t bytes = 1; bytes <= head.size() && slow == Outcome::incomplete; ++bytes) {
        slow = piecewise.look(head.substr(0, bytes));
    }
    EXPECT_EQ(outcome, slow) << head;
    if (outcome == Outcome::complete) {
        EXPECT_EQ(whole.head_bytes(), piecewise.head_bytes());
        return 200;
    }
    return outcome == Outcome::refused ? whole.refusal().status : 0;
}

TEST(HeadScan, takes_an_ordinary_head) {
    EXPECT_EQ(fate_of("GET /groups?page=2 HTTP/1.1\r\nHost: kith.example\r\nX-Note: a\tb \xc3\xa9\r\n\r\n"), 200);
    EXPECT_EQ(fate_of("GET / HTTP/1.0\r\n\r\n"), 200);
}

TEST(HeadScan, says_where_the_head_ends) {
    std::string_view const head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    HeadScan scan;
    EXPECT_EQ(scan.look(std::string(head) + "GET /next"), Outcome::complete);
    EXPECT_EQ(scan.head_bytes(), head.size());
}

TEST(HeadScan, waits_for_the_rest) {
    EXPECT_EQ(fate_of("GET / HTTP/1.1\r\nHost: a\r\n"), 0);
    EXPECT_EQ(fate_of("GET / HTTP/1.1\r\nHost: a\r\n\r"), 0);
}

TEST(HeadScan, refuses_what_other_software_reads_differently) {
    using namespace std::string_view_literals;
    for (auto const head : {
             "GET / HTTP/1.1\nHost: a\n\n"sv,
             "GET / HTTP/1.1\r\nHost: a\n"sv,
             "GET / HTTP/1.1\r\nHost: a\rX"sv,
             "GET / HTTP/1.1\r\nHost: a\0\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nX: 1\r\n\tfolded: 2\r\n\r\n"sv,
             "GET / HTTP/1.1\r\n Host: a\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nHost : a\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nContent_Length: 5\r\n\r\n"sv,
             "GET / HTTP/1.1\r\n: nameless\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nno colon\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nX: \x01\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nX: \x7f\r\n\r\n"sv,
             "GET / HTTP/1.1\r\nX\xc3\xa9: 1\r\n\r\n"sv,
             "GET /\r\n\r\n"sv,
             "GET / \r\n\r\n"sv,
             "GET\r\n\r\n"sv,
             "\r\n"sv,
             "GET  / HTTP/1.1\r\n\r\n"sv,
             "GET / /b HTTP/1.1\r\n\r\n"sv,
             "GET /\tb HTTP/1.1\r\n\r\n"sv,
             "GET / HTTP/1.1 \r\n\r\n"sv,
             "GET / http/1.1\r\n\r\n"sv,
             "GET / HTTP/1.2\r\n\r\n"sv,
             "GET / HTTP/2.0\r\n\r\n"sv,
             "GET / HTTP/11\r\n\r\n"sv,
             "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"sv,
             "G@T / HTTP/1.1\r\n\r\n"sv,
             " GET / HTTP/1.1\r\n\r\n"sv,
             "GET /a#b HTTP/1.1\r\n\r\n"sv,
             "GET /\xc3\xa9 HTTP/1.1\r\n\r\n"sv,
         }) {
        EXPECT_EQ(fate_of(head), 400) << head;
    }
}

TEST(HeadScan, bounds_target_and_head) {
    auto const with_target = [](std::size_t bytes) {
        return "GET /" + std::string(bytes - 1, 'a') + " HTTP/1.1\r\n\r\n";
    };
    EXPECT_EQ(fate_of(with_target(http::target_bytes_max)), 200);
    EXPECT_EQ(fate_of(with_target(http::target_bytes_max + 1)), 414);
    EXPECT_EQ(fate_of("GET /" + std::string(http::head_bytes_max, 'a')), 414);  // without ever ending
    auto const with_head = [](std::size_t bytes) {
        std::string head = "GET / HTTP/1.1\r\nX: ";
        return head + std::string(bytes - head.size() - 4, 'a') + "\r\n\r\n";
    };
    EXPECT_EQ(fate_of(with_head(http::head_bytes_max)), 200);
    EXPECT_EQ(fate_of(with_head(http::head_bytes_max + 1)), 431);
    EXPECT_EQ(fate_of("GET / HTTP/1.1\r\nX: " + std::string(http::head_bytes_max, 'a')), 431);
}

http::Request request_with(std::vector<std::pair<std::string, std::string>> headers) {
    http::Request request;
    request.method = http::Method::post;
    request.headers = std::move(headers);
    return request;
}

int status_of(http::Request const& request, std::string_view method = "POST", std::string_view target = "/",
              Version version = Version::http_1_1) {
    auto const framing = frame_of(request, method, target, version, 1000);
    return framing ? 200 : framing.error().status;
}

TEST(Framing, reads_how_long_a_body_is) {
    auto const framing =
        frame_of(request_with({{"host", "a"}, {"content-length", "0012"}}), "POST", "/", Version::http_1_1, 1000);
    ASSERT_TRUE(framing);
    EXPECT_EQ(framing->body_bytes, 12u);
    EXPECT_FALSE(framing->chunked);
    auto const chunked =
        frame_of(request_with({{"host", "a"}, {"transfer-encoding", "Chunked"}}), "POST", "/", Version::http_1_1, 9);
    ASSERT_TRUE(chunked);
    EXPECT_TRUE(chunked->chunked);
}

TEST(Framing, refuses_doubt) {
    EXPECT_EQ(status_of(request_with({})), 400);
    EXPECT_EQ(status_of(request_with({}), "POST", "/", Version::http_1_0), 200);
    EXPECT_EQ(status_of(request_with({{"host", "a"}, {"host", "a"}})), 400);
    EXPECT_EQ(status_of(request_with({{"host", ""}})), 400);
    EXPECT_EQ(status_of(request_with({{"host", "a b"}})), 400);
    EXPECT_EQ(status_of(request_with({{"host", "a@b"}})), 400);
    for (auto const* length : {"", "+5", "-5", "0x5", "5,5", "5 5", "5.0", "five"}) {
        EXPECT_EQ(status_of(request_with({{"host", "a"}, {"content-length", length}})), 400) << length;
    }
    EXPECT_EQ(status_of(request_with({{"host", "a"}, {"content-length", "5"}, {"content-length", "5"}})), 400);
    for (auto const* encoding : {"", "gzip", "chunked, gzip", "gzip, chunked", "xchunked", "chunked,", "identity"}) {
        EXPECT_EQ(status_of(request_with({{"host", "a"}, {"transfer-encoding", encoding}})), 400) << encoding;
    }
    EXPECT_EQ(status_of(request_with({{"host", "a"}, {"transfer-encoding", "chunked"}, {"content-length", "5"}})), 400);
    EXPECT_EQ(
        status_of(request_with({{"host", "a"}, {"transfer-encoding", "chunked"}}), "POST", "/", Version::http_1_0),
        400);
}

TEST(Framing, refuses_what_kith_does_not_speak) {
    auto const plain = request_with({{"host", "a"}});
    EXPECT_EQ(status_of(plain, "POST", "http://a/"), 400);
    EXPECT_EQ(status_of(plain, "POST", "*"), 400);
    EXPECT_EQ(status_of(plain, "CONNECT", "a:443"), 405);
    EXPECT_EQ(status_of(plain, "TRACE", "/"), 405);
    auto other = plain;
    other.method = http::Method::other;
    EXPECT_EQ(status_of(other, "BREW", "/"), 501);
    EXPECT_EQ(status_of(request_with({{"host", "a"}, {"content-length", "1001"}})), 413);
    EXPECT_EQ(status_of(request_with({{"host", "a"}, {"content-length", std::string(400, '9')}})), 413);
    EXPECT_EQ(status_of(request_with({{"host", "a"}, {"expect", "miracles"}})), 417);
}

TEST(Framing, knows_what_becomes_of_the_connection) {
    auto const after = [](std::vector<std::pair<std::string, std::string>> headers, Version version) {
        headers.emplace_back("host", "a");
        return frame_of(request_with(std::move(headers)), "POST", "/", version, 10)->after;
    };
    EXPECT_EQ(after({}, Version::http_1_1), After::keep);
    EXPECT_EQ(after({{"connection", "x, Close"}}, Version::http_1_1), After::close);
    EXPECT_EQ(after({{"connection", "closed"}}, Version::http_1_1), After::keep);
    EXPECT_EQ(after({}, Version::http_1_0), After::close);
    EXPECT_EQ(after({{"connection", "Keep-Alive"}}, Version::http_1_0), After::keep);
}

// The body, or the status as text when it is refused.
std::string body_of(std::string_view input, std::size_t* used_in_all = nullptr) {
    std::string results[2];
    for (std::size_t const step : {input.size(), std::size_t{1}}) {
        ChunkReader chunks(1000);
        std::string body;
        auto& result = results[step == 1];
        result = "incomplete";
        for (std::size_t at = 0; at < input.size();) {
            std::size_t used = 0;
            auto const outcome = chunks.read(input.substr(at, step), body, used);
            at += used;
            if (outcome == ChunkReader::Outcome::incomplete) continue;
            result = outcome == ChunkReader::Outcome::complete ? body : std::to_string(chunks.refusal().status);
            if (used_in_all != nullptr) *used_in_all = at;
            break;
        }
    }
    EXPECT_EQ(results[0], results[1]) << input;
    return results[0];
}

TEST(Chunks, are_put_together) {
    std::size_t used = 0;
    EXPECT_EQ(body_of("5\r\nhello\r\n1;note=1\r\n \r\n00A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nGET /", &used),
              "hello 0123456789");
    EXPECT_EQ(used, 57u);
    EXPECT_EQ(body_of("0\r\n\r\n"), "");
    EXPECT_EQ(body_of("5\r\nhel"), "incomplete");
}

TEST(Chunks, are_refused_when_in_doubt) {
    for (auto const* input : {"5\nhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "5\r\nhello0\r\n\r\n", "\r\n", " 5\r\n",
                              "5 \r\nhello", "+5\r\n", "-1\r\n", "0x5\r\n", "g\r\n", "5\rhello", "5;a\nb\r\nhello",
                              "0\r\n\n", "0\n\r\n", "0\r\nX: 1\n\r\n", "0\r\n folded\r\n\r\n", "0\r\n\rX"}) {
        EXPECT_EQ(body_of(input), "400") << input;
    }
    EXPECT_EQ(body_of("3e9\r\n"), "413");
    EXPECT_EQ(body_of("fffffffff\r\n"), "413");
    EXPECT_EQ(body_of("0000000000000000001\r\na"), "413");
    EXPECT_EQ(body_of("1;" + std::string(5000, 'x')), "431");
    EXPECT_EQ(body_of("0\r\nX: " + std::string(5000, 'x')), "431");
}

}  // namespace
}  // namespace kith::net
