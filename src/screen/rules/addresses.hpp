// Finds homes: a street with its number, a flat, a post box, a point on the map.
#pragma once

#include "screen/rules/words.hpp"
#include "screen/screen.hpp"

namespace kith::screen::rules {

inline constexpr std::size_t name_words_max = 4;

// 14, 14a, 12-14
inline bool house_number(Reader const& reader, std::size_t i) {
    auto const text = reader.lower(i);
    if (reader.at(i).shape == Shape::number) return text.size() <= 5 && text != "0";
    if (reader.at(i).shape != Shape::mixed || text.size() > 6) return false;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits > 0 && digits + 1 == text.size() && text.back() <= 'k';
}

// A word that a street may be named by.
inline bool street_name(Reader const& reader, std::size_t i) {
    if (!is_word(reader, i)) return false;
    if (reader.at(i).shape == Shape::mixed) {  // 45th
        auto const text = reader.lower(i);
        return text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd");
    }
    return reader.at(i).shape == Shape::word;
}

class AddressFinder {
public:
    AddressFinder(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    // The token of a street's ending: "Road".
    void street_at(std::size_t i);
    // "Rue", "Via".
    void street_first_at(std::size_t i);
    // "Flat 3, Beech Court"; "flat 3"
    void unit_at(std::size_t i);
    // "Rhinstrasse 53", "P.O. Box 12", 53.0672, -2.5238
    void number_at(std::size_t i);
    // "///filled.count.soap"
    void three_words_at(std::size_t i);

private:
    bool capital(std::size_t i) const { return reader_.capital(i); }
    bool lives_near(std::size_t i) const { return (reader_.before(i, 6) & topic::where) != 0; }
    std::size_t unit_before(std::size_t first) const;
    std::size_t unit_behind(std::size_t last) const;
    // A year or a day of a month, no house.
    bool dated(std::size_t number) const {
        return number > 0 &&
               (reader_.about(number - 1, topic::month) ||
                (reader_.at(number).size() == 4 &&
                 any_of(reader_.lower(number - 1), {"in", "since", "until", "of", "from", "by", "during"})));
    }
    void put(std::size_t first, std::size_t last, float confidence);
    void town_behind(std::size_t last);

    Reader const& reader_;
    Candidates& found_;
    std::size_t until_ = 0;
};

}  // namespace kith::screen::rules
