#include <fmt/format.h>

#include "scan/json_text.hpp"
#include "scan/report.hpp"

namespace kith::scan {

namespace {

// {"files":[{"file","kind","findings":[…],"jigsaw":{…},"tone":[…]}],"read","direct","quasi","faults":[…],"left_out":{…}}
class Json : public Report {
public:
    explicit Json(std::FILE* out) : out_{out} { text_ = "{\"files\":["; }

    void begin(Document const& document) override {
        document_ = &document;
        text_ += first_file_ ? "\n" : ",\n";
        first_file_ = false;
        first_mark_ = true;
        pair("{\"file\":", document.name);
        pair(",\"kind\":", document.kind);
        text_ += ",\"findings\":[";
    }

    void mark(Mark const& mark) override {
        text_ += first_mark_ ? "\n {" : ",\n {";
        first_mark_ = false;
        place(mark.spot);
        text_ += fmt::format(",\"start\":{},\"end\":{}", mark.start, mark.end);
        pair(",\"class\":", screen::name_of(mark.what));
        pair(",\"kind\":", screen::name_of(mark.kind));
        text_ += ",\"confidence\":";
        append_json(text_, static_cast<double>(mark.confidence));
        pair(",\"reason\":", mark.reason);
        text_ += ",\"broader\":[";
        for (auto const& words : mark.broader) pair(&words == mark.broader.data() ? "" : ",", words);
        text_ += "]";
        excerpt(mark.excerpt);
        text_ += "}";
        flush();
    }

    void end(Together const& together) override {
        text_ += "],\"jigsaw\":{\"people\":";
        if (together.danger == screen::Danger::none)
            text_ += "null";
        else
            append_json(text_, together.people);
        pair(",\"level\":", screen::name_of(together.danger));
        pair(",\"reason\":", together.reason);
        text_ += "},\"tone\":[";
        for (auto const& tone : together.tones) {
            text_ += &tone == together.tones.data() ? "{" : ",{";
            place(tone.spot);
            pair(",\"level\":", screen::name_of(tone.danger));
            pair(",\"reason\":", tone.reason);
            excerpt(tone.excerpt);
            text_ += "}";
        }
        text_ += "]}";
        flush();
    }

    void close(Sum const& sum) override {
        text_ += fmt::format("\n],\"read\":{},\"direct\":{},\"quasi\":{},\"faults\":[", sum.documents, sum.direct,
                             sum.quasi);
        for (auto const& [name, words] : sum.faults) {
            pair(&name == &sum.faults.front().first ? "{\"file\":" : ",{\"file\":", name);
            pair(",\"message\":", words);
            text_ += "}";
        }
        text_ += "],\"left_out\":{";
        for (auto const& [ending, count] : sum.left_out) {
            pair(&ending == &sum.left_out.front().first ? "" : ",", ending);
            text_ += fmt::format(":{}", count);
        }
        text_ += "}}\n";
        flush();
    }

private:
    void pair(std::string_view before, std::string_view words) {
        text_ += before;
        append_json(text_, words);
    }

    void place(Spot spot) {
        text_ += fmt::format("\"{}\":{}", document_->unit == Unit::page ? "page" : "line", spot.number);
        if (spot.column > 0) text_ += fmt::format(",\"column\":{}", spot.column);
    }

    void excerpt(Excerpt const& excerpt) {
        pair(",\"excerpt\":{\"before\":", excerpt.before);
        pair(",\"found\":", excerpt.found);
        pair(",\"after\":", excerpt.after);
        text_ += "}";
    }

    void flush() {
        std::fwrite(text_.data(), 1, text_.size(), out_);
        text_.clear();
    }

    std::FILE* out_;
    std::string text_;
    Document const* document_ = nullptr;
    bool first_file_ = true, first_mark_ = true;
};

}  // namespace

std::unique_ptr<Report> json_report(std::FILE* out) { return std::make_unique<Json>(out); }

}  // namespace kith::scan
