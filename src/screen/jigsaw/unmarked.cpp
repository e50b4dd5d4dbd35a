#include "screen/jigsaw/unmarked.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "screen/jigsaw/ages.hpp"
#include "screen/jigsaw/places.hpp"
#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {

namespace {

struct Word {
    std::size_t start, end;
    std::string_view text;  // in lower case
    std::uint32_t hash;     // of it (hash_on)
};

constexpr int age_max = 105;
constexpr double rare_work_share_max = 0.009, rare_condition_share_max = 0.0008;

bool is_any(std::string_view word, std::initializer_list<std::string_view> of) {
    return std::ranges::find(of, word) != of.end();
}
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lowered(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) c = static_cast<char>(c | ((c >= 'A' && c <= 'Z') << 5));
    return lower;
}

// What a byte is in words. `may_be_print`: a letter, or the first byte of a quote or a dash of print.
enum class Byte : unsigned char { other, letter, digit, may_be_print };
constexpr auto bytes = [] {
    std::array<Byte, 256> all{};
    for (std::size_t c = 0; c < 256; ++c)
        all[c] = is_letter(static_cast<char>(c))  ? Byte::letter
                 : is_digit(static_cast<char>(c)) ? Byte::digit
                                                  : Byte::other;
    all[0xE2] = Byte::may_be_print;
    return all;
}();

std::vector<Word> words_of(std::string_view lower) {
    constexpr std::size_t bytes_a_word = 5;  // about, in English
    std::vector<Word> words;
    words.reserve(lower.size() / bytes_a_word + 1);
    auto const print = [&](std::size_t at) { return lower[at] == '\xE2' && lower.substr(at, 2) == "\xE2\x80"; };
    auto const kind = [&](std::size_t at) {
        auto const what = bytes[static_cast<unsigned char>(lower[at])];
        return what != Byte::may_be_print ? what : print(at) ? Byte::other : Byte::letter;
    };
    for (std::size_t at = 0; at < lower.size();) {
        auto const what = kind(at);
        if (what == Byte::other) {
            at += print(at) ? 3 : 1;
            continue;
        }
        auto const start = at;
        auto hash = hash_start;
        for (; at < lower.size() && kind(at) == what; ++at)
            hash = (hash ^ static_cast<unsigned char>(lower[at])) * hash_prime;
        words.push_back({start, at, lower.substr(start, at - start), hash});
    }
    return words;
}

// What else a word may begin, besides phrases of the tables.
namespace may {
constexpr std::uint8_t count = 1, lead_to_town = 2, name_court = 4;
}
struct May {
    std::uint32_t hash = 0;
    std::uint8_t bits = 0;
};
constexpr std::string_view before_towns[] = {"in", "from", "near", "outside"};
constexpr std::string_view courts[] = {"family", "county", "crown", "magistrates", "youth", "juvenile", "dependency"};
constexpr std::size_t may_slots = 256;  // a power of two
constexpr auto may_table = [] {
    std::array<May, may_slots> all{};
    auto const add = [&](std::string_view word, std::uint8_t bits) {
        auto const hash = hash_on(word);
        auto slot = hash >> 7 & (may_slots - 1);
        while (all[slot].bits != 0 && all[slot].hash != hash) slot = (slot + 1) & (may_slots - 1);
        all[slot].hash = hash;
        all[slot].bits |= bits;
    };
    for (auto const word : before_towns) add(word, may::lead_to_town);
    for (auto const word : courts) add(word, may::name_court);
    for (auto const& number : number_words) add(number.word, may::count);
    return all;
}();
std::uint8_t may_of(std::uint32_t hash) {
    for (auto slot = hash >> 7 & (may_slots - 1); may_table[slot].bits != 0; slot = (slot + 1) & (may_slots - 1))
        if (may_table[slot].hash == hash) return may_table[slot].bits;
    return 0;
}

class Reading {
public:
    Reading(std::string_view text, std::string_view lower, std::span<Finding const> findings, Model const& model,
            Settings const& settings)
        : text_(text),
          lower_(lower),
          findings_(findings),
          places_(model),
          settings_(settings),
          words_(words_of(lower)) {}

    std::vector<Unmarked> run() {
        bool after_lead = false;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            auto const what = may_of(words_[i].hash);
            bool const led = std::exchange(after_lead, (what & may::lead_to_town) != 0);
            if (((what & may::count) != 0 || is_digit(words_[i].text[0])) && age(i)) continue;
            if ((what & may::name_court) != 0) court(i);
            if (led || capital(i)) town(i, led);
            if (!phrases(i).any()) continue;
            // A phrase that begins a word later counts as well.
            auto const begins = [&](Slot slot, std::size_t words) {
                for (std::size_t n = 0; n < words && i + n < words_.size(); ++n)
                    if (phrases(i + n).has(slot)) return true;
                return false;
            };
            if (begins(Slot::work, work_words_max)) work(i);
            if (begins(Slot::health, condition_words_max)) rare_condition(i);
        }
        return std::move(found_);
    }

private:
    static constexpr std::size_t work_words_max = 2, condition_words_max = 3;

    // Of words asked about in order, three at most between one that is and one that was.
    PhraseKinds phrases(std::size_t i) {
        auto& [word, kinds] = phrases_[i % std::size(phrases_)];
        if (word != i + 1) word = i + 1, kinds = phrases_from(words_[i].text, words_[i].hash);
        return kinds;
    }
    std::string_view text(std::size_t i) const { return i < words_.size() ? words_[i].text : std::string_view{}; }
    // What stands before and after a word, spaces left out; a full stop at the ends of the text.
    char sign_before(std::size_t i) const {
        auto at = words_[i].start;
        while (at > 0 && lower_[at - 1] == ' ') --at;
        return at == 0 || lower_[at - 1] == '\n' ? '.' : lower_[at - 1];
    }
    char sign_after(std::size_t i) const {
        auto at = words_[i].end;
        while (at < lower_.size() && lower_[at] == ' ') ++at;
        return at == lower_.size() || lower_[at] == '\n' || lower_[at] == '\r' ? '.' : lower_[at];
    }
    static bool ends_clause(char c) {
        return c == '.' || c == ',' || c == ';' || c == '?' || c == '!' || c == ')' || c == '(';
    }
    bool marked(std::size_t start, std::size_t end) const {
        auto const after = std::ranges::lower_bound(findings_, start, {}, [](Finding const& f) { return f.end - 1; });
        return after != findings_.end() && after->start < end;
    }

    bool add(std::size_t first, std::size_t last, Told const& told) {
        if (marked(words_[first].start, words_[last].end)) return false;
        found_.push_back({words_[first].start, words_[last].end, told});
        return true;
    }

    // ", 15," and "Six." and "a lad of 15".
    bool age(std::size_t i) {
        int const years = number_in(text(i));
        if (years < 1 || years > age_max) return false;
        auto last = i;
        if (text(i + 1) == "now") ++last;
        bool const alone = ends_clause(sign_before(i)) && ends_clause(sign_after(last)) && text(i) != "one";
        bool const in_row = (i > 0 && number_in(text(i - 1)) >= 0) || number_in(text(last + 1)) >= 0;
        bool const decimal = words_[last].end + 1 < lower_.size() && is_digit(lower_[words_[last].end + 1]);
        bool const of = i >= 2 && text(i - 1) == "of" &&
                        is_any(text(i - 2), {"lad", "boy", "girl", "man", "woman", "lady", "gent", "gentleman", "guy",
                                             "bloke", "child", "kid"});
        if (!of && (!alone || in_row || decimal)) return false;
        PlainWords const plain{text(i)};
        auto const told = age_in(plain.all());
        return told && told->exact && add(i, i, Told{Class::age, Slot::age, told->key, told->share, false, true, true});
    }

    bool is_kin(std::size_t i) const {
        return is_any(text(i),
                      {"wife",    "husband", "son",   "daughter", "baby",          "grandbaby", "nephew", "niece",
                       "ex",      "kid",     "child", "mum",      "dad",           "mom",       "boy",    "girl",
                       "brother", "sister",  "widow", "grandson", "granddaughter", "stepson",   "partner"});
    }
    bool is_parent(std::size_t i) const {
        return is_any(text(i), {"dad",     "mum",  "mom",     "father",  "mother", "stepdad", "dads",
                                "mums",    "moms", "uncle",   "grandad", "gran",   "aunt",    "nan",
                                "husband", "wife", "brother", "parent",  "carer",  "partner"});
    }

    // "the vicar's wife"; "dad's a judge", "mum is in the police".
    void work(std::size_t i) {
        for (std::size_t size = work_words_max; size >= 1; --size) {
            if (i + size > words_.size()) continue;
            std::array<std::string_view, work_words_max> const two{text(i), text(i + 1)};
            auto const rate = rarest_of({two.data(), size}, Slot::work);
            if (!rate || rate->rate.share > rare_work_share_max) continue;
            auto next = i + size;
            if (text(next) == "s") ++next;
            bool const possessive = next > i + size || text(i + size - 1).back() == 's';
            auto before = i;
            while (before > 0 && i - before < 4 &&
                   is_any(text(before - 1),
                          {"a", "an", "the", "in", "is", "was", "s", "who", "local", "retired", "ex", "former"}))
                --before;
            bool const of_parent = before > 0 && before < i && is_parent(before - 1);
            // "the wife of the butcher"
            bool const kin_of = before > 1 && before < i && text(before - 1) == "of" && is_kin(before - 2);
            if ((possessive && is_kin(next)) || of_parent || kin_of) {
                add(i, i + size - 1,
                    Told{Class::occupation, Slot::work, rate->rate.key, rate->rate.share, false, false, true});
                return;
            }
        }
    }

    // "Carlisle family court", of which only the town may be marked.
    void court(std::size_t i) {
        if (i == 0 || text(i + 1) != "court") return;
        auto const town = text(i - 1);
        if (town.size() < 4 || is_any(town, {"from", "with", "this", "that", "local", "their", "your", "same",
                                             "central", "into", "about"}))
            return;
        constexpr double people_of_court = 350'000;
        Told told{Class::institution, Slot::institution, hash_on(town, hash_on("court ")), people_of_court, true};
        told.court = true;
        found_.push_back({words_[i - 1].start, words_[i + 1].end, told});
    }

    void rare_condition(std::size_t i) {
        for (std::size_t size = condition_words_max; size >= 1; --size) {
            if (i + size > words_.size()) continue;
            std::array<std::string_view, condition_words_max> const three{text(i), text(i + 1), text(i + 2)};
            auto const rate = rarest_of({three.data(), size}, Slot::health);
            if (!rate || rate->rate.share > rare_condition_share_max) continue;
            // The longer phrase may run into what is marked.
            if (add(i, i + size - 1,
                    Told{Class::health, Slot::health, rate->rate.key, rate->rate.share, false, false, true}))
                return;
        }
    }

    bool capital(std::size_t i) const {
        return i < words_.size() && text_[words_[i].start] >= 'A' && text_[words_[i].start] <= 'Z';
    }

    // "Selma", "from kings lynn"; of one word, two or three.
    void town(std::size_t i, bool after_in) {
        if (i > 0 && capital(i) && capital(i - 1) && !ends_clause(sign_before(i))) return;
        for (std::size_t size = 3; size >= 1; --size) {
            if (i + size > words_.size()) continue;
            auto const end = words_[i + size - 1].end;
            auto const name = lower_.substr(words_[i].start, end - words_[i].start);
            bool const plain =
                std::ranges::all_of(name, [](char c) { return is_letter(c) || c == ' ' || c == '-' || c == '\''; });
            // Part of a longer name.
            bool const goes_on = capital(i + size) && !ends_clause(sign_after(i + size - 1));
            if (!plain || goes_on || marked(words_[i].start, end)) continue;
            auto const place = places_.find(name, settings_.region);
            std::array<std::string_view, 1> const country{text(i)};
            if (!place || place->kind >= PlaceKind::region || (size == 1 && rarest_of(country, Slot::origin))) continue;
            bool const sure = !place->common && !place->name && place->known_population && capital(i);
            bool const likely = after_in && !place->common && (capital(i) || place->known_population);
            if (!sure && !likely) continue;
            Told told{Class::place, Slot::place, hash_on(fold_place(name)), place->population, true};
            told.telling = place->population < population_telling_max;
            add(i, i + size - 1, told);
            return;
        }
    }

    std::string_view text_, lower_;
    std::span<Finding const> findings_;
    Places places_;
    Settings const& settings_;
    std::vector<Word> words_;
    std::vector<Unmarked> found_;
    struct {
        std::size_t word = 0;  // its number, from 1
        PhraseKinds kinds;
    } phrases_[4];
};

}  // namespace

std::vector<Unmarked> unmarked_in(std::string_view text, std::span<Finding const> findings, Model const& model,
                                  Settings const& settings) {
    if (text.size() > unmarked_bytes_max) return {};
    auto const lower = lowered(text);
    return Reading(text, lower, findings, model, settings).run();
}

}  // namespace kith::screen
