#include <fmt/format.h>

#include "scan/report.hpp"

namespace kith::scan {

namespace {

// One page that needs nothing else: no script, no address, readable in black and white and on paper.
constexpr std::string_view head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What was found</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.5 "Atkinson Hyperlegible Next", system-ui, sans-serif; max-inline-size: 60rem; margin: 2rem auto; padding: 0 1rem;
  color: light-dark(#22282a, #e8e4da); background: light-dark(#fbf8f2, #1b2022); }
h2 { font-size: 1.125rem; margin-block: 2.5rem 0.5rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; inline-size: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.5rem 0.75rem 0.5rem 0; border-block-end: 1px solid light-dark(#d8d2c4, #3a4144); }
td:nth-child(1), td:nth-child(2) { white-space: nowrap; }
td:nth-child(3) { overflow-wrap: anywhere; }
mark { background: none; color: inherit; font-weight: 600; text-decoration: underline 2px; text-decoration-color: light-dark(#a85f00, #f0b35a); }
.why { display: block; color: light-dark(#50585a, #b8b4aa); font-size: 0.9375rem; }
</style>
</head>
<body>
<h1>What was found</h1>
<p>This page holds words from the files that were read. Keep it as safe as you keep them.</p>
)";

std::string escaped(std::string_view text) {
    std::string made;
    for (char const c : text) {
        switch (c) {
            case '&': made += "&amp;"; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            case '"': made += "&quot;"; break;
            default: made += c;
        }
    }
    return made;
}

class Html : public Report {
public:
    explicit Html(std::FILE* out) : out_{out} { print(head); }

    void begin(Document const& document) override {
        document_ = &document;
        print(fmt::format("<h2>{}</h2>\n<table>\n<thead><tr><th>Where<th>What<th>Words</thead>\n<tbody>\n",
                          escaped(document.name)));
    }

    void mark(Mark const& mark) override {
        std::string class_name{screen::name_of(mark.what)};
        for (char& c : class_name)
            if (c == '_') c = ' ';
        auto why = mark.reason;
        if (!mark.broader.empty()) why += fmt::format(" It could say: {}.", mark.broader.front());
        row(words_of(*document_, mark.spot), class_name, excerpt(mark.excerpt), why);
    }

    void end(Together const& together) override {
        for (auto const& tone : together.tones)
            row(words_of(*document_, tone.spot), "tone", excerpt(tone.excerpt), tone.reason);
        if (together.danger != screen::Danger::none)
            row("together", screen::name_of(together.danger), "", together.reason);
        print("</tbody>\n</table>\n");
    }

    void close(Sum const& sum) override {
        print(fmt::format("<h2>In all</h2>\n<p>{}</p>\n", escaped(words_of(sum))));
        if (!sum.faults.empty()) {
            print("<h2>Not read, or not all of it</h2>\n<ul>\n");
            for (auto const& [name, words] : sum.faults)
                print(fmt::format("<li>{}: {}\n", escaped(name), escaped(words)));
            print("</ul>\n");
        }
        print("</body>\n</html>\n");
    }

private:
    void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), out_); }

    void row(std::string_view where, std::string_view what, std::string const& words, std::string const& why) {
        print(fmt::format("<tr><td>{}<td>{}<td>{}<span class=\"why\">{}</span>\n", escaped(where), escaped(what), words,
                          escaped(why)));
    }

    static std::string excerpt(Excerpt const& excerpt) {
        return fmt::format("{}<mark>{}</mark>{}", escaped(excerpt.before), escaped(excerpt.found),
                           escaped(excerpt.after));
    }

    std::FILE* out_;
    Document const* document_ = nullptr;
};

}  // namespace

std::unique_ptr<Report> html_report(std::FILE* out) { return std::make_unique<Html>(out); }

}  // namespace kith::scan
