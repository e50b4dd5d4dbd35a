#include "screen/jigsaw/rates.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>
#include <vector>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {

namespace {

constexpr std::size_t phrase_words_max = 5, first_word_slots = 16384;

struct Entry {
    std::uint32_t hash;
    Slot slot;
    double share;
};

// All phrases of all tables, by hash.
std::vector<Entry> make_entries() {
    std::vector<Entry> entries;
    for (auto const& table : {health_rates, origin_rates, family_rates, work_rates, event_rates})
        for (auto const& row : table) {
            auto rest = row.words;
            while (!rest.empty()) {
                auto const size = std::min(rest.find(' '), rest.size());
                if (size > 0) entries.push_back({hash_on(rest.substr(0, size)), row.slot, row.share});
                rest.remove_prefix(std::min(size + 1, rest.size()));
            }
        }
    std::ranges::sort(entries, {}, [](Entry const& e) { return std::pair{e.hash, e.share}; });
    auto const [first, last] = std::ranges::unique(entries, {}, &Entry::hash);
    entries.erase(first, last);
    return entries;
}

// The entries, and for each slot of a table the place of one, from 1.
class Entries {
public:
    Entries() : entries_{make_entries()}, places_(std::bit_ceil(entries_.size() * 4)) {
        for (std::uint16_t i = 0; i < entries_.size(); ++i) {
            auto slot = slot_of(entries_[i].hash);
            while (places_[slot] != 0) slot = (slot + 1) & (places_.size() - 1);
            places_[slot] = static_cast<std::uint16_t>(i + 1);
        }
    }
    Entry const* find(std::uint32_t hash) const {
        for (auto slot = slot_of(hash); places_[slot] != 0; slot = (slot + 1) & (places_.size() - 1))
            if (entries_[places_[slot] - 1].hash == hash) return &entries_[places_[slot] - 1];
        return nullptr;
    }

private:
    std::size_t slot_of(std::uint32_t hash) const { return (hash ^ hash >> 15) & (places_.size() - 1); }

    std::vector<Entry> entries_;
    std::vector<std::uint16_t> places_;
};

Entry const* find(std::uint32_t hash, std::optional<Slot> only) {
    static Entries const entries;
    auto const* const found = entries.find(hash);
    return found == nullptr || (only && found->slot != *only) ? nullptr : found;
}

// The longest phrase from word `at` on, and how many words it takes.
std::pair<Entry const*, std::size_t> phrase_at(std::span<std::string_view const> words, std::size_t at,
                                               std::optional<Slot> only) {
    std::pair<Entry const*, std::size_t> longest{nullptr, 1};
    std::uint32_t hash = hash_start;
    for (std::size_t n = 0; n < phrase_words_max && at + n < words.size(); ++n) {
        auto const word = words[at + n];
        auto const before = n == 0 ? hash : hash_on("_", hash);
        hash = hash_on(word, before);
        auto const* entry = find(hash, only);
        if (entry == nullptr && word.size() > 3 && word.back() == 's')
            entry = find(hash_on(word.substr(0, word.size() - 1), before), only);
        if (entry != nullptr) longest = {entry, n + 1};
    }
    return longest;
}

}  // namespace

namespace {

static_assert(static_cast<unsigned>(Slot::link) < 16);

std::uint16_t bit_of(Slot slot) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(slot)); }

std::vector<std::uint16_t> make_first_words() {
    std::vector<std::uint16_t> kinds(first_word_slots);
    for (auto const& table : {health_rates, origin_rates, family_rates, work_rates, event_rates})
        for (auto const& row : table)
            for (std::size_t at = 0; at < row.words.size();) {
                auto const end = std::min(row.words.find(' ', at), row.words.size());
                auto const phrase = row.words.substr(at, end - at);
                kinds[hash_on(phrase.substr(0, phrase.find('_'))) % first_word_slots] |= bit_of(row.slot);
                at = end + 1;
            }
    return kinds;
}

}  // namespace

PhraseKinds phrases_from(std::string_view word, std::uint32_t hash) {
    static auto const kinds = make_first_words();
    auto bits = kinds[hash % first_word_slots];
    // A plural is also looked up without its s: one step of the hash back.
    constexpr std::uint32_t prime_inverse = 899433627U;
    static_assert(hash_prime * prime_inverse == 1);
    if (word.ends_with('s')) bits |= kinds[(hash * prime_inverse ^ std::uint32_t{'s'}) % first_word_slots];
    return {bits};
}

std::optional<Rarest> rarest_of(std::span<std::string_view const> words, std::optional<Slot> only) {
    std::optional<Rarest> rarest;
    for (std::size_t at = 0; at < words.size();) {
        auto const [entry, size] = phrase_at(words, at, only);
        at += size;
        if (entry == nullptr || (rarest && rarest->rate.key == entry->hash)) continue;
        Rate const rate{entry->slot, entry->share, entry->hash};
        if (!rarest) {
            rarest = Rarest{rate, 1};
        } else if (rate.share < rarest->rate.share) {
            rarest->also *= rarest->rate.share;
            rarest->rate = rate;
        } else {
            rarest->also *= rate.share;
        }
    }
    return rarest;
}

double usual_share(Class what) {
    switch (what) {
        case Class::ethnicity:
        case Class::religion:
        case Class::immigration:
        case Class::occupation: return 0.003;
        case Class::health: return 0.005;
        case Class::event: return 0.02;
        case Class::family: return 0.2;
        case Class::relationship: return 0.5;
        default: return 1;
    }
}

Slot slot_of(Class what) {
    switch (what) {
        case Class::place:
        case Class::postcode: return Slot::place;
        case Class::institution: return Slot::institution;
        case Class::age:
        case Class::dob: return Slot::age;
        case Class::ethnicity:
        case Class::religion:
        case Class::immigration: return Slot::origin;
        case Class::health: return Slot::health;
        case Class::occupation: return Slot::work;
        case Class::event:
        case Class::date:
        case Class::court_case: return Slot::event;
        case Class::family: return Slot::family;
        default: return Slot::link;
    }
}

// ONS, Census 2021, England and Wales: per cent of usual residents in each five years of age, from 0 to 89; from 90 on
// 0.9.
double share_of_age(int years) {
    constexpr std::array fives{5.4, 5.9, 6.0, 5.7, 6.0, 6.6, 7.0, 6.7, 6.3,
                               6.4, 6.9, 6.7, 5.8, 4.9, 5.0, 3.6, 2.5, 1.6};
    auto const five = static_cast<std::size_t>(std::max(years, 0)) / 5;
    if (five < fives.size()) return fives[five] / 5 / 100;
    constexpr double ninety = 0.0022, each_year = 0.77;
    return ninety * std::pow(each_year, years - 90);
}

// ONS, Families and households 2022: of families with children at home 44 % have one, 41 % two, 15 % three or more;
// larger ones from DWP's tables of Child Benefit (about 4 % four or more, 1 % five or more). As shares of people living
// in them.
double share_of_children(int count) {
    constexpr std::array shares{1.0, 0.6, 0.5, 0.12, 0.035, 0.012, 0.004, 0.0015, 0.0007};
    return count < 0                                         ? 1
           : static_cast<std::size_t>(count) < shares.size() ? shares[static_cast<std::size_t>(count)]
                                                             : 0.0003;
}

}  // namespace kith::screen
