#include "scan/report.hpp"

#include <fmt/format.h>

namespace kith::scan {

std::unique_ptr<Report> make_report(Format format, std::FILE* out) {
    switch (format) {
        case Format::json: return json_report(out);
        case Format::html: return html_report(out);
        case Format::terminal: break;
    }
    return terminal_report(out);
}

std::string words_of(Document const& document, Spot spot) {
    return fmt::format("{} {}", document.unit == Unit::page ? "page" : "line", spot.number);
}

std::string words_of(Sum const& sum) {
    auto const files = fmt::format("{} {}", sum.documents, sum.documents == 1 ? "file" : "files");
    if (sum.direct + sum.quasi == 0) return fmt::format("Nothing was found in {}.", files);
    std::string parts;
    if (sum.direct > 0) parts = fmt::format("{} that can lead to one person", sum.direct);
    if (sum.quasi > 0)
        parts += fmt::format("{}{} that can do so together with others", sum.direct > 0 ? ", " : "", sum.quasi);
    return fmt::format("In {} of {}: {}.", sum.marked_documents, files, parts);
}

}  // namespace kith::scan
