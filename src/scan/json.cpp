// JSON: each text or number becomes a line with the name it stands under before it. A walk over the
// tokens, not a parser: whatever is broken about the rest, what stands in quotation marks is read.
#include <algorithm>
#include <string>

#include "scan/decode.hpp"
#include "scan/extract.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t name_bytes_max = 200;   // of a name repeated before its value
constexpr std::size_t escape_bytes_max = 12;  // \ud83d\ude00
constexpr std::size_t instant_digits_min = 9, instant_digits_max = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// The value of \uXXXX at `at`, or -1.
int unit_at(std::string_view bytes, std::size_t at) {
    if (at + 6 > bytes.size() || bytes[at] != '\\' || bytes[at + 1] != 'u') return -1;
    int value = 0;
    for (char const c : bytes.substr(at + 2, 4)) {
        int const digit = is_digit(c) ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value;
}

// Some archives write each byte of a character as \u00XX. As many such bytes as make whole characters.
std::size_t bytes_as_units(std::string_view bytes, std::size_t at, std::string& made) {
    std::string raw;
    for (auto next = at; raw.size() < 4; next += 6) {
        int const unit = unit_at(bytes, next);
        if (unit < 0x80 || unit > 0xFF) break;
        raw += static_cast<char>(unit);
        if (utf8_prefix(raw) == raw.size()) return made = raw, raw.size() * 6;
    }
    return 0;
}

// What an escape at `at` (a backslash) stands for; how many bytes it takes.
std::size_t escape(std::string_view bytes, std::size_t at, std::string& made) {
    made.clear();
    if (at + 1 >= bytes.size()) return made = "\\", 1;
    char const c = bytes[at + 1];
    if (c != 'u') {
        constexpr std::string_view written = "nrtbf", meant = "\n\n\t  ";
        auto const known = written.find(c);
        made = known == written.npos ? c : meant[known];
        // A character of several bytes after a stray backslash: the backslash alone is taken.
        if (static_cast<unsigned char>(c) >= 0x80) return made = "\\", 1;
        return 2;
    }
    if (auto const taken = bytes_as_units(bytes, at, made); taken > 0) return taken;
    int const unit = unit_at(bytes, at);
    if (unit < 0) return made = "\\", 1;
    int const low = unit_at(bytes, at + 6);
    if (unit >= 0xD800 && unit <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
        append_utf8(made, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
        return 12;
    }
    append_utf8(made, unit == 0 ? U' ' : static_cast<char32_t>(unit));
    return 6;
}

class Json : public Extractor {
public:
    std::size_t take(std::string_view bytes, More more, Extracted& out, bool& is_plain) override {
        is_plain = false;
        std::size_t at = 0;
        if (inside_) at = rest_of_text(bytes, more, out);
        if (inside_) return at;
        while (at < bytes.size()) {
            auto const next = token(bytes, at, more, out);
            if (next == at) break;
            at = next;
            if (inside_) return at;
        }
        return at;
    }

private:
    // Where the text that begins at `from`, after its quotation mark, ends: at the closing one.
    static std::size_t end_of_text(std::string_view bytes, std::size_t from) {
        while (true) {
            if (from >= bytes.size()) return bytes.npos;
            auto const at = from + plain_run(bytes.substr(from));
            if (at == bytes.size()) return bytes.npos;
            if (bytes[at] == '"') return at;
            from = at + (bytes[at] == '\\' ? 2 : 1);
        }
    }

    // Takes the token at `at`; returns where the next begins, or `at` when it does not end here.
    std::size_t token(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        char const c = bytes[at];
        if (c == '"') return quoted(bytes, at, more, out);
        if (is_digit(c) || (c == '-' && at + 1 < bytes.size() && is_digit(bytes[at + 1])))
            return number(bytes, at, more, out);
        if (std::string_view{",]}"}.contains(c)) {
            // `true`, `null` or nothing stood under the name.
            if (fresh_name_) out.add_own("\n");
            fresh_name_ = false;
            if (c != ',') name_.clear();
        }
        return at + 1;
    }

    std::size_t quoted(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        auto const end = end_of_text(bytes, at + 1);
        if (end == bytes.npos) {
            if (more == More::comes || (more == More::must_cut && at > 0)) return at;
            begin_value(out);
            inside_ = true;
            return at + 1 + rest_of_text(bytes.substr(at + 1), more, out, at + 1);
        }
        auto after = end + 1;
        while (after < bytes.size() && is_space(bytes[after])) ++after;
        if (after == bytes.size() && more == More::comes) return at;
        auto const words = bytes.substr(at + 1, end - at - 1);
        bool const is_name = after < bytes.size() && bytes[after] == ':';
        if (!is_name) {
            begin_value(out);
            decode(words, at + 1, out);
            out.add_own("\n");
            return end + 1;
        }
        auto value = after + 1;
        while (value < bytes.size() && is_space(bytes[value])) ++value;
        if (value == bytes.size() && more == More::comes) return at;
        // A name over a list or a group stands alone; over a value it stands before that.
        bool const over_group = value < bytes.size() && (bytes[value] == '{' || bytes[value] == '[');
        if (fresh_name_) out.add_own("\n");
        auto const before = out.text.size();
        // What programs call their fields identifies nobody and stays as it is in a masked copy.
        if (is_name_of_program(words))
            out.add_own(spaced(words));
        else
            decode(words, at + 1, out);
        name_ = front_of(std::string_view{out.text}.substr(before), name_bytes_max);
        out.add_own(over_group ? "\n" : ": ");
        fresh_name_ = !over_group;
        return value;
    }

    std::size_t number(std::string_view bytes, std::size_t at, More more, Extracted& out) {
        auto end = at + 1;
        while (end < bytes.size() && (is_digit(bytes[end]) || std::string_view{".eE+-"}.contains(bytes[end]))) ++end;
        if (end == bytes.size() && more == More::comes) return at;
        if (is_instant(bytes.substr(at, end - at))) {
            if (fresh_name_) out.add_own("\n");
            fresh_name_ = false;
            return end;
        }
        begin_value(out);
        out.add(bytes.substr(at, end - at), at, Run::How::number);
        out.add_own("\n");
        return end;
    }

    // Seconds or milliseconds since 1970 identify nobody, and look like numbers that do.
    bool is_instant(std::string_view number) const {
        if (number.size() < instant_digits_min || number.size() > instant_digits_max) return false;
        return name_.contains("time") || name_.contains("Time") || name_.contains("date") || name_.ends_with(" at") ||
               name_.ends_with(" ms");
    }

    void begin_value(Extracted& out) {
        // The name was just written before its first value; before later ones of a list it is repeated.
        if (!fresh_name_ && !name_.empty() && out.ends_line()) {
            out.add_own(name_);
            out.add_own(": ");
        }
        fresh_name_ = false;
    }

    // Goes on with a text that an earlier call had to cut. `base`: where `bytes` stand.
    std::size_t rest_of_text(std::string_view bytes, More more, Extracted& out, std::size_t base = 0) {
        auto const end = end_of_text(bytes, 0);
        if (end == bytes.npos && more == More::comes) return 0;
        if (end == bytes.npos) {
            auto const cut = more == More::none ? bytes.size() : whole_escapes(bytes, cut_of(bytes, more));
            decode(bytes.substr(0, cut), base, out);
            return cut;
        }
        decode(bytes.substr(0, end), base, out);
        out.add_own("\n");
        inside_ = false;
        return end + 1;
    }

    // At most `cut`, but never through an escape.
    static std::size_t whole_escapes(std::string_view bytes, std::size_t cut) {
        for (auto slash = bytes.find('\\'); slash < cut; slash = bytes.find('\\', slash + 2))
            if (slash > 0 && slash + escape_bytes_max > cut) return slash;
        return cut;
    }

    static void decode(std::string_view words, std::size_t source, Extracted& out) {
        std::string made;
        std::size_t at = 0;
        while (at < words.size()) {
            auto const slash = std::min(words.find('\\', at), words.size());
            out.add(words.substr(at, slash - at), source + at);
            if (slash == words.size()) return;
            auto const taken = escape(words, slash, made);
            out.add_changed(made, source + slash, taken);
            at = slash + taken;
        }
    }

    std::string name_;
    bool fresh_name_ = false;
    bool inside_ = false;  // a text that was cut
};

}  // namespace

std::unique_ptr<Extractor> json_extractor() { return std::make_unique<Json>(); }

}  // namespace kith::scan
