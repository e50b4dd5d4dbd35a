#include "domain/search/rank.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace kith::search {

namespace {

using sql::TextQuery;
using Form = TextQuery::Form;

// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3.4; without
// how rare a word is, which only what others wrote could tell.
constexpr double saturation = 1.2;        // k1: a word said ten times is not ten times as good
constexpr double length_weight = 0.75;    // b
constexpr double usual_words = 60;        // of a post
constexpr double closeness_weight = 1.0;  // all terms side by side are worth one term more
constexpr double scale = 1'000'000;

struct Known {
    words::Word word;
    std::string stem;
};

bool is(Known const& known, TextQuery::Term const& term, std::string const& stem) {
    return known.stem == stem || known.word.plain == stem ||
           (term.form == Form::beginning && known.word.plain.starts_with(term.words.front()));
}

bool stands_at(std::vector<Known> const& text, std::size_t at, std::vector<std::string> const& phrase) {
    if (at + phrase.size() > text.size()) return false;
    for (std::size_t i = 0; i < phrase.size(); ++i)
        if (text[at + i].word.plain != phrase[i] && text[at + i].stem != phrase[i]) return false;
    return true;
}

std::vector<Known> read(std::string_view text) {
    std::vector<Known> known;
    words::Reader reader{text};
    words::Word word;
    while (known.size() < words::words_of_text_max && reader.next(word))
        known.push_back({word, words::stem(word.plain)});
    return known;
}

std::vector<Hit> hits_among(std::vector<Known> const& text, std::span<TextQuery::Term const> terms) {
    std::vector<Hit> hits;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        auto const& term = terms[t];
        auto const stem = words::stem(term.words.front());
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (term.form != Form::phrase) {
                if (is(text[at], term, stem)) hits.push_back({text[at].word.begin, text[at].word.end, t, at});
            } else if (stands_at(text, at, term.words)) {
                for (std::size_t i = at; i < at + term.words.size(); ++i)
                    hits.push_back({text[i].word.begin, text[i].word.end, t, i});
            }
        }
    }
    std::ranges::sort(hits, {}, [](Hit const& hit) { return std::pair{hit.begin, hit.term}; });
    return hits;
}

// The fewest words that hold one hit of each term.
std::size_t narrowest(std::vector<Hit> const& hits, std::size_t terms, std::size_t otherwise) {
    std::vector<std::size_t> inside(terms, 0);
    std::size_t held = 0, from = 0, best = otherwise;
    for (auto const& hit : hits) {
        held += inside[hit.term]++ == 0;
        for (; held == terms; ++from) {
            best = std::min(best, hit.place - hits[from].place + 1);
            held -= --inside[hits[from].term] == 0;
        }
    }
    return best;
}

}  // namespace

std::vector<Hit> hits_in(std::string_view text, std::span<TextQuery::Term const> terms) {
    return hits_among(read(text), terms);
}

std::int64_t score_of(std::string_view text, std::span<TextQuery::Term const> terms) {
    if (terms.empty()) return 0;
    auto const known = read(text);
    auto const hits = hits_among(known, terms);
    std::vector<double> often(terms.size(), 0);
    for (auto const& hit : hits) often[hit.term] += 1.0 / static_cast<double>(terms[hit.term].words.size());
    auto const length = static_cast<double>(known.size()) / usual_words;
    double score = 0;
    for (auto const f : often)
        score += f * (saturation + 1) / (f + saturation * (1 - length_weight + length_weight * length));
    auto const window = narrowest(hits, terms.size(), known.size() + terms.size());
    score += closeness_weight * static_cast<double>(terms.size()) / static_cast<double>(std::max(window, terms.size()));
    return static_cast<std::int64_t>(score * scale);
}

}  // namespace kith::search
