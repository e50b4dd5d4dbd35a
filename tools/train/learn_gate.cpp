#include "learn_gate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "screen/tagger/tagger.hpp"
#include "screen/tagger/word_memory.hpp"

namespace kith::train {

namespace {

using namespace screen::tagger;

constexpr float unit = 16;  // parts of a natural logarithm
// What the tagger takes for a name: tokens beside each other of at least the first share, one of them of at least the
// second. Less it never marks (tagger/spans.cpp).
constexpr float belongs_min = 0.1F, named_min = 0.15F;
constexpr std::size_t kept_apart_of = 10;

// A weight, and what following the leader keeps of it (learn.cpp).
struct Weight {
    float weight = 0, pull = 0, square = 0;
};

using Buckets = std::vector<std::uint32_t>;

// Tokens of a stretch, by what is asked of each; and the names among them, from token to token, first and end.
struct Line {
    std::size_t manner;
    std::vector<Buckets> tokens;
    std::vector<Stretch> names;
};

class GateLearner {
public:
    GateLearner(Documents const& documents, screen::Model const& model, GateLearning const& how)
        : documents_{documents},
          tagger_{screen::Tagger::read(model)},
          how_{how},
          weights_(std::size_t{1} << how.bucket_bits) {
        ask_tagger();
    }

    void run() {
        for (int epoch = 0; epoch < how_.epochs; ++epoch) {
            loss_ = 0;
            std::size_t tokens = 0;
            for (std::size_t d = 0; d < documents_.size(); ++d)
                if (d % kept_apart_of != 0)
                    for_lines(d, [&](Line const& line) {
                        learn(line);
                        tokens += line.tokens.size();
                    });
            std::printf("  gate, epoch %d: %.4f a token\n", epoch + 1, loss_ / static_cast<double>(tokens));
            std::fflush(stdout);
        }
    }

    std::string section() const {
        std::vector<int> whole;
        for (auto const& one : weights_)
            whole.push_back(std::clamp(static_cast<int>(std::lround(one.weight * unit)), -127, 127));
        std::string bytes;
        append_32(bytes, gate_version);
        append_32(bytes, how_.bucket_bits);
        for (auto const bar : bars(whole)) append_32(bytes, static_cast<std::uint32_t>(bar));
        for (int const weight : whole) bytes += static_cast<char>(weight);
        return bytes;
    }

private:
    // What the tagger says of all tokens, one text after another.
    void ask_tagger() {
        screen::WordMemory memory;
        for (auto const& document : documents_) {
            from_.push_back(shares_.size());
            screen::Folded const folded{document.text};
            auto const tokens = screen::tokens_of(folded);
            auto const attributed = attributes_of(folded, tokens, tagger_.word_facts(), &memory);
            for (auto const& shares :
                 tagger_.shares(tokens, attributed, stretches_of(tokens), Worth(tokens.size(), 1), &memory))
                shares_.push_back(1 - shares[static_cast<std::size_t>(Label::other)] -
                                  shares[static_cast<std::size_t>(Label::everyones)]);
        }
    }

    template <class Use>
    void for_lines(std::size_t d, Use use) const {
        screen::Folded const folded{documents_[d].text};
        auto const tokens = screen::tokens_of(folded);
        auto const attributed = attributes_of(folded, tokens, tagger_.word_facts());
        Line line{gate_manner(attributed.manner), {}, {}};
        for (auto const stretch : stretches_of(tokens)) {
            line.tokens.assign(stretch.end - stretch.first, {});
            for (std::size_t i = stretch.first; i < stretch.end; ++i)
                ask(attributed, stretch, i, line.tokens[i - stretch.first]);
            line.names = names_in(std::span{shares_}.subspan(from_[d] + stretch.first, line.tokens.size()));
            use(line);
        }
    }

    void ask(Attributed const& text, Stretch stretch, std::size_t i, Buckets& buckets) const {
        auto const take = [&](std::uint32_t hash) {
            buckets.push_back(mix(hash) & static_cast<std::uint32_t>(weights_.size() - 1));
        };
        auto const state = gate_state(text.tokens[i], text.manner);
        gate_asks_of_word(text.tokens[i], state, take);
        gate_asks_of_evidence(text.tokens[i], state, take);
        for (std::size_t place = 0; place < gate_place_count; ++place) {
            auto const there = static_cast<std::ptrdiff_t>(i) + gate_places[place];
            if (there >= static_cast<std::ptrdiff_t>(stretch.first) && there < static_cast<std::ptrdiff_t>(stretch.end))
                gate_asks_of_neighbour(text.tokens[static_cast<std::size_t>(there)], place, gate_manner(text.manner),
                                       take);
        }
    }

    static std::vector<Stretch> names_in(std::span<float const> shares) {
        std::vector<Stretch> names;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (shares[i] < belongs_min) continue;
            auto end = i;
            float most = 0;
            for (; end < shares.size() && shares[end] >= belongs_min; ++end) most = std::max(most, shares[end]);
            if (most >= named_min) names.push_back({i, end});
            i = end;
        }
        return names;
    }

    // Of a name one token is enough, and the one that does best shall do better.
    void learn(Line const& line) {
        std::size_t next = 0;
        for (auto const name : line.names) {
            for (; next < name.first; ++next) learn(line.tokens[next], false);
            auto best = name.first;
            for (std::size_t i = name.first; i < name.end; ++i)
                if (sum_of(line.tokens[i]) > sum_of(line.tokens[best])) best = i;
            learn(line.tokens[best], true);
            next = name.end;
        }
        for (; next < line.tokens.size(); ++next) learn(line.tokens[next], false);
    }

    float sum_of(Buckets const& buckets) const {
        float sum = 0;
        for (auto const bucket : buckets) sum += weights_[bucket].weight;
        return sum;
    }

    void learn(Buckets const& buckets, bool named) {
        float const share = 1 / (1 + std::exp(-sum_of(buckets)));
        float const worth = named ? how_.weight_of_named : 1;
        float const g = worth * (share - (named ? 1.0F : 0.0F));
        for (auto const bucket : buckets) {
            auto& one = weights_[bucket];
            float const square = one.square + g * g;
            one.pull += g - (std::sqrt(square) - std::sqrt(one.square)) / how_.rate * one.weight;
            one.square = square;
            one.weight = std::fabs(one.pull) <= how_.price ? 0
                                                           : -(one.pull - std::copysign(how_.price, one.pull)) /
                                                                 ((1 + std::sqrt(square)) / how_.rate);
        }
        loss_ -= static_cast<double>(worth) * std::log(std::max(1e-9, static_cast<double>(named ? share : 1 - share)));
    }

    // By the texts that were kept apart.
    std::array<int, gate_manner_count> bars(std::vector<int> const& whole) const {
        std::array<std::vector<int>, gate_manner_count> names, tokens;
        for (std::size_t d = 0; d < documents_.size(); d += kept_apart_of)
            for_lines(d, [&](Line const& line) {
                auto& all = tokens[line.manner];
                auto const first = all.size();
                for (auto const& buckets : line.tokens) {
                    int sum = 0;
                    for (auto const bucket : buckets) sum += whole[bucket];
                    all.push_back(sum);
                }
                for (auto const name : line.names)
                    names[line.manner].push_back(
                        std::ranges::max(std::span{all}.subspan(first + name.first, name.end - name.first)));
            });
        std::array<int, gate_manner_count> found{};
        for (std::size_t manner = 0; manner < gate_manner_count; ++manner)
            found[manner] = bar(manner, names[manner], tokens[manner]);
        return found;
    }

    int bar(std::size_t manner, std::vector<int>& names, std::vector<int> const& tokens) const {
        std::ranges::sort(names);
        int const bar = names.empty()
                            ? INT16_MIN
                            : names[static_cast<std::size_t>(how_.lost[manner] * static_cast<double>(names.size()))];
        auto const above = std::ranges::count_if(tokens, [&](int sum) { return sum >= bar; });
        std::printf("  gate, %s: bar %d, above it %.3f of the tokens\n", manner == 0 ? "posts" : "reports", bar,
                    static_cast<double>(above) / static_cast<double>(tokens.size() + 1));
        return bar;
    }

    Documents const& documents_;
    screen::Tagger tagger_;
    GateLearning const& how_;
    std::vector<Weight> weights_;
    std::vector<float> shares_;      // of naming somebody, of each token
    std::vector<std::size_t> from_;  // where each text begins in `shares_`
    double loss_ = 0;
};

}  // namespace

std::string learn_gate(Documents const& documents, screen::Model const& model, GateLearning const& how) {
    GateLearner learner{documents, model, how};
    learner.run();
    return learner.section();
}

}  // namespace kith::train
