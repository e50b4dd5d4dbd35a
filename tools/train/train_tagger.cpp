// Trains the tagger and writes its sections of the model, one file each:
//   train_tagger DATA SENTENCES OUT
// DATA holds train/, names/, places/ and lists/ (README of the data folder); SENTENCES the folders social_care,
// business and harmless of templates; OUT gets names.section, words.section and tagger.section.
// The same data, sentences and seed give the same bytes.
#include <cstdio>
#include <filesystem>
#include <string>

#include "corpora.hpp"
#include "learn.hpp"
#include "letters.hpp"
#include "lists.hpp"
#include "reading.hpp"
#include "screen/model.hpp"

namespace fs = std::filesystem;
using namespace kith::train;

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
    write_file(out / "words.section", words);
    write_file(out / "names.section", names);

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
    write_file(out / "tagger.section", learn_tagger(documents, known, how));
    return 0;
}
