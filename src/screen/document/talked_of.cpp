#include "screen/document/talked_of.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "screen/lexicon.hpp"
#include "screen/lexicon/public_people.hpp"
#include "screen/lexicon/public_performers.hpp"

namespace kith::screen {

namespace {

template <std::size_t N>
consteval std::size_t count_names(std::string_view const (&lists)[N]) {
    std::size_t count = 0;
    for (auto const list : lists)
        for (std::size_t at = 0; at < list.size(); ++at) count += list[at] != ' ' && (at == 0 || list[at - 1] == ' ');
    return count;
}

// Of each name its hash, and that of its surname where it has one: "Rooney" of "Wayne Rooney".
struct Hashes {
    std::uint32_t name = 0, surname = 0;
};

template <std::size_t Count, std::size_t N>
consteval std::array<Hashes, Count> hashes_of(std::string_view const (&lists)[N]) {
    constexpr std::size_t surname_letters_min = 4;
    std::array<Hashes, Count> all{};
    std::size_t filled = 0;
    for (auto const list : lists)
        for (std::size_t at = 0; at < list.size(); ++at) {
            if (list[at] == ' ') continue;
            Hashes hashes{word_hash_start, 0};
            std::size_t letters = 0;
            for (; at < list.size() && list[at] != ' '; ++at) {
                hashes.name = word_hash_add(hashes.name, list[at]);
                if (list[at] == '_')
                    hashes.surname = word_hash_start, letters = 0;
                else if (hashes.surname != 0)
                    hashes.surname = word_hash_add(hashes.surname, list[at]), ++letters;
            }
            if (letters < surname_letters_min) hashes.surname = 0;
            all[filled++] = hashes;
        }
    return all;
}

constexpr auto full_names = hashes_of<count_names(lexicon::known_by_full_name)>(lexicon::known_by_full_name);
constexpr auto performers = hashes_of<count_names(lexicon::known_by_performing)>(lexicon::known_by_performing);
constexpr auto one_words = hashes_of<count_names(lexicon::known_by_one_word)>(lexicon::known_by_one_word);
constexpr auto in_context = hashes_of<count_names(lexicon::known_in_context)>(lexicon::known_in_context);
constexpr auto among_books = hashes_of<count_names(lexicon::known_among_books)>(lexicon::known_among_books);

constexpr std::size_t slots = 8192;  // a power of two, above twice the names

// By hash alone: two names in four thousand million meet, and then one more is taken for a known one.
struct Table {
    std::array<std::uint32_t, slots> hashes{};
    std::array<Renown, slots> renown{};
    std::size_t count = 0;
};

// Nothing where an earlier list has it.
constexpr void add(Table& table, std::uint32_t hash, Renown renown) {
    std::size_t slot = hash % slots;
    while (table.renown[slot] != Renown::none && table.hashes[slot] != hash) slot = (slot + 1) % slots;
    if (table.renown[slot] != Renown::none) return;
    table.hashes[slot] = hash;
    table.renown[slot] = renown;
    ++table.count;
}

constexpr Table table = [] {
    Table made;
    for (auto const& name : full_names) add(made, name.name, Renown::everywhere);
    for (auto const& name : performers) add(made, name.name, Renown::everywhere);
    for (auto const& name : one_words) add(made, name.name, Renown::one_word);
    for (auto const& name : in_context) add(made, name.name, Renown::in_context);
    for (auto const& name : among_books) add(made, name.name, Renown::among_books);
    for (auto const& name : full_names)
        if (name.surname != 0) add(made, name.surname, Renown::in_context);
    for (auto const& name : performers)
        if (name.surname != 0) add(made, name.surname, Renown::in_context);
    return made;
}();
static_assert(table.count * 2 < slots, "the table is getting full: double it");

}  // namespace

Renown renown_of(std::uint32_t name) {
    for (std::size_t slot = name % slots; table.renown[slot] != Renown::none; slot = (slot + 1) % slots)
        if (table.hashes[slot] == name) return table.renown[slot];
    return Renown::none;
}

}  // namespace kith::screen
