// Copies of what was read, with everything found covered, in a folder of their own.
//
// Only this writes files, only when asked to, and never over one that is there. Files are made
// for their owner alone. Text, Markdown, HTML, JSON and CSV keep their format; DOCX, ODF and
// PDF become text; an archive becomes a folder. One thread.
#pragma once

#include <memory>
#include <string>

#include "scan/screened.hpp"

namespace kith::scan {

class MaskedCopies {
public:
    // Makes the folder. Throws Unreadable when that cannot be.
    explicit MaskedCopies(std::string folder);
    ~MaskedCopies();
    MaskedCopies(MaskedCopies const&) = delete;
    MaskedCopies& operator=(MaskedCopies const&) = delete;

    // The next piece of its document; pieces of one document come one after the other. Throws Unreadable.
    void add(Screened const&);
    void close();

private:
    void open(Document const&);

    std::string folder_;
    std::shared_ptr<Document const> document_;
    int file_ = -1;
};

}  // namespace kith::scan
