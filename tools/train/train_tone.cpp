// What the engine learns of how contempt sounds (src/screen/tone/weights.hpp):
//   train_tone DATA SENTENCES OUT
// reads DATA/train/tone (Davidson 2017), DATA/train/btc and SENTENCES/tone/sentences.txt, and writes
// OUT/tone.section.
//
// Of Davidson's three labels only "hate" and "neither" are used: "offensive" was given above all to tweets in African
// American English for words their writers use among themselves (Sap and others 2019). Tweets with such words are left
// out on either side, and the words themselves are no features (weights.cpp). The sentences of social care weigh most.
// The bound is set where the folds that were not learnt from mark next to nothing that is harmless.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "lists.hpp"
#include "screen/tokens.hpp"
#include "screen/tone/sentences.hpp"
#include "screen/tone/weights.hpp"

namespace {

namespace fs = std::filesystem;
using namespace kith::screen;
using kith::train::lines_of;
using kith::train::read_file;

constexpr unsigned log_buckets = 15;
constexpr std::size_t buckets = std::size_t{1} << log_buckets;
constexpr int rounds = 12, folds = 5;
constexpr float rate = 0.3F, decay = 2e-4F;
constexpr float weight_of_ours = 6, weight_of_hate = 0.6F, weight_of_neither = 0.6F, weight_of_talk = 0.3F;
constexpr double harmless_marked_max = 0.005;
constexpr std::size_t variants_max = 12;

struct Example {
    std::vector<std::uint32_t> at;  // buckets
    bool hurts;
    float weight;
    bool ours;
};

Example example_of(std::string const& text, bool hurts, float weight, bool ours) {
    Folded const folded{text};
    auto const talk = tone::hear(folded, tokens_of(folded), {});
    Example example{{}, hurts, weight, ours};
    for (auto const piece : tone::pieces_of(folded.lower(), talk.words))
        example.at.push_back(tone::bucket_of(piece, log_buckets));
    return example;
}

// A few of the sentences that alternatives in brackets stand for, evenly chosen.
std::vector<std::string> variants_of(std::string const& line) {
    std::vector<std::string> all{""};
    for (std::size_t at = 0; at < line.size();) {
        std::vector<std::string> choices;
        if (line[at] == '(') {
            auto const end = line.find(')', at);
            for (std::size_t from = at + 1; from <= end;) {
                auto const to = std::min(line.find('|', from), end);
                choices.push_back(line.substr(from, to - from));
                from = to + 1;
            }
            at = end + 1;
        } else {
            auto const end = std::min(line.find('(', at), line.size());
            choices.push_back(line.substr(at, end - at));
            at = end;
        }
        std::vector<std::string> next;
        for (auto const& begun : all)
            for (auto const& choice : choices) next.push_back(begun + choice);
        if (next.size() > variants_max) {
            std::vector<std::string> fewer;
            for (std::size_t i = 0; i < variants_max; ++i) fewer.push_back(next[i * next.size() / variants_max]);
            next = std::move(fewer);
        }
        all = std::move(next);
    }
    return all;
}

void read_ours(fs::path const& file, std::vector<std::vector<Example>>& lines) {
    for (auto const& line : lines_of(read_file(file))) {
        if (line.size() < 3 || (line[0] != '+' && line[0] != '-')) continue;
        auto const variants = variants_of(line.substr(2));
        auto& examples = lines.emplace_back();
        for (auto const& variant : variants)
            examples.push_back(
                example_of(variant, line[0] == '+', weight_of_ours / static_cast<float>(variants.size()), true));
    }
}

// Names of accounts, links and marks of tweets taken out.
std::string plain_tweet(std::string const& tweet) {
    std::string plain;
    for (std::size_t at = 0; at < tweet.size();) {
        auto const end = std::min(tweet.find_first_of(" \n\t", at), tweet.size());
        auto const word = tweet.substr(at, end - at);
        bool const mark = word.empty() || word[0] == '@' || word[0] == '&' || word.starts_with("http") ||
                          word == "RT" || word.starts_with("!!");
        if (!mark) plain += word + ' ';
        at = end + 1;
    }
    return plain;
}

// Words of the dialect on whose tweets the corpus is unfair.
bool is_of_dialect(std::string const& lowered) {
    for (auto const* word : {"nigga", "niggah", " hoe", " dat ", " dis ", "finna", "tryna", " gon ", "imma", "ain't",
                             "aint ", "bitch", " ya ", "ghetto", " af "})
        if ((" " + lowered + " ").contains(word)) return true;
    return false;
}

// The rows of comma-separated values, quoted ones over several lines.
std::vector<std::vector<std::string>> rows_of(std::string const& text) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (char const c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            rows.back().emplace_back();
        else if (c == '\n' && !quoted)
            rows.emplace_back(1);
        else
            rows.back().back() += c;
    }
    return rows;
}

void read_tweets(fs::path const& data, std::vector<Example>& examples) {
    for (auto const& row : rows_of(read_file(data / "train/tone/labeled_data.csv"))) {
        if (row.size() < 7 || (row[5] != "0" && row[5] != "2")) continue;
        auto const plain = plain_tweet(row[6]);
        if (is_of_dialect(kith::train::lower_of(plain))) continue;
        bool const hurts = row[5] == "0";
        examples.push_back(example_of(plain, hurts, hurts ? weight_of_hate : weight_of_neither, false));
    }
    std::vector<fs::path> files;
    for (auto const& file : fs::recursive_directory_iterator(data / "train/btc"))
        if (file.is_regular_file() && file.path().filename().string().contains("train")) files.push_back(file.path());
    std::ranges::sort(files);
    for (auto const& file : files) {
        std::string post;
        for (auto const& line : lines_of(read_file(file))) {
            if (!line.empty()) {
                post += line.substr(0, line.find_first_of(" \t")) + ' ';
            } else if (!post.empty()) {
                examples.push_back(example_of(plain_tweet(post), false, weight_of_talk, false));
                post.clear();
            }
        }
    }
}

struct Learnt {
    std::vector<float> weights = std::vector<float>(buckets);
    float bias = 0;

    float score(Example const& example) const {
        float sum = 0;
        for (auto const at : example.at) sum += weights[at];
        return bias + sum / std::sqrt(static_cast<float>(std::max<std::size_t>(example.at.size(), 1)));
    }
};

Learnt learn(std::vector<Example const*> examples) {
    Learnt learnt;
    std::vector<float> seen(buckets, 1e-6F);
    float seen_bias = 1e-6F;
    std::uint64_t random = 42;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = examples.size(); i > 1; --i) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            std::swap(examples[i - 1], examples[(random >> 33) % i]);
        }
        for (auto const* const example : examples) {
            float const right = 1 / (1 + std::exp(-learnt.score(*example)));
            float const slope = (right - (example->hurts ? 1.0F : 0.0F)) * example->weight;
            float const each = slope / std::sqrt(static_cast<float>(std::max<std::size_t>(example->at.size(), 1)));
            seen_bias += slope * slope;
            learnt.bias -= rate * slope / std::sqrt(seen_bias);
            for (auto const at : example->at) {
                float const step = each + decay * learnt.weights[at];
                seen[at] += step * step;
                learnt.weights[at] -= rate * step / std::sqrt(seen[at]);
            }
        }
    }
    return learnt;
}

// What the folds that were not learnt from say, of our sentences and of talk.
float bound_of(std::vector<std::vector<Example>> const& ours, std::vector<Example> const& tweets) {
    std::vector<float> harmless, talk, hurting;
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<Example const*> learnt_from;
        auto const left_out = [fold](std::size_t i) { return static_cast<int>(i % folds) == fold; };
        for (std::size_t i = 0; i < ours.size(); ++i)
            if (!left_out(i))
                for (auto const& example : ours[i]) learnt_from.push_back(&example);
        for (std::size_t i = 0; i < tweets.size(); ++i)
            if (!left_out(i)) learnt_from.push_back(&tweets[i]);
        auto const learnt = learn(std::move(learnt_from));
        for (std::size_t i = 0; i < ours.size(); ++i)
            if (left_out(i)) (ours[i][0].hurts ? hurting : harmless).push_back(learnt.score(ours[i][0]));
        for (std::size_t i = 0; i < tweets.size(); ++i)
            if (left_out(i) && !tweets[i].hurts) talk.push_back(learnt.score(tweets[i]));
    }
    std::ranges::sort(talk);
    std::ranges::sort(harmless);
    float const of_talk =
        talk[static_cast<std::size_t>(static_cast<double>(talk.size() - 1) * (1 - harmless_marked_max))];
    float const of_ours = harmless[harmless.size() - 1 - harmless.size() / 25];
    float const bound = std::max(of_talk, of_ours);
    auto const above = [bound](std::vector<float> const& scores) {
        return 100.0 * static_cast<double>(std::ranges::count_if(scores, [bound](float s) { return s > bound; })) /
               static_cast<double>(scores.size());
    };
    std::printf(
        "tone: bound %.2f (talk %.2f, ours %.2f); marked of what hurts %.0f %%, of ours harmless %.1f %%, of talk %.2f "
        "%%\n",
        static_cast<double>(bound), static_cast<double>(of_talk), static_cast<double>(of_ours), above(hurting),
        above(harmless), above(talk));
    return bound;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "Usage: train_tone DATA SENTENCES OUT\n");
        return 2;
    }
    std::vector<std::vector<Example>> ours;
    std::vector<Example> tweets;
    read_ours(fs::path{arguments[2]} / "tone/sentences.txt", ours);
    read_tweets(arguments[1], tweets);
    float const bound = bound_of(ours, tweets);
    std::vector<Example const*> all;
    for (auto const& line : ours)
        for (auto const& example : line) all.push_back(&example);
    for (auto const& example : tweets) all.push_back(&example);
    auto const learnt = learn(std::move(all));
    float largest = 1e-6F;
    for (auto const weight : learnt.weights) largest = std::max(largest, std::abs(weight));
    float const scale = largest / 127;
    std::string section{"TN1\0", 4};
    section += static_cast<char>(log_buckets);
    section.append(3, '\0');
    for (float const number : {learnt.bias, scale, bound})
        for (int i = 0; i < 4; ++i) section += static_cast<char>(std::bit_cast<std::uint32_t>(number) >> 8 * i & 0xFF);
    for (auto const weight : learnt.weights) section += static_cast<char>(std::lround(weight / scale));
    std::ofstream out{fs::path{arguments[3]} / "tone.section", std::ios::binary};
    out.write(section.data(), static_cast<std::streamsize>(section.size()));
    if (!out) return 1;
    std::printf("tone: %zu of our sentences, %zu tweets, %zu bytes\n", ours.size(), tweets.size(), section.size());
}
