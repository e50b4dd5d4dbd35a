#include "learn.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "material.hpp"
#include "random.hpp"
#include "screen/tagger/tagger.hpp"

namespace kith::train {

namespace {

using namespace screen::tagger;

constexpr std::size_t L = label_count;
using Row = std::array<float, L>;

// What is learnt of one feature: its weights, and what following the leader keeps.
struct Learnt {
    Row weight{}, pull{}, square{};
};

class Learner {
public:
    Learner(Material const& material, Learning const& how)
        : all_(material),
          how_(how),
          random_(how.seed),
          learnt_(material.hashes.size()),
          kept_(material.hashes.size(), true) {}

    void run(int epochs, float price) {
        price_ = price;
        auto sequences = all_.sequences;
        for (int epoch = 0; epoch < epochs; ++epoch) {
            auto const before = std::chrono::steady_clock::now();
            random_.shuffle(sequences);
            loss_ = 0;
            for (auto const& sequence : sequences) learn(sequence);
            std::printf("  epoch %d: %.4f a token, %.1f s\n", epoch + 1,
                        loss_ / static_cast<double>(all_.labels.size()),
                        std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count());
            std::fflush(stdout);
        }
    }

    std::vector<Learnt>& learnt() { return learnt_; }
    std::vector<char>& kept() { return kept_; }
    std::array<Learnt, L + 1> const& transitions() const { return transitions_; }

private:
    void learn(Sequence const&);
    void passes(std::size_t count, bool given, std::vector<Row>& shares, std::array<Row, L + 1>& moves, double& sum);
    void update(Learnt&, Row const& gradient);
    // By chance, whether a feature is left out this time: what is learnt must not lean on a few.
    bool hidden() {
        if (chance_left_ == 0) {
            chance_ = random_.next();
            chance_left_ = 8;
        }
        auto const byte = chance_ & 0xFF;
        chance_ >>= 8;
        --chance_left_;
        return static_cast<float>(byte) < how_.hidden * 256;
    }

    Material const& all_;
    Learning const& how_;
    Random random_;
    std::vector<Learnt> learnt_;
    std::vector<char> kept_;
    std::array<Learnt, L + 1> transitions_{};
    float price_ = 0;
    double loss_ = 0;
    // Of the sequence at hand
    std::vector<Labels> labels_;
    std::vector<Row> emissions_, forward_, backward_, free_, given_;
    std::vector<float> scales_;
    std::vector<std::uint32_t> shown_;  // features that are not hidden
    std::vector<std::size_t> shown_from_;
    std::uint64_t chance_ = 0;
    unsigned chance_left_ = 0;
};

void Learner::update(Learnt& learnt, Row const& gradient) {
    for (std::size_t i = 0; i < L; ++i) {
        float const g = -gradient[i];
        float const square = learnt.square[i] + g * g;
        float const sigma = (std::sqrt(square) - std::sqrt(learnt.square[i])) / how_.rate;
        learnt.pull[i] += g - sigma * learnt.weight[i];
        learnt.square[i] = square;
        float const pull = learnt.pull[i], size = std::fabs(pull);
        float const weight =
            -(pull - std::copysign(price_, pull)) / ((1.0F + std::sqrt(square)) / how_.rate + how_.shrink);
        learnt.weight[i] = size <= price_ ? 0.0F : weight;
    }
}

// Forward and backward over the emissions; with `given`, through the labels that are possible alone.
void Learner::passes(std::size_t count, bool given, std::vector<Row>& shares, std::array<Row, L + 1>& moves,
                     double& sum) {
    std::array<Row, L + 1> step;
    for (std::size_t from = 0; from <= L; ++from)
        for (std::size_t to = 0; to < L; ++to) step[from][to] = std::exp(transitions_[from].weight[to]);
    auto const possible = [&](std::size_t i, std::size_t label) { return !given || (labels_[i] >> label & 1U) != 0; };
    for (std::size_t i = 0; i < count; ++i) {
        Row next{};
        if (i == 0)
            next = step[0];
        else
            for (std::size_t from = 0; from < L; ++from)
                for (std::size_t to = 0; to < L; ++to) next[to] += forward_[i - 1][from] * step[from + 1][to];
        float scale = 0;
        for (std::size_t to = 0; to < L; ++to) {
            forward_[i][to] = possible(i, to) ? next[to] * emissions_[i][to] : 0.0F;
            scale += forward_[i][to];
        }
        scale = std::max(scale, 1e-30F);
        for (auto& value : forward_[i]) value /= scale;
        scales_[i] = scale;
        sum += std::log(static_cast<double>(scale));
    }
    for (std::size_t label = 0; label < L; ++label)
        backward_[count - 1][label] = possible(count - 1, label) ? 1.0F : 0.0F;
    for (std::size_t i = count - 1; i-- > 0;)
        for (std::size_t from = 0; from < L; ++from) {
            float value = 0;
            if (possible(i, from))
                for (std::size_t to = 0; to < L; ++to)
                    value += step[from + 1][to] * emissions_[i + 1][to] * backward_[i + 1][to];
            backward_[i][from] = value / scales_[i + 1];
        }
    for (std::size_t i = 0; i < count; ++i) {
        float all = 0;
        for (std::size_t label = 0; label < L; ++label)
            all += shares[i][label] = forward_[i][label] * backward_[i][label];
        all = std::max(all, 1e-30F);
        for (auto& share : shares[i]) share /= all;
    }
    float const sign = given ? 1.0F : -1.0F;
    for (std::size_t label = 0; label < L; ++label) moves[0][label] += sign * shares[0][label];
    for (std::size_t i = 1; i < count; ++i)
        for (std::size_t from = 0; from < L; ++from)
            for (std::size_t to = 0; to < L; ++to)
                if (possible(i, to))
                    moves[from + 1][to] += sign * forward_[i - 1][from] * step[from + 1][to] * emissions_[i][to] *
                                           backward_[i][to] / scales_[i];
}

void Learner::learn(Sequence const& sequence) {
    std::size_t const count = sequence.end - sequence.first;
    if (emissions_.size() < count)
        for (auto* rows : {&emissions_, &forward_, &backward_, &free_, &given_}) rows->resize(count);
    if (scales_.size() < count) scales_.resize(count);
    labels_.assign(all_.labels.begin() + static_cast<std::ptrdiff_t>(sequence.first),
                   all_.labels.begin() + static_cast<std::ptrdiff_t>(sequence.end));
    shown_.clear();
    shown_from_.resize(count + 1);
    float const shown_scale = 1 / (1 - how_.hidden);
    for (std::size_t i = 0; i < count; ++i) {
        Row score{};
        shown_from_[i] = shown_.size();
        for (std::size_t n = all_.starts[sequence.first + i]; n < all_.starts[sequence.first + i + 1]; ++n) {
            if (hidden()) continue;
            shown_.push_back(all_.features[n]);
            auto const& weight = learnt_[all_.features[n]].weight;
            for (std::size_t label = 0; label < L; ++label) score[label] += weight[label];
        }
        for (auto& value : score) value *= shown_scale;
        float const most = *std::ranges::max_element(score);
        for (std::size_t label = 0; label < L; ++label) emissions_[i][label] = std::exp(score[label] - most);
    }
    shown_from_[count] = shown_.size();
    std::array<Row, L + 1> moves{};
    double sum_free = 0, sum_given = 0;
    passes(count, false, free_, moves, sum_free);
    passes(count, true, given_, moves, sum_given);
    loss_ += static_cast<double>(sequence.weight) * (sum_free - sum_given);
    constexpr float worth_learning = 2e-3F;
    for (std::size_t i = 0; i < count; ++i) {
        Row gradient;
        float most = 0;
        for (std::size_t label = 0; label < L; ++label) {
            gradient[label] = sequence.weight * (given_[i][label] - free_[i][label]);
            most = std::max(most, std::fabs(gradient[label]));
        }
        if (most < worth_learning) continue;
        for (auto& value : gradient) value *= shown_scale;
        for (std::size_t n = shown_from_[i]; n < shown_from_[i + 1]; ++n)
            if (kept_[shown_[n]] != 0) update(learnt_[shown_[n]], gradient);
    }
    float const price = price_;
    price_ = 0;
    for (std::size_t from = 0; from <= L; ++from) {
        Row gradient = moves[from];
        for (auto& value : gradient) value *= sequence.weight;
        update(transitions_[from], gradient);
    }
    price_ = price;
}

int whole(float weight, int most) {
    return std::clamp(static_cast<int>(std::lround(weight * score_unit)), -most, most);
}

// Numbers of the strongest features, the strongest first.
std::vector<std::uint32_t> strongest(std::vector<Learnt> const& learnt, std::size_t wanted) {
    std::vector<std::pair<float, std::uint32_t>> sizes;
    for (std::uint32_t i = 0; i < learnt.size(); ++i) {
        float size = 0;
        // How much it was used counts with how heavy it is.
        for (std::size_t label = 0; label < L; ++label)
            size = std::max(size, std::fabs(learnt[i].weight[label]) * std::sqrt(std::sqrt(learnt[i].square[label])));
        if (size > 0) sizes.emplace_back(-size, i);
    }
    std::printf("%zu of %zu features have a weight\n", sizes.size(), learnt.size());
    std::ranges::sort(sizes);
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < std::min(wanted, sizes.size()); ++i) numbers.push_back(sizes[i].second);
    return numbers;
}

}  // namespace

std::string learn_tagger(Documents const& documents, WordFacts const& known, Learning const& how) {
    auto const material = gather(documents, known, how.count_min);
    std::printf("%zu texts, %zu tokens, %zu features\n", documents.size(), material.labels.size(),
                material.hashes.size());
    Learner learner{material, how};
    learner.run(how.epochs_wide, how.price);
    auto const numbers = strongest(learner.learnt(), how.features_kept);
    std::vector<std::uint32_t> hashes;
    for (auto const number : numbers) hashes.push_back(material.hashes[number]);
    auto const slots = write_slots(hashes, how.slot_bits);
    std::ranges::fill(learner.kept(), 0);
    for (auto const member : slots.order) learner.kept()[numbers[member]] = 1;
    for (std::size_t i = 0; i < material.hashes.size(); ++i)
        if (learner.kept()[i] == 0) learner.learnt()[i] = {};
    learner.run(how.epochs_kept, 0.05F);

    std::string section;
    append_32(section, section_version);
    append_32(section, label_count);
    append_32(section, 0);
    append_32(section, 0);
    for (auto const& row : learner.transitions())
        for (float const weight : row.weight) {
            auto const value = static_cast<std::uint16_t>(static_cast<std::int16_t>(whole(weight, 32767)));
            section += static_cast<char>(value & 0xFF);
            section += static_cast<char>(value >> 8);
        }
    section.resize(section_head_bytes + transition_bytes);
    section += slots.bytes;
    for (auto const member : slots.order)
        for (float const weight : learner.learnt()[numbers[member]].weight)
            section += static_cast<char>(whole(weight, 127));
    return section;
}

}  // namespace kith::train
