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

std::span<Scores const> Emissions::of(Stretch stretch) {
    sums_.assign(stretch.end - stretch.first, {});
    scores_.resize(sums_.size());
    if (memory_ == nullptr)
        work_out(stretch);
    else
        remember(stretch);
    for (std::size_t i = 0; i < sums_.size(); ++i) scores_[i] = sums_[i].scores();
    return scores_;
}

void Emissions::work_out(Stretch stretch) {
    Features features;
    for (std::size_t i = stretch.first; i < stretch.end; ++i) {
        features_of(text_, tokens_, stretch, i, features);
        learnt_.add(std::span{features.hashes}.first(features.count), sums_[i - stretch.first]);
    }
}

// A token as a neighbour of those around it.
void Emissions::add_neighbour(Stretch stretch, std::size_t i) {
    auto const& token = text_.tokens[i];
    auto* kept = token.kept_id == 0 ? nullptr : &memory_->word(token.kept_at);
    if (kept != nullptr && kept->id != token.kept_id) kept = nullptr;
    if (kept != nullptr && !kept->has_rows) {
        kept->has_rows = true;
        for (std::size_t place = 0; place < places_count; ++place)
            if (auto const member = learnt_.features.find(neighbour_answer(place, token.word)); member != Slots::none)
                std::memcpy(kept->rows[place], learnt_.weights + std::size_t{member} * label_count, label_count);
    }
    for (std::size_t place = 0; place < places_count; ++place) {
        // Who asks about the place before it stands behind it.
        auto const who = static_cast<std::ptrdiff_t>(i) - places_around[place];
        if (who < static_cast<std::ptrdiff_t>(stretch.first) || who >= static_cast<std::ptrdiff_t>(stretch.end))
            continue;
        auto& sum = sums_[static_cast<std::size_t>(who) - stretch.first];
        if (kept != nullptr)
            sum.add(kept->rows[place]);
        else if (auto const member = learnt_.features.find(neighbour_answer(place, token.word)); member != Slots::none)
            sum.add(learnt_.weights + std::size_t{member} * label_count);
    }
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

void Emissions::add_pair(Attributes const& first, Attributes const& second, bool first_is_word, bool second_is_word,
                         Sum& of_first, Sum& of_second) {
    auto const form_of_first = first.kind & form_of_kind, form_of_second = second.kind & form_of_kind;
    auto& kept = memory_->place_of_pair(form_of_first, form_of_second);
    if (!kept.taken || kept.first != form_of_first || kept.second != form_of_second) {
        Answers one, other;
        ask_of_forms_after(first, second, one.taker());
        if (second_is_word) ask_of_word_after(first, second, one.taker());
        ask_of_forms_before(second, first, other.taker());
        if (first_is_word) ask_of_word_before(second, first, other.taker());
        Sum fresh_first, fresh_second;
        learnt_.add(one.all(), fresh_first);
        learnt_.add(other.all(), fresh_second);
        kept = {true, form_of_first, form_of_second, fresh_first.keep(), fresh_second.keep()};
    }
    of_first.add(kept.of_first);
    of_second.add(kept.of_second);
}

void Emissions::remember(Stretch stretch) {
    Sum nobody;
    auto const count = sums_.size();
    for (std::size_t n = 0; n < count; ++n) {
        auto const i = stretch.first + n;
        auto const near = around(text_.tokens, tokens_, stretch, i);
        add_word(i, sums_[n]);
        add_neighbour(stretch, i);
        // A sign is no neighbour of the kind that questions about words ask for.
        if (n == 0) add_pair(*near.w1, *near.w0, true, true, nobody, sums_[n]);
        add_pair(*near.w0, *near.n1, near.w0->form != Shape::sign, near.n1 == near.f1, sums_[n],
                 n + 1 < count ? sums_[n + 1] : nobody);
        Answers answers;
        if (near.p1 != near.w1) ask_of_word_before(*near.w0, *near.p1, answers.taker());
        if (near.f1 != near.n1) ask_of_word_after(*near.w0, *near.f1, answers.taker());
        if (n < 3 || n + 3 >= count) {
            Attributes const* const neighbours[places_count] = {near.w1, near.n1, near.w2, near.n2, near.w3, near.n3};
            for (std::size_t place = 0; place < places_count; ++place)
                if (neighbours[place] == &before_first || neighbours[place] == &after_last)
                    answers.hashes[answers.count++] = neighbour_answer(place, neighbours[place]->word);
        }
        ask_of_words_around(near, answers.taker());
        learnt_.add(answers.all(), sums_[n]);
        Answers frequent;
        ask_of_surroundings(near, text_.manner, frequent.taker());
        learnt_.add_frequent(frequent.all(), *memory_, sums_[n]);
    }
}

}  // namespace kith::screen::tagger
