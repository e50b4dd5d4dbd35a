#include "platform/outgoing/post.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

#include "platform/outgoing/handle.hpp"

namespace kith::outgoing {

namespace {

constexpr std::size_t answer_bytes_max = 16 * 1024;  // nobody reads it

struct Range {
    std::uint32_t first;
    int bits;
};

constexpr std::uint32_t address(unsigned a, unsigned b, unsigned c, unsigned d) {
    return a << 24 | b << 16 | c << 8 | d;
}

// https://www.iana.org/assignments/iana-ipv4-special-registry: what is not globally reachable, and multicast.
constexpr std::array not_public{
    Range{address(0, 0, 0, 0), 8},      Range{address(10, 0, 0, 0), 8},     Range{address(100, 64, 0, 0), 10},
    Range{address(127, 0, 0, 0), 8},    Range{address(169, 254, 0, 0), 16}, Range{address(172, 16, 0, 0), 12},
    Range{address(192, 0, 0, 0), 24},   Range{address(192, 0, 2, 0), 24},   Range{address(192, 88, 99, 0), 24},
    Range{address(192, 168, 0, 0), 16}, Range{address(198, 18, 0, 0), 15},  Range{address(198, 51, 100, 0), 24},
    Range{address(203, 0, 113, 0), 24}, Range{address(224, 0, 0, 0), 3},
};

bool is_public_4(std::uint32_t host) {
    return std::ranges::none_of(not_public,
                                [&](Range const& range) { return (host ^ range.first) >> (32 - range.bits) == 0; });
}

// Only 2000::/3 is given out; of it not what leads on to IPv4 (6to4, Teredo) or is for examples.
bool is_public_6(std::uint8_t const* bytes) {
    bool const given_out = (bytes[0] & 0xe0) == 0x20;
    bool const six_to_four = bytes[0] == 0x20 && bytes[1] == 0x02;
    bool const special = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02;  // 2001::/23
    bool const example = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == 0xb8;
    return given_out && !six_to_four && !special && !example;
}

struct Guard {
    Loopback loopback;
};

curl_socket_t open_guarded(void* guard, curlsocktype, curl_sockaddr* to) {
    bool const allowed =
        is_public(&to->addr) || (static_cast<Guard*>(guard)->loopback == Loopback::allowed && is_loopback(&to->addr));
    return allowed ? ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol) : CURL_SOCKET_BAD;
}

std::size_t pass_over(char*, std::size_t size, std::size_t count, void* so_far) {
    auto& bytes = *static_cast<std::size_t*>(so_far);
    bytes += size * count;
    return bytes > answer_bytes_max ? 0 : size * count;  // 0: enough
}

struct EndsUrl {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};

// The same reading that libcurl will connect by.
class Url {
public:
    explicit Url(std::string_view text) : url_{curl_url()} {
        good_ = url_ && curl_url_set(url_.get(), CURLUPART_URL, std::string{text}.c_str(), 0) == CURLUE_OK;
    }
    bool good() const { return good_; }
    std::optional<std::string> part(CURLUPart which) const {
        char* text = nullptr;
        if (!good_ || curl_url_get(url_.get(), which, &text, 0) != CURLUE_OK) return std::nullopt;
        std::string part{text};
        curl_free(text);
        return part;
    }

private:
    std::unique_ptr<CURLU, EndsUrl> url_;
    bool good_ = false;
};

}  // namespace

bool is_public(sockaddr const* to) {
    if (to->sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, to, sizeof four);
        return is_public_4(ntohl(four.sin_addr.s_addr));
    }
    if (to->sa_family != AF_INET6) return false;
    sockaddr_in6 six{};
    std::memcpy(&six, to, sizeof six);
    return is_public_6(six.sin6_addr.s6_addr);
}

bool is_loopback(sockaddr const* to) {
    if (to->sa_family == AF_INET) {
        sockaddr_in four{};
        std::memcpy(&four, to, sizeof four);
        return ntohl(four.sin_addr.s_addr) >> 24 == 127;
    }
    sockaddr_in6 six{};
    if (to->sa_family != AF_INET6) return false;
    std::memcpy(&six, to, sizeof six);
    return IN6_IS_ADDR_LOOPBACK(&six.sin6_addr);
}

bool is_public_https(std::string_view text, Loopback loopback) {
    auto const is_plain = [](char c) { return c > ' ' && c <= '~'; };
    if (text.size() > address_bytes_max || !text.starts_with("https://") || !std::ranges::all_of(text, is_plain))
        return false;
    Url const url{text};
    auto const host = url.part(CURLUPART_HOST);
    if (!url.good() || url.part(CURLUPART_USER) || url.part(CURLUPART_PASSWORD) || !host) return false;
    auto const port = url.part(CURLUPART_PORT).value_or("443");
    return port == "443" || (loopback == Loopback::allowed && (*host == "127.0.0.1" || *host == "localhost"));
}

std::string origin_of(std::string_view text) {
    Url const url{text};
    auto const port = url.part(CURLUPART_PORT);
    return "https://" + url.part(CURLUPART_HOST).value_or("") + (port ? ":" + *port : "");
}

Posted post(std::string const& url, std::vector<std::pair<std::string, std::string>> const& headers,
            std::string_view body, Loopback loopback, std::string const& trusted_certificates_file) {
    if (!is_public_https(url, loopback)) return {0, "the address is not of the public network"};
    auto const handle = make_handle(trusted_certificates_file);
    auto* const curl = handle.get();
    List lines;
    for (auto const& [name, value] : headers) {
        auto* const longer = curl_slist_append(lines.get(), (name + ": " + value).c_str());
        (void)lines.release();
        lines.reset(longer);
    }
    Guard guard{loopback};
    std::size_t heard = 0;
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, post_seconds_max);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_guarded);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &guard);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, pass_over);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &heard);
    auto const code = curl_easy_perform(curl);
    Posted posted;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &posted.status);
    if (code != CURLE_OK && posted.status == 0) posted.explanation = curl_easy_strerror(code);
    return posted;
}

}  // namespace kith::outgoing
