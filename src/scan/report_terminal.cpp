#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "scan/report.hpp"

namespace kith::scan {

namespace {

class Terminal : public Report {
public:
    explicit Terminal(std::FILE* out) : out_{out}, bright_{::isatty(::fileno(out)) == 1 && !no_colour()} {}

    void begin(Document const& document) override {
        document_ = &document;
        fmt::print(out_, "{}\n", strong(text::one_line(document.name)));
    }

    void mark(Mark const& mark) override {
        std::string class_name{screen::name_of(mark.what)};
        for (char& c : class_name)
            if (c == '_') c = ' ';
        fmt::print(out_, "  {:<16} {:<13} {}\n", place(mark.spot), class_name, excerpt(mark.excerpt));
        fmt::print(out_, "  {:<16} {:<13} {}", "", "", mark.reason);
        if (!mark.broader.empty()) fmt::print(out_, " It could say: {}.", mark.broader.front());
        fmt::print(out_, "\n");
    }

    void end(Together const& together) override {
        for (auto const& tone : together.tones)
            fmt::print(out_, "  {:<16} {:<13} {}\n  {:<16} {:<13} {}\n", place(tone.spot), "tone",
                       excerpt(tone.excerpt), "", "", tone.reason);
        if (together.danger != screen::Danger::none)
            fmt::print(out_, "  {:<16} {:<13} {}\n", "together", screen::name_of(together.danger), together.reason);
        fmt::print(out_, "\n");
    }

    void close(Sum const& sum) override { fmt::print(out_, "{}\n", words_of(sum)); }

private:
    // https://no-color.org
    static bool no_colour() {
        return std::getenv("NO_COLOR") != nullptr;  // NOLINT(concurrency-mt-unsafe): nothing here sets the environment
    }

    std::string place(Spot spot) const {
        auto words = words_of(*document_, spot);
        if (spot.column > 0) words += fmt::format(", {}", spot.column);
        return words;
    }

    std::string excerpt(Excerpt const& excerpt) const {
        if (bright_) return fmt::format("{}\033[7m{}\033[0m{}", excerpt.before, excerpt.found, excerpt.after);
        return fmt::format("{}«{}»{}", excerpt.before, excerpt.found, excerpt.after);
    }

    std::string strong(std::string const& words) const { return bright_ ? "\033[1m" + words + "\033[0m" : words; }

    std::FILE* out_;
    bool bright_;
    Document const* document_ = nullptr;
};

}  // namespace

std::unique_ptr<Report> terminal_report(std::FILE* out) { return std::make_unique<Terminal>(out); }

}  // namespace kith::scan
