#include "platform/net/parse.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

namespace kith::net {

namespace {

namespace beast_http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

http::Method method_of(beast_http::verb verb) {
    switch (verb) {
        case beast_http::verb::get: return http::Method::get;
        case beast_http::verb::head: return http::Method::head;
        case beast_http::verb::post: return http::Method::post;
        case beast_http::verb::put: return http::Method::put;
        case beast_http::verb::patch: return http::Method::patch;
        case beast_http::verb::delete_: return http::Method::del;
        case beast_http::verb::options: return http::Method::options;
        default: return http::Method::other;
    }
}

std::string in_lower_case(string_view name) {
    std::string lower(name.data(), name.size());
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

// Beast's tokens straight into the request, without its own container of fields between.
class HeadParser final : public beast_http::basic_parser<true> {
public:
    explicit HeadParser(http::Request& request) : request_(request) {
        header_limit(http::head_bytes_max);
        body_limit(boost::none);  // bodies are ours, and bounded there
    }
    Head head;

private:
    void on_request_impl(beast_http::verb verb, string_view name, string_view target, int version,
                         error_code&) override {
        request_.method = method_of(verb);
        head.version = version == 11 ? Version::http_1_1 : Version::http_1_0;
        head.method_name = {name.data(), name.size()};
        head.target = {target.data(), target.size()};
        auto const mark = std::min(head.target.find('?'), head.target.size());
        request_.path.assign(head.target.substr(0, mark));
        request_.query.assign(head.target.substr(std::min(mark + 1, head.target.size())));
    }
    void on_field_impl(beast_http::field, string_view name, string_view value, error_code&) override {
        request_.headers.emplace_back(in_lower_case(name), std::string(value.data(), value.size()));
    }
    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}
    std::size_t on_body_impl(string_view body, error_code&) override { return body.size(); }
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view body, error_code&) override { return body.size(); }
    void on_finish_impl(error_code&) override {}

    http::Request& request_;
};

}  // namespace

std::optional<Head> parse_head(std::string_view head, http::Request& request) {
    request.headers.clear();
    HeadParser parser(request);
    error_code error;
    parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error || !parser.is_header_done()) return std::nullopt;
    return parser.head;
}

}  // namespace kith::net
