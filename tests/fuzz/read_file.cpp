// A file of any kind, by its first bytes and its name: archives, documents, encodings; screened and masked.
// PDF is left out: its reader is another program, in a process of its own.
#include <array>
#include <nlohmann/json.hpp>

#include "checks.hpp"
#include "scan/reader.hpp"
#include "scan/screened.hpp"
#include "screen/model.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kith;
    if (size == 0) return 0;
    constexpr std::array<std::string_view, 6> names{"a.txt", "a.html", "a.json", "a.csv", "a.md", "a"};
    auto const bytes = fuzz::bytes_of(data + 1, size - 1);
    if (scan::kind_of(bytes.substr(0, scan::head_bytes), "a") == scan::FileKind::pdf) return 0;
    std::string const name{names[data[0] % names.size()]};
    std::string masked;
    bool one_document = true, faultless = true;
    std::shared_ptr<scan::Document const> document;
    scan::Reader reader{{.piece =
                             [&](scan::Piece const& piece) {
                                 one_document = one_document && (!document || document == piece.document);
                                 document = piece.document;
                                 fuzz::must(scan::utf8_prefix(piece.text()) == piece.text().size(), "text is UTF-8");
                                 auto const screened = scan::look_at(piece, screen::Model{}, {}, scan::Masked::yes);
                                 for (auto const& mark : screened.marks)
                                     fuzz::must(mark.start < mark.end && mark.spot.number > 0, "a mark has its place");
                                 masked += screened.masked;
                             },
                         .fault = [&](auto, auto) { faultless = false; },
                         .note = [](auto, auto) {},
                         .left_out = [&](auto) { faultless = false; },
                         .document = [] {},
                         .progress = [](auto) {}}};
    reader.read_memory(bytes, name);
    // A masked copy keeps its format.
    if (one_document && faultless && document && document->kind == "JSON" && nlohmann::json::accept(bytes))
        fuzz::must(nlohmann::json::accept(masked), "masked JSON is JSON");
    return 0;
}
