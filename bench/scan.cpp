// How fast an archive is read and screened, on one core:
//   bench_scan FILE [MEGABYTES]
// FILE is text to fill an archive with, posts apart by empty lines, again and again. For each format: megabytes of the
// file a second for taking its text out, and for screening that as well. The best of three.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>

#include "scan/json_text.hpp"
#include "scan/reader.hpp"
#include "scan/screened.hpp"
#include "screen/model/embedded_model.hpp"

namespace {

using namespace kith;

constexpr int rounds = 3;

std::string file_in(std::string const& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// The posts of `text`, each put into its format, until there are so many bytes.
std::string filled(std::string_view text, std::size_t bytes, std::string_view head,
                   std::function<void(std::string&, std::string_view)> const& put) {
    std::string made{head};
    while (made.size() < bytes) {
        for (auto rest = text; !rest.empty() && made.size() < bytes;) {
            auto const end = std::min(rest.find("\n\n"), rest.size());
            put(made, rest.substr(0, end));
            rest.remove_prefix(std::min(rest.size(), end + 2));
        }
    }
    return made;
}

double seconds(std::string_view bytes, std::string const& name, bool screened, std::size_t& marks) {
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        marks = 0;
        scan::Reader reader{
            {.piece =
                 [&](scan::Piece const& piece) {
                     if (!screened) return void(marks += piece.text().size());
                     marks += scan::look_at(piece, screen::embedded_model(), {}, scan::Masked::no).marks.size();
                 },
             .fault = [](auto name, auto words) { fmt::print(stderr, "{}: {}\n", name, words); },
             .note = [](auto, auto) {},
             .left_out = [](auto) {},
             .document = [] {},
             .progress = [](auto) {}}};
        auto const begun = std::chrono::steady_clock::now();
        reader.read_memory(bytes, name);
        std::chrono::duration<double> const spent = std::chrono::steady_clock::now() - begun;
        best = round == 0 ? spent.count() : std::min(best, spent.count());
    }
    return best;
}

void measure(std::string const& name, std::string const& bytes) {
    std::size_t text_bytes = 0, marks = 0;
    auto const reading = seconds(bytes, name, false, text_bytes), all = seconds(bytes, name, true, marks);
    auto const size = static_cast<double>(bytes.size()) / 1e6;
    fmt::print("{:<10} {:6.1f} MB  reading {:8.1f} MB/s  all {:7.2f} MB/s  {} marks\n", name, size, size / reading,
               size / all, marks);
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) return fmt::print(stderr, "bench_scan FILE [MEGABYTES]\n"), 2;
    auto const text = file_in(words[1]);
    auto const bytes = static_cast<std::size_t>((count > 2 ? std::atof(words[2]) : 16) * 1e6);
    if (text.empty() || bytes == 0) return fmt::print(stderr, "nothing to read\n"), 2;
    measure("a.txt", filled(text, bytes, "", [](auto& out, auto post) { out.append(post).append("\n\n"); }));
    measure("a.html", filled(text, bytes, "<!doctype html>\n", [](auto& out, auto post) {
                out.append("<div class=\"post\"><p>").append(post).append("</p></div>\n");
            }));
    measure("a.json", filled(text, bytes, "[\n", [](auto& out, auto post) {
                out += "{\"sender\": \"x\", \"timestamp_ms\": 1589372812345, \"content\": ";
                scan::append_json(out, post);
                out += "},\n";
            }));
    measure("a.csv", filled(text, bytes, "sender,content\n", [](auto& out, auto post) {
                out += "x,\"";
                for (char const c : post) out.append(c == '"' ? 2 : 1, c);
                out += "\"\n";
            }));
    return 0;
}
