#include "scan/reader.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "scan/bytes.hpp"
#include "scan/decode.hpp"
#include "scan/extract.hpp"
#include "scan/pdf.hpp"

namespace kith::scan {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t path_part_bytes_max = 120;

std::unique_ptr<Extractor> extractor_for(FileKind kind) {
    switch (kind) {
        case FileKind::html: return html_extractor();
        case FileKind::json: return json_extractor();
        case FileKind::csv: return csv_extractor();
        default: return plain_extractor();
    }
}

// Says how far it has got as it goes.
class Counted : public ByteSource {
public:
    Counted(ByteSource& source, std::function<void(std::uint64_t)> const& progress)
        : source_{source}, progress_{progress} {}
    std::size_t read(char* to, std::size_t most) override {
        auto const got = source_.read(to, most);
        progress_(got);
        return got;
    }

private:
    ByteSource& source_;
    std::function<void(std::uint64_t)> const& progress_;
};

// Fills the buffer up to `wanted`; returns whether there may be more. What was read before a fault stays.
bool fill(std::string& buffer, std::size_t wanted, ByteSource& source) {
    auto filled = buffer.size();
    buffer.resize(wanted);
    try {
        while (filled < wanted) {
            auto const got = source.read(buffer.data() + filled, wanted - filled);
            filled += got;
            if (got == 0) break;
        }
    } catch (...) {
        buffer.resize(filled);
        throw;
    }
    buffer.resize(filled);
    return filled == wanted;
}

}  // namespace

template <class Work>
void Reader::guarded(Place const& place, Work work) {
    try {
        work();
    } catch (Unreadable const& fault) {
        tell_.fault(place.name, fault.what());
    }
}

void Reader::read_file(std::string const& path, std::string const& name, std::string const& copy_path, Asked asked) {
    Place const place{name, copy_path, asked};
    guarded(place, [&] {
        FileSource file{open_file(path)};
        struct stat about{};
        ::fstat(file.descriptor(), &about);
        Counted counted{file, tell_.progress};
        std::string head(head_bytes, '\0');
        head.resize(read_fully(counted, head.data(), head.size()));
        auto const size = static_cast<std::uint64_t>(about.st_size);
        auto const kind = kind_of(head, name);
        Budget budget{size};
        if (kind == FileKind::zip) return archive(Archive{path}, place, budget);
        if (kind == FileKind::pdf) {
            ::lseek(file.descriptor(), 0, SEEK_SET);
            pdf(file.descriptor(), place);
            return tell_.progress(size - std::min<std::uint64_t>(size, head.size()));
        }
        JoinedSource all{std::move(head), counted};
        sort_out(all, place, budget);
    });
}

void Reader::read_standard_input(int descriptor) {
    Place const place{"standard input", "standard-input.txt", Asked::by_name};
    guarded(place, [&] {
        FileSource input{::dup(descriptor)};
        // How large it is nobody knows; what is unpacked from it is bounded by what is held of it.
        Budget budget{held_bytes_max};
        sort_out(input, place, budget);
    });
}

void Reader::read_memory(std::string_view bytes, std::string const& name) {
    Place const place{name, name, Asked::by_name};
    guarded(place, [&] {
        MemorySource memory{bytes};
        Budget budget{bytes.size()};
        sort_out(memory, place, budget);
    });
}

// A document that can be read only from front to back.
void Reader::sort_out(ByteSource& source, Place const& place, Budget& budget) {
    std::string head(head_bytes, '\0');
    head.resize(read_fully(source, head.data(), head.size()));
    auto const kind = kind_of(head, place.name);
    if (kind == FileKind::utf16_little || kind == FileKind::utf16_big)
        return text_in_utf16(kind, std::move(head), source, place);
    if (kind == FileKind::old_office || kind == FileKind::rich_text || kind == FileKind::other)
        return refuse(kind, place);
    JoinedSource all{std::move(head), source};
    if (kind != FileKind::zip && kind != FileKind::pdf) return text(kind, all, place);
    if (kind == FileKind::zip && place.depth > archive_depth_max)
        throw Unreadable{fmt::format("lies in more than {} archives, one inside the other", archive_depth_max)};
    auto const bytes = std::make_shared<std::string const>(
        read_all(all, held_bytes_max,
                 fmt::format("is larger than {} MB; unpack or save it first", held_bytes_max / (1024 * 1024))));
    if (kind == FileKind::zip) return archive(Archive{bytes}, place, budget);
    FileSource const file{file_in_memory(*bytes)};
    pdf(file.descriptor(), place);
}

void Reader::text(FileKind kind, ByteSource& source, Place const& place) {
    pieces(kind, source, {place.name, std::string{words_of(kind)}, Unit::line, Copy::same_format, place.copy_path});
}

void Reader::text_in_utf16(FileKind kind, std::string head, ByteSource& rest, Place const& place) {
    JoinedSource all{std::move(head), rest};
    Utf16Source units{all, kind == FileKind::utf16_big ? Order::big_endian : Order::little_endian};
    std::string begin(head_bytes, '\0');
    begin.resize(read_fully(units, begin.data(), begin.size()));
    auto const real = text_kind_of(begin, place.name);
    JoinedSource whole{std::move(begin), units};
    text(real, whole, place);
}

void Reader::pieces(FileKind kind, ByteSource& source, Document about) {
    tell_.document();
    auto const document = std::make_shared<Document const>(std::move(about));
    auto const extractor = extractor_for(kind);
    char const unit_end = document->unit == Unit::page ? '\f' : '\n';
    std::string buffer, fault;
    std::uint64_t start = 0, unit = 1;
    bool more = true, told = false;
    while (true) {
        auto const wanted = std::min(piece_bytes_max, buffer.size() + piece_bytes);
        try {
            more = more && fill(buffer, wanted, source);
        } catch (Unreadable const& failure) {
            // What has been read is screened all the same.
            fault = failure.what();
            more = false;
        }
        if (start == 0 && buffer.starts_with(byte_order_mark)) {
            buffer.erase(0, byte_order_mark.size());
            start = byte_order_mark.size();
        }
        if (buffer.empty()) break;
        Piece piece{document, {}, start, unit, false, {}};
        auto const whether = !more ? More::none : buffer.size() >= piece_bytes_max ? More::must_cut : More::comes;
        auto const taken = extractor->take(buffer, whether, piece.extracted, piece.is_plain);
        if (taken == 0) {
            if (more) continue;
            break;
        }
        auto rest = buffer.substr(taken);
        buffer.resize(taken);
        piece.source = std::move(buffer);
        buffer = std::move(rest);
        if (piece.extracted.broken && !std::exchange(told, true)) {
            auto const line =
                unit + static_cast<std::uint64_t>(std::count(
                           piece.source.begin(),
                           piece.source.begin() + static_cast<std::ptrdiff_t>(*piece.extracted.broken), unit_end));
            tell_.note(document->name,
                       fmt::format("{} {} holds bytes that are not UTF-8; they are read as Windows-1252",
                                   document->unit == Unit::page ? "page" : "line", line));
        }
        start += taken;
        unit += static_cast<std::uint64_t>(std::ranges::count(piece.source, unit_end));
        tell_.piece(std::move(piece));
    }
    if (!fault.empty()) throw Unreadable{fault};
}

void Reader::archive(Archive const& zip, Place const& place, Budget& budget) {
    if (auto const kind = office_kind_of(zip)) return office(zip, *kind, place, budget);
    auto const count = zip.count();
    if (count > archive_members_max)
        tell_.fault(place.name,
                    fmt::format("holds more than {} files; the rest of it is left alone", archive_members_max));
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, archive_members_max); ++i) {
        Place inside{place.name, place.copy_path, Asked::found, place.depth + 1};
        guarded(inside, [&] {
            auto const about = zip.member(i);
            if (about.is_folder) return;
            inside.name += '/' + safe_path(about.name);
            inside.copy_path += '/' + safe_path(about.name);
            member(zip, about, inside, budget);
        });
        if (budget.is_spent()) return;
    }
}

void Reader::member(Archive const& zip, Member const& about, Place const& place, Budget& budget) {
    if (about.is_encrypted) throw Unreadable{"is encrypted"};
    auto const source = zip.open(about, budget);
    sort_out(*source, place, budget);
    if (place.depth == 1) tell_.progress(about.packed);
}

void Reader::office(Archive const& zip, OfficeKind kind, Place const& place, Budget& budget) {
    tell_.document();
    auto const document =
        std::make_shared<Document const>(Document{place.name, kind == OfficeKind::docx ? "DOCX" : "ODF",
                                                  Unit::text_line, Copy::as_text, place.copy_path + ".txt"});
    std::uint64_t start = 0, line = 1;
    read_office(zip, kind, budget, piece_bytes, [&](std::string words) {
        Piece piece{document, std::move(words), start, line, true, {}};
        start += piece.source.size();
        line += static_cast<std::uint64_t>(std::ranges::count(piece.source, '\n'));
        tell_.piece(std::move(piece));
    });
}

void Reader::pdf(int descriptor, Place const& place) {
    PdfSource source{descriptor};
    pieces(FileKind::text, source, {place.name, "PDF", Unit::page, Copy::as_text, place.copy_path + ".txt"});
}

void Reader::refuse(FileKind kind, Place const& place) {
    if (kind == FileKind::old_office)
        throw Unreadable{"is encrypted, or of a kind from before 2007: save it as DOCX or ODT without a password"};
    if (kind == FileKind::rich_text) throw Unreadable{"is RTF, which is not read: save it as DOCX or ODT"};
    if (place.asked == Asked::by_name) throw Unreadable{"is not text, nor a kind of document that is read"};
    tell_.left_out(place.name);
}

std::string safe_path(std::string_view name) {
    std::string safe;
    while (!name.empty()) {
        auto const end = std::min(name.find_first_of("/\\"), name.size());
        auto const part = name.substr(0, end);
        name.remove_prefix(std::min(end + 1, name.size()));
        if (part.empty() || part == "." || part == ".." || (part.size() == 2 && part[1] == ':')) continue;
        if (!safe.empty()) safe += '/';
        for (char const c : front_of(part, path_part_bytes_max))
            safe += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '_' : c;
    }
    return safe.empty() ? "unnamed" : safe;
}

}  // namespace kith::scan
