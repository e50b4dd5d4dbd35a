// A form with files in it: the first line is the Content-Type, the rest is the body.
#include "platform/http/multipart.hpp"
#include "checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    constexpr std::size_t parts_max = 20;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const line = bytes.find('\n');
    if (line == bytes.npos) return 0;
    auto const boundary = http::boundary_of(bytes.substr(0, line));
    if (!boundary) return 0;
    fuzz::must(!boundary->empty() && boundary->size() <= http::boundary_bytes_max, "a boundary of some length");
    auto const body = bytes.substr(line + 1);
    auto const parts = http::read_multipart(body, *boundary, parts_max);
    if (!parts) return 0;
    fuzz::must(parts->size() <= parts_max, "no more parts than were asked for");
    auto const* before = body.data();
    for (auto const& part : *parts) {
        if (part.content.empty()) continue;
        fuzz::must(
            part.content.data() >= before && part.content.data() + part.content.size() <= body.data() + body.size(),
            "contents lie in the body, one after another");
        fuzz::must(part.content.find("\r\n--" + *boundary) == part.content.npos, "no boundary lies in a content");
        before = part.content.data() + part.content.size();
    }
    return 0;
}
