// The smuggling probes of our security notes, against a real server. Behind each stands a
// second request: whoever is refused must get exactly one answer, and then the end.
#include <gtest/gtest.h>

#include "platform/net/test_client.hpp"

namespace kith::net {
namespace {

struct Probe {
    char const* name;
    std::string bytes;
    int status;  // 200: taken, and the second request is answered too
};

std::string post(std::string const& fields, std::string const& body = "hello") {
    return "POST /a HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}
std::string get(std::string const& fields) { return "GET /a HTTP/1.1\r\n" + fields + "\r\n"; }
std::string chunked(std::string const& body) { return post("Transfer-Encoding: chunked\r\n", body); }
std::string const in_chunks = "5\r\nhello\r\n0\r\n\r\n";

std::vector<Probe> probes() {
    return {
        {"plain body", post("Content-Length: 5\r\n"), 200},
        {"chunked body", chunked(in_chunks), 200},
        {"length and chunked", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", in_chunks), 400},
        {"chunked and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", in_chunks), 400},
        {"gzip, then a length", post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n"), 400},
        {"chunked, gzip", post("Transfer-Encoding: chunked, gzip\r\n", in_chunks), 400},
        {"gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", in_chunks), 400},
        {"gzip alone", post("Transfer-Encoding: gzip\r\n"), 400},
        {"xchunked", post("Transfer-Encoding: xchunked\r\n", in_chunks), 400},
        {"chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", in_chunks), 400},
        {"identity", post("Transfer-Encoding: identity\r\nContent-Length: 5\r\n"), 400},
        {"vertical tab before chunked", post("Transfer-Encoding: \vchunked\r\n", in_chunks), 400},
        {"quoted chunked", post("Transfer-Encoding: \"chunked\"\r\n", in_chunks), 400},
        {"HTTP/1.0 with chunked", "POST /a HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + in_chunks, 400},
        {"two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n"), 400},
        {"two lengths", post("Content-Length: 5\r\nContent-Length: 6\r\n"), 400},
        {"a list of lengths", post("Content-Length: 5, 5\r\n"), 400},
        {"+5", post("Content-Length: +5\r\n"), 400},
        {"-5", post("Content-Length: -5\r\n"), 400},
        {"0x5", post("Content-Length: 0x5\r\n"), 400},
        {"empty length", post("Content-Length: \r\n", ""), 400},
        {"length with a space in it", post("Content-Length: 5 5\r\n"), 400},
        {"underscore for hyphen", post("Content_Length: 5\r\n"), 400},
        {"space before the colon", post("Content-Length : 5\r\n"), 400},
        {"folded Transfer-Encoding", post("Transfer-Encoding:\r\n chunked\r\n", in_chunks), 400},
        {"folded anything", post("X-Note: a\r\n b\r\nContent-Length: 5\r\n"), 400},
        {"space before the first field", "GET /a HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"bare LF after a field", "GET /a HTTP/1.1\r\nHost: a\nX: 1\r\n\r\n", 400},
        {"bare LF everywhere", "GET /a HTTP/1.1\nHost: a\n\n", 400},
        {"bare CR in a value", get("Host: a\r\nX: a\rb\r\n"), 400},
        {"NUL in a value", get("Host: a\r\nX: a" + std::string(1, '\0') + "b\r\n"), 400},
        {"control character", get("Host: a\r\nX: \x01\r\n"), 400},
        {"no Host", get(""), 400},
        {"two Hosts", get("Host: a\r\nHost: b\r\n"), 400},
        {"Host with a path", get("Host: a/b\r\n"), 400},
        {"absolute target", "GET http://b/a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"target without a slash", "GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"no version", "GET /a\r\nHost: a\r\n\r\n", 400},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"chunk size ended by bare LF", chunked("5\nhello\r\n0\r\n\r\n"), 400},
        {"chunk data without its end", chunked("5\r\nhello0\r\n\r\n"), 400},
        {"chunk size with a sign", chunked("+5\r\nhello\r\n0\r\n\r\n"), 400},
        {"chunk size too large", chunked("FFFFFFFFFFFFFFFF5\r\nhello\r\n0\r\n\r\n"), 413},
        {"last chunk ended by bare LF", chunked("5\r\nhello\r\n0\n\n"), 400},
        {"CONNECT", "CONNECT b:443 HTTP/1.1\r\nHost: b:443\r\n\r\n", 405},
        {"TRACE", "TRACE /a HTTP/1.1\r\nHost: a\r\n\r\n", 405},
        {"unknown method", "BREW /a HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        {"unknown expectation", post("Expect: 200-ok\r\nContent-Length: 5\r\n"), 417},
    };
}

TEST(Probes, have_one_meaning) {
    RunningServer server(echo);
    for (auto const& probe : probes()) {
        SCOPED_TRACE(probe.name);
        Client client(server.port());
        client.say(probe.bytes + "GET /second HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = client.read();
        EXPECT_EQ(answer.status, probe.status);
        if (probe.status == 200) {
            EXPECT_EQ(answer.body, "POST /a? hello");
            EXPECT_EQ(client.read().body, "GET /second? ");
        } else {
            EXPECT_TRUE(answer.closes());
            EXPECT_TRUE(client.ends());
        }
    }
}

// The same, a byte at a time: what was refused at once must not depend on how it was cut.
TEST(Probes, do_not_depend_on_how_they_are_cut) {
    RunningServer server(echo);
    for (auto const& probe : probes()) {
        SCOPED_TRACE(probe.name);
        Client client(server.port());
        for (char const byte : probe.bytes) {
            if (!client.send({&byte, 1})) break;
        }
        EXPECT_EQ(client.read().status, probe.status);
    }
}

}  // namespace
}  // namespace kith::net
