#include "scan/line_object.hpp"

#include "scan/decode.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t id_digits_max = 15;  // beyond them numbers are not what they seem

// Walks over a line; every step says whether all is plain so far.
class Walk {
public:
    explicit Walk(std::string_view line) : line_{line} {}

    bool at_end() {
        space();
        return at_ == line_.size();
    }

    bool sign(char wanted) {
        space();
        if (at_ == line_.size() || line_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    bool next_is(char wanted) {
        space();
        return at_ < line_.size() && line_[at_] == wanted;
    }

    // A text without escapes, its quotation marks left out.
    bool raw_text(std::string_view& out) {
        if (!sign('"')) return false;
        auto const size = plain_run(line_.substr(at_));
        out = line_.substr(at_, size);
        at_ += size;
        return sign_here('"') && utf8_prefix(out) == out.size();
    }

    bool text(std::string& out) {
        if (!sign('"')) return false;
        out.clear();
        while (at_ < line_.size()) {
            auto const size = plain_run(line_.substr(at_));
            auto const run = line_.substr(at_, size);
            if (utf8_prefix(run) != size) return false;
            out += run;
            at_ += size;
            if (sign_here('"')) return true;
            if (!escape(out)) return false;
        }
        return false;
    }

    // A whole number, or one of the words that JSON has.
    bool raw_value(std::string_view& out) {
        space();
        for (std::string_view const word : {"null", "true", "false"}) {
            if (!line_.substr(at_).starts_with(word)) continue;
            out = line_.substr(at_, word.size());
            at_ += word.size();
            return true;
        }
        auto const begin = at_;
        while (at_ < line_.size() && line_[at_] >= '0' && line_[at_] <= '9') ++at_;
        out = line_.substr(begin, at_ - begin);
        bool const is_whole = at_ == line_.size() || !std::string_view{".eE"}.contains(line_[at_]);
        return !out.empty() && out.size() <= id_digits_max && (out.size() == 1 || out[0] != '0') && is_whole;
    }

private:
    void space() {
        while (at_ < line_.size() && std::string_view{" \t\r\n"}.contains(line_[at_])) ++at_;
    }

    bool sign_here(char wanted) {
        if (at_ == line_.size() || line_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    bool escape(std::string& out) {
        if (!sign_here('\\') || at_ == line_.size()) return false;
        constexpr std::string_view written = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
        char const c = line_[at_++];
        if (auto const known = written.find(c); known != written.npos) return out += meant[known], true;
        if (c != 'u') return false;
        int const unit = four_digits();
        if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return false;
        if (unit < 0xD800 || unit > 0xDFFF) return append_utf8(out, static_cast<char32_t>(unit)), true;
        if (!sign_here('\\') || !sign_here('u')) return false;
        int const low = four_digits();
        if (low < 0xDC00 || low > 0xDFFF) return false;
        append_utf8(out, static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)));
        return true;
    }

    int four_digits() {
        int value = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            char const c = at_ < line_.size() ? line_[at_] : ' ';
            char const small = static_cast<char>(c | 0x20);
            int const digit = c >= '0' && c <= '9' ? c - '0' : small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    std::string_view line_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<LineObject> read_line_object(std::string_view line) {
    Walk walk{line};
    LineObject object;
    bool has_id = false, has_text = false;
    if (!walk.sign('{')) return std::nullopt;
    do {
        std::string_view key, value;
        if (!walk.raw_text(key) || !walk.sign(':')) return std::nullopt;
        bool const is_id = key == "id", is_text = key == "text";
        if ((is_id && has_id) || (is_text && has_text)) return std::nullopt;
        has_id = has_id || is_id;
        has_text = has_text || is_text;
        bool plain = false;
        if (is_text) {
            plain = walk.text(object.text);
        } else if (walk.next_is('"')) {
            plain = walk.raw_text(value);
            if (is_id) object.id.assign(1, '"').append(value).append(1, '"');
        } else {
            plain = walk.raw_value(value);
            if (is_id && (value == "true" || value == "false")) return std::nullopt;
            if (is_id) object.id = value;
        }
        if (!plain) return std::nullopt;
    } while (walk.sign(','));
    if (!walk.sign('}') || !walk.at_end() || !has_text) return std::nullopt;
    return object;
}

}  // namespace kith::scan
