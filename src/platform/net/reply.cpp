#include "platform/net/reply.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>

namespace kith::net {

namespace {

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 301: return "Moved Permanently";
        case 302: return "Found";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 406: return "Not Acceptable";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 507: return "Insufficient Storage";
        default: return "Status";
    }
}

// IMF-fixdate (RFC 9110 section 5.6.7), made once a second in each thread.
std::string_view date_now() {
    static thread_local std::time_t made_for = 0;
    static thread_local std::string text;
    auto const now = std::time(nullptr);
    if (now != made_for) {
        static constexpr std::string_view days = "SunMonTueWedThuFriSat";
        static constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
        std::tm utc{};
        gmtime_r(&now, &utc);
        text = fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days.substr(utc.tm_wday * 3, 3), utc.tm_mday,
                           months.substr(utc.tm_mon * 3, 3), utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
        made_for = now;
    }
    return text;
}

// A line break inside a field would let its writer begin a header, or a response, of their own.
bool is_sendable(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::string_view words_of(Why why) {
    switch (why) {
        case Why::by_status: break;
        case Why::many_files:
            return "Others send files at this moment, so yours were not taken. Go back: your words are still in the "
                   "form. Try again in a minute, or send the words first.\n";
        case Why::slow_files:
            return "The line is too slow for these files, so they were not taken. Go back: your words are still in the "
                   "form. Try with fewer or smaller files.\n";
    }
    return {};
}

void add(std::string& head, std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
}

void add(std::string& head, std::string_view name, std::size_t number) {
    char digits[20];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    add(head, name, {digits, static_cast<std::size_t>(end - digits)});
}

}  // namespace

std::string head_of(http::Response const& response, ReplyRules rules) {
    std::string head;
    std::size_t bytes = 192;
    for (auto const& [name, value] : response.headers) bytes += name.size() + value.size() + 4;
    head.reserve(bytes);
    char digits[16];
    auto const end = std::to_chars(digits, digits + sizeof digits, response.status).ptr;
    head.append("HTTP/1.1 ").append(digits, end).append(" ").append(reason_of(response.status)).append("\r\n");
    add(head, "Date", date_now());
    for (auto const& [name, value] : response.headers) {
        if (!is_sendable(name) || !is_sendable(value)) return {};
        add(head, name, value);
    }
    if (response.events) {
        add(head, "Content-Type", "text/event-stream");
        add(head, "Cache-Control", "private, no-store");
        add(head, "X-Accel-Buffering", "no");
        add(head, "Connection", "close");  // the stream ends with the connection
    } else {
        if (!is_bodiless(response.status)) add(head, "Content-Length", response.payload().size());
        if (rules.after == After::close) {
            add(head, "Connection", "close");
        } else if (rules.version == Version::http_1_0) {
            add(head, "Connection", "keep-alive");
        }
    }
    return head.append("\r\n");
}

http::Response plain_reply(int status, Why why) {
    http::Response response;
    response.status = status;
    response.body = words_of(why);
    if (status == 405) response.with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    if (status == 503) response.with("Retry-After", why == Why::by_status ? "1" : "30");
    response.with("Content-Type", "text/plain; charset=utf-8").with("Cache-Control", "no-store");
    return response;
}

}  // namespace kith::net
