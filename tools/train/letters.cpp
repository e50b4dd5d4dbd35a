#include "letters.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "random.hpp"
#include "screen/model.hpp"
#include "screen/tagger/word_facts.hpp"

namespace kith::train {

namespace {

using namespace screen::tagger;

constexpr unsigned bucket_bits = 14;
constexpr std::size_t buckets = std::size_t{1} << bucket_bits;
constexpr std::size_t words_a_class = 40000;  // an epoch, of each class
constexpr int epochs = 12;
constexpr float unit = 24;  // parts of a natural logarithm
constexpr unsigned name_slot_bits = 19;

struct Example {
    std::string const* word;
    Looks looks;
};

std::vector<Example> draw(Lists const& lists, Random& random) {
    std::vector<Example> examples;
    auto const take = [&](std::vector<std::string> const& words, Looks looks) {
        for (std::size_t i = 0; i < words_a_class; ++i) examples.push_back({&random.one_of(words), looks});
    };
    take(lists.common_words, Looks::common);
    take(lists.forename_words, Looks::forename);
    take(lists.surname_words, Looks::surname);
    take(lists.place_words, Looks::place);
    random.shuffle(examples);
    return examples;
}

}  // namespace

std::string learn_letters(Lists const& lists, std::uint64_t seed) {
    Random random{seed};
    std::vector<std::array<float, looks_count>> weights(buckets), squares(buckets);
    for (auto& square : squares) square.fill(1e-3F);
    std::size_t right = 0, all = 0;
    for (int epoch = 0; epoch < epochs; ++epoch) {
        right = all = 0;
        for (auto const& example : draw(lists, random)) {
            std::vector<std::uint32_t> runs;
            for_runs(*example.word, [&](std::uint32_t run) { runs.push_back(run & (buckets - 1)); });
            std::array<double, looks_count> share{};
            for (auto const run : runs)
                for (std::size_t i = 0; i < looks_count; ++i) share[i] += static_cast<double>(weights[run][i]);
            double const most = *std::ranges::max_element(share);
            std::size_t const best = static_cast<std::size_t>(std::ranges::max_element(share) - share.begin());
            double sum = 0;
            for (auto& s : share) sum += s = std::exp(s - most);
            right += best == static_cast<std::size_t>(example.looks);
            ++all;
            for (std::size_t i = 0; i < looks_count; ++i) {
                auto const gradient =
                    static_cast<float>((i == static_cast<std::size_t>(example.looks)) - share[i] / sum);
                for (auto const run : runs) {
                    float const g = gradient - 1e-4F * weights[run][i];
                    squares[run][i] += g * g;
                    weights[run][i] += 0.08F * g / std::sqrt(squares[run][i]);
                }
            }
        }
    }
    std::printf("letters: %.1f %% of words of the lists told by their letters\n",
                100.0 * static_cast<double>(right) / static_cast<double>(all));
    std::string section;
    append_32(section, bucket_bits);
    for (int i = 0; i < 3; ++i) append_32(section, 0);
    for (auto const& bucket : weights)
        for (float const weight : bucket)
            section += static_cast<char>(std::clamp(static_cast<int>(std::lround(weight * unit)), -127, 127));
    return section;
}

std::string write_names(Lists const& lists, std::string const& words_section) {
    screen::NamedSection const sections[] = {{"words", words_section}};
    auto const file = screen::write_model(1, sections);
    auto const model = screen::Model::read(file);
    auto const known = WordFacts::read(*model);
    std::vector<std::uint32_t> hashes;
    std::vector<std::uint8_t> facts;
    std::size_t misleading = 0;
    auto const add = [&](bool first) {
        for (auto const& [word, byte] : lists.facts) {
            Facts const what{byte};
            bool const listed = what.forename() != 0 || what.place() != 0 || what.nation() || what.often_small();
            bool wanted = listed;
            if (!listed) {
                auto const guess = known.guess(word);
                int const name = std::max(guess.votes[1], guess.votes[2]) - guess.votes[0];
                wanted = what.common() && what.surname() ? true
                         : what.common()                 ? name > 0 && word.size() <= 12
                                                         : name < -10;
                misleading += wanted && !first;
            }
            if (wanted && listed == first) {
                hashes.push_back(hash_of(word));
                facts.push_back(byte);
            }
        }
    };
    add(true);  // of words in one slot the first stays
    add(false);
    auto const written = write_slots(hashes, name_slot_bits);
    std::string section = written.bytes;
    for (auto const member : written.order) section += static_cast<char>(facts[member]);
    std::printf("names: %zu words, %zu of them because their letters mislead\n", written.order.size(), misleading);
    return section;
}

}  // namespace kith::train
