// A look as JSON: numbers without a locale, text escaped as RFC 8259 asks and no further.
#include "screen/look/look.hpp"

namespace kith::screen {

namespace {

constexpr double thousandths_max = 1e15;  // what a browser's number holds without loss

class Writer {
public:
    Writer& raw(std::string_view piece) {
        out_ += piece;
        return *this;
    }
    Writer& name(std::string_view name) { return raw(out_.back() == '{' ? "\"" : ",\"").raw(name).raw("\":"); }
    Writer& number(std::uint64_t value) { return raw(std::to_string(value)); }
    Writer& boolean(bool value) { return raw(value ? "true" : "false"); }

    // Three places behind the point are more than the guess deserves.
    Writer& decimal(double value) {
        bool const fits = value >= 0 && value * 1000 < thousandths_max;
        auto const thousandths = static_cast<std::uint64_t>(fits ? value * 1000 + 0.5 : 0.0);
        auto const rest = std::to_string(1000 + thousandths % 1000);
        return number(thousandths / 1000).raw(".").raw(std::string_view{rest}.substr(1));
    }

    Writer& text(std::string_view value) {
        out_ += '"';
        for (char const c : value) {
            if (c == '"' || c == '\\') out_ += '\\';
            if (static_cast<unsigned char>(c) >= ' ')
                out_ += c;
            else
                raw("\\u00").raw(hexadecimal(static_cast<unsigned char>(c)).substr(14));
        }
        out_ += '"';
        return *this;
    }

    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

void write_finding(Writer& out, std::string_view text, Finding const& finding, bool shown) {
    out.raw("{").name("start").number(finding.start).name("end").number(finding.end);
    out.name("class").text(name_of(finding.what)).name("kind").text(name_of(finding.kind));
    out.name("confidence").decimal(finding.confidence).name("reason").text(finding.reason);
    out.name("broader").raw("[");
    for (auto const& wording : finding.broader) out.raw(&wording == finding.broader.data() ? "" : ",").text(wording);
    out.raw("]").name("key").text(hexadecimal(key_of(text, finding))).name("shown").boolean(shown).raw("}");
}

}  // namespace

std::string json_of(std::string_view text, Looked const& looked) {
    auto const& [report, look] = looked;
    Writer out;
    out.raw("{").name("mark").text(hexadecimal(mark_of(text))).name("things").number(look.things());
    out.name("may_send").boolean(look.may_send).name("findings").raw("[");
    auto shown = look.findings.begin();
    for (std::uint32_t i = 0; i < report.findings.size(); ++i) {
        bool const is_shown = shown != look.findings.end() && *shown == i;
        if (is_shown) ++shown;
        write_finding(out.raw(i == 0 ? "" : ","), text, report.findings[i], is_shown);
    }
    out.raw("]").name("jigsaw").raw("{").name("danger").text(name_of(report.jigsaw.danger));
    out.name("people").decimal(report.jigsaw.people).name("reason").text(report.jigsaw.reason);
    out.name("shown").boolean(look.jigsaw);
    if (report.jigsaw.broaden_first) out.name("broaden_first").number(*report.jigsaw.broaden_first);
    out.raw("}").name("tone").raw("{").name("danger").text(name_of(report.tone.danger));
    out.name("start").number(report.tone.start).name("end").number(report.tone.end);
    out.name("reason").text(report.tone.reason).name("shown").boolean(look.tone);
    // The tone comes last of what is shown, and its key with it.
    out.name("key").text(look.tone ? hexadecimal(look.keys.back()) : std::string{}).raw("}}");
    return out.take();
}

}  // namespace kith::screen
