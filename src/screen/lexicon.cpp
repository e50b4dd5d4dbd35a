#include "screen/lexicon.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "screen/lexicon/health.hpp"
#include "screen/lexicon/labels.hpp"
#include "screen/lexicon/people.hpp"
#include "screen/lexicon/places.hpp"

namespace kith::screen {

namespace {

using lexicon::List;

constexpr std::size_t slots = 16384;

// One mention of a word in a list.
struct Item {
    std::string_view text;
    Topics topics = 0;
    Themes themes = 0;
    std::int16_t value = 0;
    std::uint32_t hash = 0;
};

// The phrases' first words are counted besides: each needs a place of its own.
template <std::size_t N>
consteval std::size_t count_items(List const (&lists)[N]) {
    std::size_t count = 0;
    for (auto const& list : lists) {
        bool first_of_phrase = true;
        for (std::size_t at = 0; at < list.words.size(); ++at) {
            char const c = list.words[at];
            if (c != ' ' && (at == 0 || list.words[at - 1] == ' ')) ++count, first_of_phrase = true;
            if (c == '_' && first_of_phrase) ++count, first_of_phrase = false;
        }
    }
    return count;
}

template <std::size_t Count, std::size_t N>
consteval std::array<Item, Count> items_of(List const (&lists)[N]) {
    std::array<Item, Count> items{};
    std::size_t filled = 0;
    for (auto const& list : lists) {
        auto const words = list.words;
        for (std::size_t at = 0; at < words.size();) {
            if (words[at] == ' ') {
                ++at;
                continue;
            }
            std::size_t const start = at;
            std::uint32_t hash = word_hash_start;
            bool joined = false;
            for (; at < words.size() && words[at] != ' ' && words[at] != '='; ++at) {
                if (words[at] == '_' && !joined) {
                    joined = true;
                    items[filled++] = {words.substr(start, at - start), topic::phrase, 0, 0, hash};
                }
                hash = word_hash_add(hash, words[at]);
            }
            Item item{words.substr(start, at - start), list.topics, list.themes, 0, hash};
            if (at < words.size() && words[at] == '=')
                for (++at; at < words.size() && words[at] != ' '; ++at)
                    item.value = static_cast<std::int16_t>(item.value * 10 + (words[at] - '0'));
            items[filled++] = item;
        }
    }
    return items;
}

constexpr auto label_items = items_of<count_items(lexicon::labels)>(lexicon::labels);
constexpr auto place_items = items_of<count_items(lexicon::places)>(lexicon::places);
constexpr auto people_items = items_of<count_items(lexicon::people)>(lexicon::people);
constexpr auto health_items = items_of<count_items(lexicon::health)>(lexicon::health);

constexpr std::size_t item_count = label_items.size() + place_items.size() + people_items.size() + health_items.size();
static_assert(item_count * 2 < slots, "the table is getting full: double it");

// Of a word, and of its hash what chose no slot: most words that are in no list need not be compared.
struct Slot {
    std::uint16_t place = 0, rest = 0;
};
constexpr std::uint16_t rest_of(std::uint32_t hash) { return static_cast<std::uint16_t>(hash >> 16); }

struct Table {
    std::array<Slot, slots> places{};
    std::array<Word, item_count + 1> words{};
    std::uint16_t count = 1;
};

template <std::size_t N>
consteval void add(Table& table, std::array<Item, N> const& items) {
    for (auto const& item : items) {
        std::size_t slot = item.hash % slots;
        while (table.places[slot].place != 0 && table.words[table.places[slot].place].text != item.text)
            slot = (slot + 1) % slots;
        if (table.places[slot].place == 0) {
            table.places[slot] = {table.count, rest_of(item.hash)};
            table.words[table.count++] = {item.text, item.topics, item.themes, item.value};
            continue;
        }
        auto& word = table.words[table.places[slot].place];
        word.topics |= item.topics;
        word.themes |= item.themes;
        if (item.value != 0) word.value = item.value;
    }
}

constexpr Table table = [] {
    Table made;
    add(made, label_items);
    add(made, place_items);
    add(made, people_items);
    add(made, health_items);
    return made;
}();

// Which two words phrases begin with, by both hashes: of most pairs one look tells that no phrase does.
constexpr std::size_t pair_slots = 1 << 15;
constexpr std::size_t pair_slot(std::uint32_t first, std::uint32_t second) {
    return ((first * 31 + second) * 0x9E3779B1U) >> 17;
}
template <std::size_t N>
consteval void add_pairs(std::array<bool, pair_slots>& pairs, std::array<Item, N> const& items) {
    for (auto const& item : items) {
        auto const joint = item.text.find('_');
        if (joint == std::string_view::npos) continue;
        auto const end = std::min(item.text.find('_', joint + 1), item.text.size());
        pairs[pair_slot(word_hash(item.text.substr(0, joint)),
                        word_hash(item.text.substr(joint + 1, end - joint - 1)))] = true;
    }
}
constexpr auto pairs = [] {
    std::array<bool, pair_slots> all{};
    add_pairs(all, label_items);
    add_pairs(all, place_items);
    add_pairs(all, people_items);
    add_pairs(all, health_items);
    return all;
}();

}  // namespace

bool may_begin_phrase(std::uint32_t first, std::uint32_t second) { return pairs[pair_slot(first, second)]; }

constinit Word const* const words_known = table.words.data();

std::uint16_t look_up(std::string_view lower, std::uint32_t hash) {
    for (std::size_t slot = hash % slots; table.places[slot].place != 0; slot = (slot + 1) % slots)
        if (table.places[slot].rest == rest_of(hash) && table.words[table.places[slot].place].text == lower)
            return table.places[slot].place;
    return 0;
}

}  // namespace kith::screen
