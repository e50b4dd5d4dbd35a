#include "app/demo/material.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "base/text.hpp"

namespace kith::app::demo {

namespace {

constexpr std::string_view thread_mark = "=== ", comment_mark = "--- ", quoting_mark = " quoting ";

std::string_view take_line(std::string_view& rest) {
    auto const end = rest.find('\n');
    auto const line = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    return line;
}

bool begins_something(std::string_view line) { return line.starts_with(thread_mark) || line.starts_with(comment_mark); }

// The lines up to the next mark.
std::string_view take_body(std::string_view& rest) {
    auto const* const begin = rest.data();
    auto const* end = begin;
    while (!rest.empty()) {
        auto ahead = rest;
        if (begins_something(take_line(ahead))) break;
        rest = ahead;
        end = rest.data();
    }
    return text::trim({begin, static_cast<std::size_t>(end - begin)});
}

Talk read_head(std::string_view line) {
    auto const first = line.find(" | "), second = line.find(" | ", first + 3);
    auto const kind = second == line.npos ? "" : line.substr(second + 3);
    if (kind != "asks" && kind != "says") throw std::logic_error{fmt::format("no head of a thread: {}", line)};
    return {line.substr(0, first), kind == "asks", {line.substr(first + 3, second - first - 3), {}}, {}};
}

Said read_comment_head(std::string_view line) {
    auto const at = line.find(quoting_mark);
    Said said{line.substr(0, at), {}};
    if (at == line.npos) return said;
    auto const number = line.substr(at + quoting_mark.size());
    std::from_chars(number.data(), number.data() + number.size(), said.quoting);
    return said;
}

}  // namespace

std::vector<Talk> read_talk(std::string_view text) {
    std::vector<Talk> talks;
    auto rest = text::trim(text);
    while (!rest.empty()) {
        auto const line = take_line(rest);
        auto const body = take_body(rest);
        if (body.empty()) throw std::logic_error{fmt::format("nothing is said after: {}", line)};
        if (line.starts_with(thread_mark)) {
            talks.push_back(read_head(line.substr(thread_mark.size())));
            talks.back().head.body = body;
        } else if (line.starts_with(comment_mark) && !talks.empty()) {
            auto said = read_comment_head(line.substr(comment_mark.size()));
            said.body = body;
            if (said.quoting > talks.back().comments.size())
                throw std::logic_error{fmt::format("a comment quotes what is not said yet: {}", line)};
            talks.back().comments.push_back(said);
        } else {
            throw std::logic_error{fmt::format("neither a thread nor a comment: {}", line)};
        }
    }
    return talks;
}

}  // namespace kith::app::demo
