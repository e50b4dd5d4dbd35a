// Trains the tagger and writes its sections of the model, one file each:
//   train_tagger DATA SENTENCES OUT
// DATA holds train/, names/, places/ and lists/ (README of the data folder); SENTENCES the folders social_care,
// business and harmless of templates; OUT gets names.section, words.section and tagger.section.
// The same data, sentences and seed give the same bytes.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "corpora.hpp"
#include "learn.hpp"
#include "letters.hpp"
#include "lists.hpp"
#include "screen/model.hpp"
#include "templates.hpp"
#include "variants.hpp"

namespace {

namespace fs = std::filesystem;
using namespace kith::train;

constexpr std::uint64_t seed = 20261121;

void write(fs::path const& path, std::string const& bytes) {
    std::ofstream out{path, std::ios::binary};
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out) {
        std::fprintf(stderr, "%s cannot be written.\n", path.c_str());
        std::exit(1);
    }
}

void add(Documents& all, Documents more, float weight = 1) {
    for (auto& document : more) {
        document.weight *= weight;
        all.push_back(std::move(document));
    }
}

// A setting of learning from the environment, for tuning by hand; what is shipped is trained without any.
double setting(char const* name, double usual) {
    char const* const value = std::getenv(name);
    return value != nullptr ? std::atof(value) : usual;
}

// Every text as it is; all again in lower case; some shouted; some with slips.
Documents with_variants(Documents const& plain, Random& random) {
    Documents all;
    auto const lower_weight = static_cast<float>(setting("LOWER", 1));
    for (auto const& document : plain) {
        all.push_back(document);
        all.push_back(in_lower(document));
        all.back().weight *= lower_weight;
        if (random.chance(0.08)) {
            all.push_back(in_upper(document));
            all.back().weight *= 0.5F;
        }
        if (document.text.size() < 1000 && random.chance(0.15)) all.push_back(with_slips(document, random));
    }
    return all;
}

Documents read_all(fs::path const& data, fs::path const& sentences, Lists const& lists, Random& random) {
    Documents plain;
    add(plain, read_judgments(data / "train/tab/train.json"), static_cast<float>(setting("TAB", 1)));
    for (auto const* file :
         {"train/wnut17/wnut17train.conll", "train/btc/btc.train", "train/wikigold/wikigold.conll.txt"}) {
        add(plain, read_columns(data / file, Spacing::natural));
        add(plain, read_columns(data / file, Spacing::everywhere), 0.5F);
    }
    auto const labelled = plain.size();
    auto const renamed = static_cast<float>(setting("RENAMED", 0.7));
    auto const namings = static_cast<int>(setting("NAMINGS", 2));
    for (int naming = 0; naming < namings; ++naming)
        for (std::size_t i = 0; i < labelled; ++i) {
            if (plain[i].marks.empty()) continue;
            auto copy = with_other_names(plain[i], lists, random);
            copy.weight *= renamed;
            plain.push_back(std::move(copy));
        }
    auto const copies = [](char const* name, double usual) { return static_cast<std::size_t>(setting(name, usual)); };
    add(plain, fill_templates(sentences / "social_care", lists, copies("CARE", 12), random));
    add(plain, fill_templates(sentences / "business", lists, copies("BUSINESS", 8), random));
    add(plain, fill_templates(sentences / "harmless", lists, copies("HARMLESS", 6), random));
    return with_variants(plain, random);
}

}  // namespace

int main(int count, char** arguments) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (count != 4) {
        std::fprintf(stderr, "Usage: train_tagger DATA SENTENCES OUT\n");
        return 2;
    }
    fs::path const data{arguments[1]}, sentences{arguments[2]}, out{arguments[3]};
    auto const lists = read_lists(data);
    auto const words = learn_letters(lists, seed);
    auto const names = write_names(lists, words);
    write(out / "words.section", words);
    write(out / "names.section", names);

    kith::screen::NamedSection const known_sections[] = {{"words", words}, {"names", names}};
    auto const known_file = kith::screen::write_model(1, known_sections);
    auto const known_model = kith::screen::Model::read(known_file);
    auto const known = kith::screen::tagger::WordFacts::read(*known_model);
    Random random{seed};
    auto const documents = read_all(data, sentences, lists, random);
    Learning how;
    how.seed = seed;
    how.features_kept = static_cast<std::size_t>(setting("KEPT", static_cast<double>(how.features_kept)));
    how.epochs_wide = static_cast<int>(setting("WIDE", how.epochs_wide));
    how.epochs_kept = static_cast<int>(setting("NARROW", how.epochs_kept));
    how.rate = static_cast<float>(setting("RATE", static_cast<double>(how.rate)));
    how.price = static_cast<float>(setting("PRICE", static_cast<double>(how.price)));
    how.shrink = static_cast<float>(setting("SHRINK", static_cast<double>(how.shrink)));
    how.hidden = static_cast<float>(setting("HIDDEN", static_cast<double>(how.hidden)));
    write(out / "tagger.section", learn_tagger(documents, known, how));
    return 0;
}
