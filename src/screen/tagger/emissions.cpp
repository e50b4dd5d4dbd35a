#include "screen/tagger/emissions.hpp"

namespace kith::screen::tagger {

namespace {

// Answers gathered to be looked up together.
struct Answers {
    std::array<std::uint32_t, features_max> hashes;
    std::size_t count = 0;

    auto taker() {
        return [this](std::uint32_t, std::uint32_t hash) { hashes[count++] = hash; };
    }
    std::span<std::uint32_t const> all() const { return std::span{hashes}.first(count); }
};

}  // namespace

// Sums are kept apart from the one they go to, in registers.
void Learnt::add(std::span<std::uint32_t const> answers, Sum& all) const {
    Sum sum;
    std::array<std::uint32_t, features_max> members;
    auto const count = features.find_all(answers, members.data());
    for (std::size_t n = 0; n < count; ++n) sum.add(weights + std::size_t{members[n]} * label_count);
    all.add(sum);
}

void Learnt::add_frequent(std::span<std::uint32_t const> answers, WordMemory& memory, Sum& all) const {
    Sum sum;
    for (auto const answer : answers) {
        auto& row = memory.place_of_answer(answer);
        if (row.answer != answer) {
            row = {answer, {}};
            if (auto const member = features.find(answer); member != Slots::none)
                std::memcpy(row.weights, weights + std::size_t{member} * label_count, label_count);
        }
        sum.add(row.weights);
    }
    all.add(sum);
}

std::span<Scores const> Emissions::of(Stretch stretch, Stretch run, Stretch known) {
    if (known.first == known.end) {
        known = {run.first, run.first};
        sums_.clear();
    }
    sums_.insert(sums_.begin(), known.first - run.first, {});
    sums_.resize(run.end - run.first);
    first_ = run.first;
    for (auto const part : {Stretch{run.first, known.first}, Stretch{known.end, run.end}})
        if (memory_ == nullptr)
            work_out(stretch, part);
        else
            remember(stretch, part);
    scores_.resize(sums_.size());
    for (std::size_t i = 0; i < sums_.size(); ++i) scores_[i] = sums_[i].scores();
    return scores_;
}

void Emissions::work_out(Stretch stretch, Stretch part) {
    Features features;
    for (std::size_t i = part.first; i < part.end; ++i) {
        features_of(text_, tokens_, stretch, i, features);
        learnt_.add(std::span{features.hashes}.first(features.count), sum_of(i));
    }
}

// The token `i` as a neighbour, by the place in which it is seen.
void Emissions::add_neighbour(std::size_t i, std::size_t place, Sum& sum) {
    auto const& token = text_.tokens[i];
    auto* kept = token.kept_id == 0 ? nullptr : &memory_->word(token.kept_at);
    if (kept == nullptr || kept->id != token.kept_id) {
        if (auto const member = learnt_.features.find(neighbour_answer(place, token.word)); member != Slots::none)
            sum.add(learnt_.weights + std::size_t{member} * label_count);
        return;
    }
    if (!kept->has_rows) {
        kept->has_rows = true;
        for (std::size_t other = 0; other < places_count; ++other)
            if (auto const member = learnt_.features.find(neighbour_answer(other, token.word)); member != Slots::none)
                std::memcpy(kept->rows[other], learnt_.weights + std::size_t{member} * label_count, label_count);
    }
    sum.add(kept->rows[place]);
}

void Emissions::add_word(std::size_t i, Sum& sum) {
    auto const& token = text_.tokens[i];
    Answers answers;
    if (token.kept_id == 0) {
        ask_of_word(token, text_.manner, answers.taker());
        return learnt_.add(answers.all(), sum);
    }
    auto& kept = memory_->place_of_token(token.kept_id, token.kind);
    if (kept.id != token.kept_id || kept.kind != token.kind) {
        ask_of_word(token, text_.manner, answers.taker());
        Sum fresh;
        learnt_.add(answers.all(), fresh);
        kept = {token.kept_id, token.kind, fresh.keep()};
    }
    sum.add(kept.sum);
}

// The tokens `i` - 1 and `i`, or an end of the stretch in place of either.
KnownPair const& Emissions::pair_before(Stretch stretch, std::size_t i) {
    bool const begins = i == stretch.first, ends = i == stretch.end;
    auto const& first = begins ? before_first : text_.tokens[i - 1];
    auto const& second = ends ? after_last : text_.tokens[i];
    auto const form_of_first = first.kind & form_of_kind, form_of_second = second.kind & form_of_kind;
    auto& kept = memory_->place_of_pair(form_of_first, form_of_second);
    if (!kept.taken || kept.first != form_of_first || kept.second != form_of_second) {
        Answers one, other;
        ask_of_forms_after(first, second, one.taker());
        ask_of_forms_before(second, first, other.taker());
        // A sign is no neighbour of the kind that questions about words ask for.
        if (ends || second.form != Shape::sign) ask_of_word_after(first, second, one.taker());
        if (begins || first.form != Shape::sign) ask_of_word_before(second, first, other.taker());
        Sum of_first, of_second;
        learnt_.add(one.all(), of_first);
        learnt_.add(other.all(), of_second);
        kept = {true, form_of_first, form_of_second, of_first.keep(), of_second.keep()};
    }
    return kept;
}

void Emissions::remember(Stretch stretch, Stretch part) {
    if (part.first == part.end) return;
    for (std::size_t i = part.first; i <= part.end; ++i) {
        auto const& pair = pair_before(stretch, i);
        if (i > part.first) sum_of(i - 1).add(pair.of_first);
        if (i < part.end) sum_of(i).add(pair.of_second);
    }
    for (std::size_t i = part.first; i < part.end; ++i) {
        auto& sum = sum_of(i);
        auto const near = around(text_.tokens, tokens_, stretch, i);
        add_word(i, sum);
        Answers answers;
        for (std::size_t place = 0; place < places_count; ++place) {
            auto const there = static_cast<std::ptrdiff_t>(i) + places_around[place];
            if (there < static_cast<std::ptrdiff_t>(stretch.first))
                answers.hashes[answers.count++] = neighbour_answer(place, before_first.word);
            else if (there >= static_cast<std::ptrdiff_t>(stretch.end))
                answers.hashes[answers.count++] = neighbour_answer(place, after_last.word);
            else
                add_neighbour(static_cast<std::size_t>(there), place, sum);
        }
        if (near.p1 != near.w1) ask_of_word_before(*near.w0, *near.p1, answers.taker());
        if (near.f1 != near.n1) ask_of_word_after(*near.w0, *near.f1, answers.taker());
        ask_of_words_around(near, answers.taker());
        learnt_.add(answers.all(), sum);
        Answers frequent;
        ask_of_surroundings(near, text_.manner, frequent.taker());
        learnt_.add_frequent(frequent.all(), *memory_, sum);
    }
}

}  // namespace kith::screen::tagger
