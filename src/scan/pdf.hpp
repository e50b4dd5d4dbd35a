// Text out of PDF, by poppler's pdftotext in a process of its own.
#pragma once

#include "scan/child.hpp"

namespace kith::scan {

// Pages end with a form feed. `descriptor` is read from its beginning and stays the caller's.
// After the last byte `check` says, by throwing Unreadable, what went wrong.
class PdfSource : public ByteSource {
public:
    explicit PdfSource(int descriptor);
    std::size_t read(char* to, std::size_t most) override;

private:
    void check() const;

    ChildSource child_;
};

}  // namespace kith::scan
