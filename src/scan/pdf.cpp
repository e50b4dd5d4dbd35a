#include "scan/pdf.hpp"

namespace kith::scan {

namespace {

std::string pdftotext() {
    if (auto found = find_program("pdftotext")) return *found;
    throw Unreadable{"needs poppler's pdftotext to be read, which is not installed (Debian: poppler-utils)"};
}

}  // namespace

PdfSource::PdfSource(int descriptor) : child_{pdftotext(), {"-enc", "UTF-8", "-", "-"}, descriptor} {}

std::size_t PdfSource::read(char* to, std::size_t most) {
    auto const got = child_.read(to, most);
    if (got == 0) check();
    return got;
}

void PdfSource::check() const {
    if (child_.status() == 0) return;
    if (child_.complaints().contains("Incorrect password"))
        throw Unreadable{"is encrypted: it opens only with its password"};
    if (!child_.status())
        throw Unreadable{"needs more time or memory than a document would; the rest of it is left alone"};
    throw Unreadable{"is a damaged PDF"};
}

}  // namespace kith::scan
