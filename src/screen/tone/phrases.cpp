// Turns of phrase (written_phrases.hpp) made ready for looking up.
#include <algorithm>
#include <bitset>
#include <string_view>
#include <utility>

#include "screen/jigsaw/plain_words.hpp"
#include "screen/tone/words.hpp"
#include "screen/tone/written_phrases.hpp"

namespace kith::screen::tone {

namespace {

std::vector<Item> items_of(std::string_view phrase) {
    std::vector<Item> items;
    while (!phrase.empty()) {
        auto item = phrase.substr(0, phrase.find(' '));
        phrase.remove_prefix(std::min(item.size() + 1, phrase.size()));
        auto& made = items.emplace_back(Item{item == "P"   ? Item::What::person
                                             : item == "*" ? Item::What::gap
                                             : item == "$" ? Item::What::end
                                                           : Item::What::words,
                                             {}});
        while (made.what == Item::What::words && !item.empty()) {
            auto const word = item.substr(0, item.find('|'));
            item.remove_prefix(std::min(word.size() + 1, item.size()));
            made.words.push_back(hash_on(word));
        }
    }
    return items;
}

// A phrase of one word, or one that goes on with a gap or somebody, may go on with anything.
std::uint64_t goes_on_after_first(std::vector<Item> const& items) {
    if (items.size() < 2 || items[1].what != Item::What::words) return goes_on_with_anything;
    std::uint64_t bits = 0;
    for (auto const word : items[1].words) bits |= bit_of(word);
    return bits;
}

constexpr std::size_t doors = 16384;  // a power of two
std::size_t door_of(std::uint32_t word) { return (word ^ word >> 15) % doors; }

struct Table {
    std::bitset<doors> first_words;                               // by their hashes: most words begin no phrase
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts;  // a first word, and its phrases' place in `phrases`
    std::vector<Phrase> phrases;                                  // by first word
};

Table make_table() {
    std::vector<Phrase> phrases;
    std::vector<std::pair<std::uint32_t, std::size_t>> by_word;  // a first word, a phrase that begins with it
    for (auto const& part : {contemptuous_phrases, grave_phrases})
        for (auto const& one : part) {
            bool const begins = one.phrase.starts_with("^ ");
            auto items = items_of(one.phrase.substr(begins ? 2 : 0));
            auto const goes_on = goes_on_after_first(items);
            phrases.push_back({one.manner, one.weight, begins, std::move(items), goes_on});
            for (auto const word : phrases.back().items[0].words) by_word.emplace_back(word, phrases.size() - 1);
        }
    std::ranges::sort(by_word);
    Table table;
    for (auto const& [word, phrase] : by_word) {
        if (table.starts.empty() || table.starts.back().first != word)
            table.starts.emplace_back(word, static_cast<std::uint32_t>(table.phrases.size()));
        table.first_words.set(door_of(word));
        table.phrases.push_back(phrases[phrase]);
    }
    return table;
}

}  // namespace

std::span<Phrase const> phrases_from(std::uint32_t first_word) {
    static Table const table = make_table();
    if (!table.first_words.test(door_of(first_word))) return {};
    auto const found =
        std::ranges::lower_bound(table.starts, first_word, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    if (found == table.starts.end() || found->first != first_word) return {};
    auto const end = found + 1 == table.starts.end() ? table.phrases.size() : (found + 1)->second;
    return std::span{table.phrases}.subspan(found->second, end - found->second);
}

}  // namespace kith::screen::tone
