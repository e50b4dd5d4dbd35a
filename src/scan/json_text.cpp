#include "scan/json_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "scan/decode.hpp"

namespace kith::scan {

namespace {

void append_good(std::string& out, std::string_view text) {
    while (!text.empty()) {
        auto const plain = plain_run(text);
        out += text.substr(0, plain);
        if (plain == text.size()) return;
        switch (char const c = text[plain]) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\t': out += "\\t"; break;
            case '\r': out += "\\r"; break;
            default: out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        }
        text.remove_prefix(plain + 1);
    }
}

}  // namespace

void append_json(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        auto const good = utf8_prefix(text);
        append_good(out, text.substr(0, good));
        text.remove_prefix(good);
        if (text.empty()) break;
        out += "\xEF\xBF\xBD";
        text.remove_prefix(1);
    }
    out += '"';
}

void append_json(std::string& out, double number) {
    out += std::isfinite(number) ? fmt::format("{:.6g}", number) : "null";
}

}  // namespace kith::scan
