#include "small_letters.hpp"

#include <map>

#include "corpora.hpp"
#include "lists.hpp"
#include "screen/normalise.hpp"
#include "screen/tokens.hpp"

namespace kith::train {

namespace {

constexpr unsigned small_min = 6;       // times that it is written small
constexpr unsigned small_to_large = 2;  // and so many times as often as with a capital

struct Written {
    unsigned small = 0, large = 0;
};
using Count = std::map<std::string, Written, std::less<>>;

void count(Document const& document, Count& all) {
    screen::Folded const folded{document.text};
    std::size_t mark = 0;
    bool sentence_start = true;
    for (auto const& token : screen::tokens_of(folded)) {
        auto const cased = folded.cased().substr(token.start, token.size()),
                   lower = folded.lower().substr(token.start, token.size());
        if (token.shape == screen::Shape::sign) {
            sentence_start |= cased == "." || cased == "!" || cased == "?";
            continue;
        }
        bool const first = sentence_start;
        sentence_start = false;
        if (token.shape != screen::Shape::word || token.size() < 2) continue;
        auto const at = folded.origin(token.start, token.end);
        while (mark < document.marks.size() && document.marks[mark].end <= at.start) ++mark;
        if (mark < document.marks.size() && document.marks[mark].start < at.end) continue;
        auto& written = all.try_emplace(std::string{lower}).first->second;
        if (cased == lower)
            ++written.small;
        else if (!first)
            ++written.large;
    }
}

}  // namespace

std::set<std::string> words_often_small(std::filesystem::path const& data) {
    Count all;
    for (auto const& document : read_judgments(data / "train/tab/train.json")) count(document, all);
    for (auto const* file :
         {"train/wnut17/wnut17train.conll", "train/btc/btc.train", "train/wikigold/wikigold.conll.txt"})
        for (auto const& document : read_columns(data / file, Spacing::natural)) count(document, all);
    for (auto const& line : lines_of(read_file(data / "train/tone/labeled_data.csv"))) {
        Document tweet;
        tweet.text = line;
        count(tweet, all);
    }
    std::set<std::string> words;
    for (auto const& [word, written] : all)
        if (written.small >= small_min && written.small >= small_to_large * written.large) words.insert(word);
    return words;
}

}  // namespace kith::train
