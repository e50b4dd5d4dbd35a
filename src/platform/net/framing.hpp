// The framing guard: where one request ends and the next begins, decided so that no
// proxy in front can read the same bytes another way.
//
// Three steps, all of them strict where Beast 345 is lenient:
//   HeadScan    looks at the raw bytes before any parser does;
//   frame_of    judges the parsed fields that say how long the body is;
//   ChunkReader takes a chunked body apart.
// Whoever is refused gets the status and `Connection: close`: after a doubt about
// framing nothing more on that connection can be trusted.
//
// Pure functions of their input: no sockets, no threads, no Boost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "platform/http/request.hpp"

namespace kith::net {

// Why, where the status alone would leave a person without a word.
enum class Why { by_status, many_files, slow_files };

// A status that is answered in place of the handler.
struct Refusal {
    int status = 400;
    Why why = Why::by_status;
    bool operator==(Refusal const&) const = default;
};

// Looks over a request's head as it comes in, each byte once. Refuses: LF without CR, CR without
// LF, NUL and other control characters, folded lines, white space or `_` in or after a field name,
// and a first line that is not `METHOD SP target SP HTTP/1.x`.
class HeadScan {
public:
    enum class Outcome { incomplete, complete, refused };

    // `input` is everything since the request's first byte; it may go on beyond the head.
    Outcome look(std::string_view input);

    std::size_t head_bytes() const { return line_start_; }  // when complete: with the empty line
    Refusal refusal() const { return refusal_; }            // when refused

private:
    Outcome refuse(int status);
    Outcome end_line(std::string_view line);

    std::size_t seen_ = 0;
    std::size_t line_start_ = 0;
    bool first_line_ = true;
    Refusal refusal_;
};

enum class Version { http_1_0, http_1_1 };
enum class After { keep, close };           // what becomes of the connection
enum class Expectation { none, go_ahead };  // go_ahead: the client waits for `100 Continue`

struct Framing {
    bool chunked = false;
    std::uint64_t body_bytes = 0;  // when not chunked
    After after = After::keep;
    Expectation expectation = Expectation::none;
};

// How the body of a request is framed, from its parsed head. Refused with 400 in doubt, 405 or 501
// for methods that Kith does not speak, 413 for bodies beyond `body_bytes_max`, 414, 417.
std::expected<Framing, Refusal> frame_of(http::Request const&, std::string_view method_name, std::string_view target,
                                         Version, std::size_t body_bytes_max);

// A chunked body. Extensions and trailers are read over and dropped, within limits.
class ChunkReader {
public:
    enum class Outcome { incomplete, complete, refused };

    explicit ChunkReader(std::size_t body_bytes_max) : body_bytes_max_(body_bytes_max) {}

    // Appends what it finds to `body` and sets `used` to how much of `input` belonged to it.
    Outcome read(std::string_view input, std::string& body, std::size_t& used);
    Refusal refusal() const { return refusal_; }

private:
    enum class At {
        size_first,
        size,
        extension,
        size_lf,
        data,
        data_cr,
        data_lf,
        trailer_start,
        trailer,
        trailer_lf,
        end_lf
    };

    Outcome refuse(int status);
    Outcome take(char byte);

    std::size_t body_bytes_max_;
    std::uint64_t left_ = 0;
    std::size_t size_digits_ = 0;
    std::size_t overhead_ = 0;  // extension and trailer bytes so far
    At at_ = At::size_first;
    Refusal refusal_;
};

}  // namespace kith::net
