// Every document in a file: takes files, archives and documents apart, and gives their text in pieces.
//
// One thread reads, in order; the pieces may be screened elsewhere. What cannot be read is
// told as a fault with the name of the file, and the rest goes on. Memory is bounded: text is
// read in pieces, members of archives as they are unpacked; only an archive or a PDF inside an
// archive, or from standard input, is held whole.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "scan/archive.hpp"
#include "scan/kinds.hpp"
#include "scan/office.hpp"
#include "scan/piece.hpp"

namespace kith::scan {

inline constexpr std::size_t piece_bytes = 1024 * 1024;
inline constexpr std::size_t piece_bytes_max = 4 * 1024 * 1024;  // when a line, a text or a tag does not end
inline constexpr std::size_t held_bytes_max = 256 * 1024 * 1024;
inline constexpr int archive_depth_max = 3;  // archives inside archives

// Who is told. All are called by the thread that reads.
struct Hearer {
    std::function<void(Piece piece)> piece;
    std::function<void(std::string_view name, std::string_view words)> fault;  // this was not read, or not all of it
    std::function<void(std::string_view name, std::string_view words)> note;   // it was, but one should know
    std::function<void(std::string_view name)> left_out;  // found in a folder or an archive, of a kind that is not read
    std::function<void()> document;                       // one more was opened
    std::function<void(std::uint64_t bytes)> progress;    // so many bytes of files are done
};

// Whether somebody named it, and is told if it is of a kind that is not read, or it was found.
enum class Asked : std::uint8_t { by_name, found };

class Reader {
public:
    explicit Reader(Hearer hearer) : tell_{std::move(hearer)} {}

    // `name` is shown; `copy_path` is where a masked copy goes. None of these throws Unreadable.
    void read_file(std::string const& path, std::string const& name, std::string const& copy_path, Asked asked);
    // `descriptor` stays the caller's.
    void read_standard_input(int descriptor);
    // For what lies in memory: fuzzing, tests.
    void read_memory(std::string_view bytes, std::string const& name);

private:
    struct Place {
        std::string name, copy_path;
        Asked asked;
        int depth = 0;
    };

    void sort_out(ByteSource&, Place const&, Budget&);
    void text(FileKind, ByteSource&, Place const&);
    void text_in_utf16(FileKind, std::string head, ByteSource&, Place const&);
    void pieces(FileKind, ByteSource&, Document);
    void archive(Archive const&, Place const&, Budget&);
    void member(Archive const&, Member const&, Place const&, Budget&);
    void office(Archive const&, OfficeKind, Place const&, Budget&);
    void pdf(int descriptor, Place const&);
    void refuse(FileKind, Place const&);
    template <class Work>
    void guarded(Place const&, Work work);

    Hearer tell_;
};

// A path from inside an archive, harmless below a folder: no "..", no root, no odd characters.
std::string safe_path(std::string_view name);

}  // namespace kith::scan
