// What the screening engine says of many texts, for comparing two builds of it, and how long it takes:
//   bench_looks [--print] [--rounds N] FILE…
// Each FILE is texts apart by empty lines, and is looked at as one text besides. `--print` writes all that is found, at
// both levels, with a memory and without, so that two builds that say the same differ in nothing. Otherwise: megabytes
// in a second of processor time with a memory, the best round, for the texts one by one and for the file as one.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "screen/model/embedded_model.hpp"
#include "screen/screen.hpp"
#include "screen/tagger/word_memory.hpp"

namespace {

using namespace kith;
using Texts = std::vector<std::string_view>;

std::string file_in(char const* path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Texts texts_of(std::string_view all) {
    Texts texts;
    while (!all.empty()) {
        auto const end = std::min(all.find("\n\n"), all.size());
        texts.push_back(all.substr(0, end));
        all.remove_prefix(std::min(all.size(), end + 2));
    }
    return texts;
}

void print(screen::Report const& report) {
    for (auto const& found : report.findings)
        fmt::print("{} {} {} {} {:a} {} [{}]\n", found.start, found.end, name_of(found.what), name_of(found.kind),
                   found.confidence, found.reason, fmt::join(found.broader, "|"));
    auto const& jigsaw = report.jigsaw;
    fmt::print("jigsaw {:a} {} {} {} [{}]", jigsaw.people, name_of(jigsaw.danger),
               jigsaw.broaden_first ? static_cast<long>(*jigsaw.broaden_first) : -1L, jigsaw.reason,
               fmt::join(jigsaw.pieces, " "));
    for (auto const& told : jigsaw.told)
        fmt::print(" {}:{:x}:{:a}", static_cast<int>(told.what), told.key, told.log_share);
    auto const& tone = report.tone;
    fmt::print("\ntone {} {} {} {}\n", name_of(tone.danger), tone.start, tone.end, tone.reason);
}

void print_all(Texts const& texts) {
    screen::WordMemory memory;
    for (auto const text : texts)
        for (auto const level : {screen::Level::all, screen::Level::direct})
            for (auto* const kept : {&memory, static_cast<screen::WordMemory*>(nullptr)}) {
                screen::Settings settings;
                settings.level = level;
                settings.today = {2026, 11};
                settings.memory = kept;
                print(screen::screen(text, screen::embedded_model(), settings));
            }
}

double seconds_of(Texts const& texts, screen::WordMemory& memory) {
    screen::Settings settings;
    settings.memory = &memory;
    auto const begun = std::clock();
    for (auto const text : texts) screen::screen(text, screen::embedded_model(), settings);
    return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

double rate(Texts const& texts, int rounds) {
    screen::WordMemory memory{screen::MemorySize::archive};
    double best = 0;
    std::size_t bytes = 0;
    for (auto const text : texts) bytes += text.size();
    for (int round = 0; round < rounds; ++round) {
        auto const took = seconds_of(texts, memory);
        if (round == 0 || took < best) best = took;
    }
    return static_cast<double>(bytes) / std::max(best, 1e-9) / 1e6;
}

}  // namespace

int main(int count, char** words) {
    bool prints = false;
    int rounds = 5;
    std::vector<char const*> files;
    for (int i = 1; i < count; ++i) {
        if (std::strcmp(words[i], "--print") == 0)
            prints = true;
        else if (std::strcmp(words[i], "--rounds") == 0 && i + 1 < count)
            rounds = std::atoi(words[++i]);
        else
            files.push_back(words[i]);
    }
    if (files.empty() || rounds < 1) return fmt::print(stderr, "bench_looks [--print] [--rounds N] FILE…\n"), 2;
    for (auto const* const path : files) {
        auto const text = file_in(path);
        auto const texts = texts_of(text);
        if (prints) {
            fmt::print("{}\n", path);
            print_all(texts);
            print_all({text});
        } else {
            fmt::print("{:<24} {:6.2f} MB  one by one {:7.2f} MB/s  as one {:7.2f} MB/s\n", path,
                       static_cast<double>(text.size()) / 1e6, rate(texts, rounds), rate({text}, rounds));
        }
    }
}
