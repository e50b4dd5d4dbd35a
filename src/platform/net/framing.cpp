#include "platform/net/framing.hpp"

#include <algorithm>
#include <array>

namespace kith::net {

namespace {

constexpr std::size_t chunk_size_digits_max = 8;
constexpr std::size_t chunk_overhead_bytes_max = 4 * 1024;
constexpr std::size_t first_line_extra_bytes_max = 64;  // method, version and spaces around a target
constexpr std::size_t method_bytes_max = 24;
constexpr std::size_t content_length_digits_max = 18;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
// Whatever may not stand in a head at all; HTAB may, inside a field's value.
constexpr bool is_control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7f;
}
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array<bool, 256> make_controls() {
    std::array<bool, 256> table{};
    for (int byte = 0; byte < 256; ++byte) table[byte] = is_control(static_cast<char>(byte));
    return table;
}
constexpr auto controls = make_controls();

// A field name as we take it: RFC 9110's token without `_`, which some proxies and CGI read as `-`.
constexpr bool is_name_char(char c) {
    return is_digit(c) || is_letter(c) || std::string_view{"!#$%&'*+-.^`|~"}.find(c) != std::string_view::npos;
}

bool same_word(std::string_view a, std::string_view lower_case) { return std::ranges::equal(a, lower_case, {}, lower); }

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool has_token(std::string_view list, std::string_view lower_case) {
    while (!list.empty()) {
        auto const comma = std::min(list.find(','), list.size());
        if (same_word(trim(list.substr(0, comma)), lower_case)) return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

// 0 when it is well formed, else the status.
int fault_in_first_line(std::string_view line) {
    auto const first = line.find(' ');
    auto const last = line.rfind(' ');
    if (first == std::string_view::npos || first == 0 || first == last || first > method_bytes_max) return 400;
    auto const method = line.substr(0, first);
    auto const target = line.substr(first + 1, last - first - 1);
    auto const version = line.substr(last + 1);
    if (!std::ranges::all_of(method, [](char c) { return is_letter(c) || c == '-'; })) return 400;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return 400;
    if (target.size() > http::target_bytes_max) return 414;
    // Beyond ASCII and `#` a target is read differently by different software.
    auto const fits = [](char c) { return c > 0x20 && c < 0x7f && c != '#'; };
    return !target.empty() && std::ranges::all_of(target, fits) ? 0 : 400;
}

bool is_field_line(std::string_view line) {
    auto const colon = line.find(':');
    return colon != std::string_view::npos && colon != 0 && std::ranges::all_of(line.substr(0, colon), is_name_char);
}

bool is_host(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](char c) {
        return is_digit(c) || is_letter(c) || std::string_view{"-._~:[]%"}.find(c) != std::string_view::npos;
    });
}

}  // namespace

HeadScan::Outcome HeadScan::refuse(int status) {
    refusal_ = {status};
    return Outcome::refused;
}

HeadScan::Outcome HeadScan::end_line(std::string_view line) {
    if (first_line_) {
        first_line_ = false;
        if (int const status = fault_in_first_line(line)) return refuse(status);
        return Outcome::incomplete;
    }
    if (line.empty()) return Outcome::complete;
    return is_field_line(line) ? Outcome::incomplete : refuse(400);  // a folded line has no name before its colon
}

HeadScan::Outcome HeadScan::look(std::string_view input) {
    std::size_t at = seen_;
    for (; at < input.size(); ++at) {
        char const c = input[at];
        if (!controls[static_cast<unsigned char>(c)]) [[likely]]
            continue;
        if (c != '\r') return refuse(400);
        if (at + 1 == input.size()) break;
        if (input[at + 1] != '\n') return refuse(400);
        if (at + 2 > http::head_bytes_max) break;
        auto const outcome = end_line(input.substr(line_start_, at - line_start_));
        line_start_ = at + 2;
        if (outcome != Outcome::incomplete) return outcome;
        ++at;
    }
    seen_ = at;
    if (first_line_ && at > http::target_bytes_max + first_line_extra_bytes_max) return refuse(414);
    if (input.size() >= http::head_bytes_max) return refuse(431);
    return Outcome::incomplete;
}

namespace {

struct Fields {
    std::size_t hosts = 0, lengths = 0, encodings = 0;
    std::string_view host, length, encoding, expect;
    bool close = false, keep_alive = false;
};

Fields pick(http::Request const& request) {
    Fields found;
    for (auto const& [name, value] : request.headers) {
        if (name == "host") {
            ++found.hosts;
            found.host = value;
        } else if (name == "content-length") {
            ++found.lengths;
            found.length = value;
        } else if (name == "transfer-encoding") {
            ++found.encodings;
            found.encoding = value;
        } else if (name == "connection") {
            found.close |= has_token(value, "close");
            found.keep_alive |= has_token(value, "keep-alive");
        } else if (name == "expect") {
            found.expect = value;
        }
    }
    return found;
}

std::expected<std::uint64_t, Refusal> length_of(std::string_view digits, std::size_t body_bytes_max) {
    if (digits.empty() || !std::ranges::all_of(digits, is_digit)) return std::unexpected(Refusal{400});
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.size() > content_length_digits_max) return std::unexpected(Refusal{413});
    std::uint64_t bytes = 0;
    for (char const digit : digits) bytes = bytes * 10 + static_cast<std::uint64_t>(digit - '0');
    if (bytes > body_bytes_max) return std::unexpected(Refusal{413});
    return bytes;
}

}  // namespace

std::expected<Framing, Refusal> frame_of(http::Request const& request, std::string_view method_name,
                                         std::string_view target, Version version, std::size_t body_bytes_max) {
    auto const refuse = [](int status) { return std::unexpected(Refusal{status}); };
    auto const found = pick(request);
    Framing framing;

    if (found.hosts > 1 || (version == Version::http_1_1 && found.hosts == 0)) return refuse(400);
    if (found.hosts == 1 && !is_host(found.host)) return refuse(400);
    if (found.encodings > 0) {
        if (version != Version::http_1_1 || found.encodings != 1 || found.lengths != 0) return refuse(400);
        if (!same_word(found.encoding, "chunked")) return refuse(400);
        framing.chunked = true;
    }
    if (found.lengths > 1) return refuse(400);
    if (method_name == "TRACE" || method_name == "CONNECT") return refuse(405);
    if (!target.starts_with('/')) return refuse(400);
    if (request.method == http::Method::other) return refuse(501);
    if (found.lengths == 1) {
        auto const bytes = length_of(found.length, body_bytes_max);
        if (!bytes) return std::unexpected(bytes.error());
        framing.body_bytes = *bytes;
    }
    if (!found.expect.empty() && version == Version::http_1_1) {
        if (!same_word(found.expect, "100-continue")) return refuse(417);
        framing.expectation = Expectation::go_ahead;
    }
    bool const close = found.close || (version == Version::http_1_0 && !found.keep_alive);
    framing.after = close ? After::close : After::keep;
    return framing;
}

ChunkReader::Outcome ChunkReader::refuse(int status) {
    refusal_ = {status};
    return Outcome::refused;
}

ChunkReader::Outcome ChunkReader::read(std::string_view input, std::string& body, std::size_t& used) {
    used = 0;
    while (used < input.size()) {
        if (at_ == At::data) {
            auto const part = static_cast<std::size_t>(std::min<std::uint64_t>(left_, input.size() - used));
            body.append(input, used, part);
            used += part;
            left_ -= part;
            if (left_ == 0) at_ = At::data_cr;
            continue;
        }
        auto const outcome = take(input[used++]);
        if (outcome != Outcome::incomplete) return outcome;
        if (at_ == At::data && body.size() + left_ > body_bytes_max_) return refuse(413);
    }
    return Outcome::incomplete;
}

// One byte of what stands around the data.
ChunkReader::Outcome ChunkReader::take(char byte) {
    auto const expect = [&](char wanted, At next) {
        if (byte != wanted) return refuse(400);
        at_ = next;
        return Outcome::incomplete;
    };
    switch (at_) {
        case At::size_first:
        case At::size:
            if (is_digit(byte) || (lower(byte) >= 'a' && lower(byte) <= 'f')) {
                if (at_ == At::size_first) left_ = size_digits_ = 0;
                if (++size_digits_ > chunk_size_digits_max) return refuse(413);
                left_ = left_ * 16 + static_cast<std::uint64_t>(is_digit(byte) ? byte - '0' : lower(byte) - 'a' + 10);
                at_ = At::size;
                return Outcome::incomplete;
            }
            if (at_ == At::size_first) return refuse(400);
            if (byte == ';') {
                at_ = At::extension;
                return Outcome::incomplete;
            }
            return expect('\r', At::size_lf);
        case At::extension:
        case At::trailer:
            if (++overhead_ > chunk_overhead_bytes_max) return refuse(431);
            if (byte == '\r') {
                at_ = at_ == At::extension ? At::size_lf : At::trailer_lf;
                return Outcome::incomplete;
            }
            return is_control(byte) ? refuse(400) : Outcome::incomplete;
        case At::size_lf: return expect('\n', left_ == 0 ? At::trailer_start : At::data);
        case At::data_cr: return expect('\r', At::data_lf);
        case At::data_lf: return expect('\n', At::size_first);
        case At::trailer_start:
            if (byte == '\r') return expect('\r', At::end_lf);
            if (!is_name_char(byte)) return refuse(400);
            at_ = At::trailer;
            return Outcome::incomplete;
        case At::trailer_lf: return expect('\n', At::trailer_start);
        case At::end_lf: return byte == '\n' ? Outcome::complete : refuse(400);
        case At::data: break;
    }
    return refuse(400);
}

}  // namespace kith::net
