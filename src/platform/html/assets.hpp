// What the browser gets besides pages: one stylesheet, one script, one font, one favicon, one sheet of icons
// ({{icon:log-out}} in a template refers to it, see tools/icons.mjs); and, when somebody begins to write, the
// check of drafts: a worker, the screening module, and what it has learnt. For the app on a
// phone: a manifest, icons, and the worker that opens pages off line.
//
// The bytes are built from web/ by tools/build_web.mjs and lie in the binary's read-only data; every
// view here lives as long as the process. Nothing allocates, nothing locks, any thread may ask.
//
// A path under /assets/ carries a hash of the content, so its answer may be cached for ever:
//   Cache-Control: public, max-age=31536000, immutable
// Two stand elsewhere, under names that browsers know: /app/worker.js and /apple-touch-icon.png.
// An unknown path or name is not a fault of the caller's data: look-ups answer nullptr or an empty
// view and the caller says "not found".
#pragma once

#include <span>
#include <string_view>

namespace kith::assets {

struct Asset {
    std::string_view name;      // as the sources call it: "main.css"
    std::string_view path;      // as the browser asks for it: "/assets/main-ab12cd34ef.css"
    std::string_view type;      // for Content-Type
    std::string_view identity;  // the bytes as they are
    std::string_view gzip;      // empty where it would not be smaller
    std::string_view brotli;    // empty where it would not be smaller
};

// In the order of their names.
[[nodiscard]] std::span<const Asset> all();

// The asset that the browser asked for, or nullptr.
[[nodiscard]] const Asset* find(std::string_view path);

// The path of "main.css", "main.js", "atkinson.woff2", "favicon.svg" or "kith.webmanifest"; empty for any other name.
[[nodiscard]] std::string_view path_of(std::string_view name);

}  // namespace kith::assets
