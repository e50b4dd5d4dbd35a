#include <algorithm>

#include "scan/decode.hpp"
#include "scan/extract.hpp"

namespace kith::scan {

namespace {

// How far from the end an empty line is looked for.
constexpr std::size_t paragraph_window_bytes = 64 * 1024;
// A character is at most this long.
constexpr std::size_t character_bytes_max = 4;
constexpr std::size_t program_name_bytes_max = 40;

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

class Plain : public Extractor {
public:
    std::size_t take(std::string_view bytes, More more, Extracted& out, bool& is_plain) override {
        auto const cut = cut_of(bytes, more);
        is_plain = utf8_prefix(bytes.substr(0, cut)) == cut;
        if (!is_plain) out.add(bytes.substr(0, cut), 0);
        return cut;
    }
};

}  // namespace

std::size_t cut_of(std::string_view text, More more) {
    if (more == More::none || text.empty()) return text.size();
    auto const window = text.size() > paragraph_window_bytes ? text.size() - paragraph_window_bytes : 0;
    if (auto const empty = text.rfind("\n\n"); empty != text.npos && empty >= window && empty > 0) return empty + 2;
    if (auto const line = text.find_last_of("\n\f"); line != text.npos) return line + 1;
    if (more == More::comes) return 0;
    if (auto const space = text.find_last_of(" \t\r"); space != text.npos && space >= window) return space + 1;
    auto const whole = text.size() - std::min(character_bytes_max, text.size() - 1);
    auto const good = whole + utf8_prefix(text.substr(whole));
    return good > whole ? good : text.size();
}

std::string spaced(std::string_view name) {
    std::string words;
    for (std::size_t at = 0; at < name.size(); ++at) {
        auto const before = at > 0 ? name[at - 1] : ' ';
        if (is_small(before) && is_capital(name[at])) words += ' ';
        words += name[at] == '_' ? ' ' : name[at];
    }
    return words;
}

bool is_name_of_program(std::string_view name) {
    return name.size() <= program_name_bytes_max && std::ranges::all_of(name, [](char c) {
               return is_small(c) || is_capital(c) || (c >= '0' && c <= '9') || c == '_' || c == '-';
           });
}

std::unique_ptr<Extractor> plain_extractor() { return std::make_unique<Plain>(); }

}  // namespace kith::scan
