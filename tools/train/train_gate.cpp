// Trains the gate of the tagger that stands in OUT, and writes its section:
//   train_gate DATA SENTENCES OUT
// After train_tagger, with the same DATA and SENTENCES; OUT holds what that wrote and gets gate.section.
// The same data, sentences and tagger give the same bytes.
#include <cstdio>
#include <string>

#include "learn_gate.hpp"
#include "reading.hpp"

namespace fs = std::filesystem;
using namespace kith::train;

namespace {

// Tweets without labels: talk as it comes, beside what was picked for its names.
void add_unlabelled(fs::path const& data, Documents& documents) {
    for (auto const& line : lines_of(read_file(data / "train/tone/labeled_data.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() < 2) continue;
        Document tweet;
        tweet.text = cells.back();
        documents.push_back(std::move(tweet));
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "Usage: train_gate DATA SENTENCES OUT\n");
        return 2;
    }
    fs::path const data{arguments[1]}, sentences{arguments[2]}, out{arguments[3]};
    std::string const names = read_file(out / "names.section"), words = read_file(out / "words.section"),
                      tagger = read_file(out / "tagger.section");
    kith::screen::NamedSection const sections[] = {{"tagger", tagger}, {"words", words}, {"names", names}};
    auto const file = kith::screen::write_model(1, sections);
    auto const model = kith::screen::Model::read(file);
    Random random{seed};
    auto documents = read_all(data, sentences, read_lists(data), random);
    add_unlabelled(data, documents);
    GateLearning how;
    how.bucket_bits = static_cast<unsigned>(setting("GATE_BITS", how.bucket_bits));
    how.epochs = static_cast<int>(setting("GATE_EPOCHS", how.epochs));
    how.price = static_cast<float>(setting("GATE_PRICE", static_cast<double>(how.price)));
    how.weight_of_named = static_cast<float>(setting("GATE_NAMED", static_cast<double>(how.weight_of_named)));
    how.lost[0] = setting("GATE_LOST", how.lost[0]);
    how.lost[1] = setting("GATE_LOST_REPORTS", how.lost[1]);
    write_file(out / "gate.section", learn_gate(documents, *model, how));
    return 0;
}
