// What was found, told to a person or a program, on one stream and nowhere else.
//
// Told in order: begin, the marks of a document, end, for each document in which something was
// found; close, once. One thread.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scan/screened.hpp"

namespace kith::scan {

struct Sum {
    std::uint64_t documents = 0;                                  // that were read
    std::uint64_t marked_documents = 0;                           // in which something was found
    std::uint64_t direct = 0, quasi = 0;                          // findings
    std::vector<std::pair<std::string, std::string>> faults;      // what could not be read, or not all of it, and why
    std::vector<std::pair<std::string, std::uint64_t>> left_out;  // how many of which ending
};

// What all of a document tells together.
struct Together {
    double people = 0;
    screen::Danger danger = screen::Danger::none;
    std::string reason;
    std::vector<MarkedTone> tones;
};

class Report {
public:
    virtual ~Report() = default;
    virtual void begin(Document const&) = 0;
    virtual void mark(Mark const&) = 0;
    virtual void end(Together const&) = 0;
    virtual void close(Sum const&) = 0;
};

enum class Format : std::uint8_t { terminal, json, html };
std::unique_ptr<Report> make_report(Format, std::FILE* out);

std::unique_ptr<Report> terminal_report(std::FILE* out);
std::unique_ptr<Report> json_report(std::FILE* out);
std::unique_ptr<Report> html_report(std::FILE* out);

// "line 12", "page 3"
std::string words_of(Document const&, Spot);
// "In 3 of 14 files: 12 things that lead to one person, 31 that do so together."
std::string words_of(Sum const&);

}  // namespace kith::scan
