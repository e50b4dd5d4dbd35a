#include "platform/http/header.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace kith::http {

namespace {

// What stands before `mark`; `text` keeps what comes after it.
std::string_view cut(std::string_view& text, char mark) {
    auto const at = text.find(mark);
    auto const part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return text::trim(part);
}

// "1", "0.5" and the like; anything else counts as a full wish.
int thousandths(std::string_view quality) {
    if (quality.starts_with('1')) return 1000;
    if (quality == "0") return 0;
    if (!quality.starts_with("0.") || quality.size() > 5) return 1000;
    int value = 0, digit_worth = 100;
    for (char c : quality.substr(2)) {
        if (c < '0' || c > '9') return 1000;
        value += (c - '0') * digit_worth;
        digit_worth /= 10;
    }
    return value;
}

}  // namespace

bool is_header_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view{"!#$%&'*+-.^_`|~"}.contains(c);
    });
}

bool is_header_value(std::string_view value) {
    if (text::trim(value).size() != value.size()) return false;
    return std::ranges::none_of(
        value, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; });
}

int weight_of(std::string_view list, std::string_view choice) {
    while (!list.empty()) {
        auto item = cut(list, ',');
        if (text::ascii_lower(cut(item, ';')) != choice) continue;
        while (!item.empty()) {
            auto parameter = cut(item, ';');
            if (text::ascii_lower(cut(parameter, '=')) == "q") return thousandths(text::trim(parameter));
        }
        return 1000;
    }
    return 0;
}

}  // namespace kith::http
