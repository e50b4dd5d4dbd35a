#include "domain/files/refusals.hpp"

namespace kith::files {

namespace {

constexpr std::chrono::seconds soon{5};

std::string_view in_words(media::Refused why) {
    switch (why) {
        case media::Refused::unknown:
            return "Kith takes pictures (JPEG, PNG, WebP, HEIC) and documents (PDF). This is something else: take it "
                   "away, "
                   "or choose another.";
        case media::Refused::broken: return "This file is broken, or not what it says it is. Try another one.";
        case media::Refused::too_large:
            return "This file is too large. It can have 12 megabytes. Make it smaller first.";
        case media::Refused::too_many_pixels:
            return "This picture has more than 50 million points. Make it smaller first.";
        case media::Refused::too_many_pages:
            return "This document has more than 20 pages. Share the part that matters.";
        case media::Refused::locked: return "This document needs a password. Save it without one first.";
        case media::Refused::no_fonts:
            return "This document leans on letters that it does not bring along. Save it as PDF with its fonts, or "
                   "share a picture of it.";
        case media::Refused::too_slow: return "This file takes too long to read. Try a smaller one.";
        case media::Refused::busy:
            return "Other files are being read at this moment. Nothing is lost: send it again in a few seconds.";
    }
    return {};
}

}  // namespace

Error refusal(media::Refused why) {
    std::string words{in_words(why)};
    if (why == media::Refused::busy) return {Kind::unavailable, {}, soon, std::move(words)};
    return Error::invalid("file", std::move(words));
}

}  // namespace kith::files
