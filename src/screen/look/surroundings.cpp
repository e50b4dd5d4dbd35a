#include "screen/look/surroundings.hpp"

#include <bit>
#include <charconv>

namespace kith::screen {

namespace {

constexpr int hexadecimal_digits = 16;

template <class Number>
bool take_number(std::string_view& line, Number& number) {
    while (line.starts_with(' ')) line.remove_prefix(1);
    auto const [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    if (error != std::errc{}) return false;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    return true;
}

void append(std::string& out, std::string_view name, std::initializer_list<std::uint64_t> numbers) {
    out += name;
    for (auto const number : numbers) {
        out += ' ';
        out += std::to_string(number);
    }
    out += surroundings_line_end;
}

void append(std::string& out, std::string_view name, std::string_view words) {
    if (words.find(surroundings_line_end) != words.npos) return;
    out += name;
    out += ' ';
    out += words;
    out += surroundings_line_end;
}

void read_told(std::string_view numbers, Surroundings& found) {
    std::uint32_t what = 0, key = 0, share = 0;
    bool const whole = take_number(numbers, what) && take_number(numbers, key) && take_number(numbers, share);
    if (whole && what < class_count) found.told.push_back({static_cast<Class>(what), key, std::bit_cast<float>(share)});
}

template <class Value>
void read_up_to(std::string_view number, Value most, Value& value) {
    unsigned read = 0;
    if (take_number(number, read) && read <= static_cast<unsigned>(most)) value = static_cast<Value>(read);
}

void read_line(std::string_view name, std::string_view rest, Surroundings& found) {
    if (name == "region") {
        read_up_to(rest, Region::both, found.region);
        if (found.region == Region{}) found.region = Region::both;
    } else if (name == "today") {
        Today day;
        if (take_number(rest, day.year) && take_number(rest, day.month)) found.today = day;
    } else if (name == "nearness") {
        read_up_to(rest, Nearness::both, found.nearness);
    } else if (name == "strict") {
        found.strict = rest == "1";
    } else if (name == "told") {
        read_told(rest, found);
    } else if (name == "left") {
        if (auto const key = from_hexadecimal(rest)) found.left.push_back(*key);
    } else if (name == "member") {
        found.members.emplace_back(rest);
    } else if (name == "form") {
        found.forms.emplace_back(rest);
    }
}

}  // namespace

Settings Surroundings::settings(Patterns const* patterns) const {
    Settings settings;
    settings.region = region;
    settings.today = today;
    settings.nearness = nearness;
    settings.known = told;
    settings.patterns = patterns;
    return settings;
}

std::string text_of(Surroundings const& given) {
    std::string out;
    append(out, "region", {static_cast<std::uint64_t>(given.region)});
    append(out, "today", {static_cast<std::uint64_t>(given.today.year), static_cast<std::uint64_t>(given.today.month)});
    append(out, "nearness", {static_cast<std::uint64_t>(given.nearness)});
    append(out, "strict", {given.strict ? 1U : 0U});
    for (auto const& piece : given.told)
        append(out, "told",
               {static_cast<std::uint64_t>(piece.what), piece.key, std::bit_cast<std::uint32_t>(piece.log_share)});
    for (auto const key : given.left) append(out, "left", hexadecimal(key));
    for (auto const& name : given.members) append(out, "member", name);
    for (auto const& form : given.forms) append(out, "form", form);
    return out;
}

Surroundings read_surroundings(std::string_view text) {
    Surroundings found;
    while (!text.empty()) {
        auto const end = std::min(text.find(surroundings_line_end), text.size());
        auto const line = text.substr(0, end);
        text.remove_prefix(std::min(end + surroundings_line_end.size(), text.size()));
        auto const space = std::min(line.find(' '), line.size());
        read_line(line.substr(0, space), line.substr(std::min(space + 1, line.size())), found);
    }
    return found;
}

std::string hexadecimal(std::uint64_t value) {
    std::string digits(hexadecimal_digits, '0');
    for (int i = hexadecimal_digits; i-- > 0; value >>= 4)
        digits[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
    return digits;
}

std::optional<std::uint64_t> from_hexadecimal(std::string_view digits) {
    std::uint64_t value = 0;
    auto const* const end = digits.data() + digits.size();
    auto const [stopped, error] = std::from_chars(digits.data(), end, value, 16);
    if (digits.size() != hexadecimal_digits || error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

}  // namespace kith::screen
