// Measures what the engine finds, on the dev parts of labelled corpora:
//   bench_screening DATA MODEL [--tagger] [--show] [--least CONFIDENCE] [--harmless FILE]… [--authored FOLDER]
// --tagger: the tagger and the document pass alone, without rules. Prints a line for each figure, `name value`.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>

#include "lists.hpp"
#include "posts.hpp"
#include "tab.hpp"

namespace {

namespace fs = std::filesystem;
using namespace kith;
using namespace kith::bench;

void print_tab(char const* name, TabFigures const& f, bool show) {
    double const p = f.token_precision.value(), r = f.token_recall.value();
    std::printf("%-12s direct %.3f quasi %.3f tokens: recall %.3f precision %.3f f1 %.3f\n", name, f.direct.value(),
                f.quasi.value(), r, p, p + r == 0 ? 0 : 2 * p * r / (p + r));
    if (!show) return;
    for (auto const& [type, ratio] : f.by_type)
        std::printf("    found %-10s %zu of %zu\n", type.c_str(), ratio.part, ratio.all);
    for (auto const& [what, ratio] : f.right_by_class)
        std::printf("    right %-13s %zu of %zu\n", what.c_str(), ratio.part, ratio.all);
}

void print_names(char const* name, NameFigures const& f) {
    std::printf("%-18s tokens: precision %.3f recall %.3f f1 %.3f; people's words %.3f, whole names %.3f\n", name,
                f.precision.value(), f.recall.value(), f.f1(), f.person.value(), f.person_whole.value());
}

void names_of(char const* corpus, fs::path const& file, Finder const& find, bool show) {
    for (auto const spacing : {train::Spacing::natural, train::Spacing::everywhere}) {
        auto const documents = train::read_columns(file, spacing);
        std::string const name = std::string{corpus} + (spacing == train::Spacing::natural ? "" : " spaced");
        print_names(name.c_str(), measure_names(documents, find, Case::written, screen::Level::all,
                                                show && spacing == train::Spacing::natural));
        print_names((name + " lower").c_str(), measure_names(documents, find, Case::lower, screen::Level::all, false));
    }
}

void print_authored(fs::path const& folder, Finder const& find) {
    for (auto const level : {screen::Level::all, screen::Level::direct}) {
        auto const f = measure_authored(folder, find, level);
        std::printf(
            "authored %s: people's words %.3f, whole names %.3f, wrong people %zu in %zu posts; harmless: %zu of %zu "
            "with something direct, %.2f in 1,000 words\n",
            level == screen::Level::all ? "all   " : "direct", f.person_words.value(), f.person_whole.value(),
            f.wrong_people, f.marked_posts, f.harmless.direct_texts, f.harmless.texts,
            1000.0 * static_cast<double>(f.harmless.direct_marks) /
                static_cast<double>(std::max<std::size_t>(f.harmless.words, 1)));
    }
}

void time_of(fs::path const& file, Finder const& find) {
    auto text = train::read_file(file);
    text.resize(std::min<std::size_t>(text.size(), 200'000));
    auto const before = std::chrono::steady_clock::now();
    auto const found = find(text, screen::Level::all).size();
    double const took = std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count();
    std::printf("speed        %.2f MB/s (%zu found), %.2f ms for 2,000 characters\n",
                static_cast<double>(text.size()) / took / 1e6, found, took / static_cast<double>(text.size()) * 2e6);
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::fprintf(stderr,
                     "Usage: bench_screening DATA MODEL [--tagger] [--show] [--least CONFIDENCE] [--harmless FILE]… "
                     "[--authored FOLDER]\n");
        return 2;
    }
    fs::path const data{arguments[1]};
    auto const bytes = train::read_file(arguments[2]);
    auto const model = screen::Model::read(bytes);
    if (!model) {
        std::fprintf(stderr, "%s is no model.\n", arguments[2]);
        return 1;
    }
    Parts parts = Parts::whole;
    bool show = false;
    float least = 0;
    std::vector<std::string> harmless;
    char const* authored = nullptr;
    for (int i = 3; i < count; ++i) {
        if (std::strcmp(arguments[i], "--tagger") == 0) parts = Parts::tagger;
        if (std::strcmp(arguments[i], "--show") == 0) show = true;
        if (std::strcmp(arguments[i], "--least") == 0 && i + 1 < count)
            least = static_cast<float>(std::atof(arguments[i + 1]));
        if (std::strcmp(arguments[i], "--authored") == 0 && i + 1 < count) authored = arguments[i + 1];
        if (std::strcmp(arguments[i], "--harmless") == 0 && i + 1 < count)
            for (auto& line : train::lines_of(train::read_file(arguments[i + 1])))
                if (!line.empty() && !line.starts_with('#')) harmless.push_back(std::move(line));
    }
    Finder const find{*model, parts, least};
    print_tab("tab", measure_tab(data / "train/tab/dev.json", find, Case::written, show), show);
    print_tab("tab lower", measure_tab(data / "train/tab/dev.json", find, Case::lower, false), false);
    names_of("wnut", data / "train/wnut17/emerging.dev.conll", find, show);
    names_of("btc", data / "train/btc/btc.dev", find, show);
    for (auto const level : {screen::Level::all, screen::Level::direct}) {
        auto const f = measure_harmless(harmless, find, level, show && level == screen::Level::all);
        std::printf(
            "harmless %s: %zu of %zu texts marked, %zu with something direct; marks in 1,000 words: %.2f, direct "
            "%.2f\n",
            level == screen::Level::all ? "all   " : "direct", f.marked_texts, f.texts, f.direct_texts,
            1000.0 * static_cast<double>(f.marks) / static_cast<double>(std::max<std::size_t>(f.words, 1)),
            1000.0 * static_cast<double>(f.direct_marks) / static_cast<double>(std::max<std::size_t>(f.words, 1)));
    }
    if (authored != nullptr) print_authored(authored, find);
    time_of(data / "train/tab/dev.json", find);
}
