// What is known of a place by its name: about how many people live there, and where it lies.
//
// Countries, regions and counties are written down in areas.cpp; towns, villages and parts of
// towns come with the model (section "places", made by tools/train/train_places.cpp).
// Names are folded: lower case, `saint` is `st`, no apostrophes, every gap and hyphen one space.
//
// The section: "PL1\0"; the number of entries n, 32 bits; 4097 indexes, 32 bits each, where the entries
// of each bucket begin (the top 12 bits of a name's hash); then four rows of n: the next 16 bits of
// the hash, in order within a bucket; a byte of size (population is e^(size / 4 + 3); 0: unknown);
// a byte of traits (kind, 2 bits; country, 2 bits: British, Irish, American; then a bit each: an ordinary word,
// a name of people); a byte of `Where`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {

enum class PlaceKind : std::uint8_t { part, village, town, city, county, region, country };

// English regions, the other countries at hand, then the states of the USA in the order of their names
// (with the District of Columbia): `Where::alabama + i`.
enum class Where : std::uint8_t {
    unknown,
    north_east,
    north_west,
    yorkshire,
    east_midlands,
    west_midlands,
    east_of_england,
    london,
    south_east,
    south_west,
    england,
    scotland,
    wales,
    northern_ireland,
    ireland,
    uk,
    usa,
    abroad,
    alabama = 32,
    wyoming = alabama + 50,
};
// With its article: "the north-west", "Scotland", "Ohio"; empty when unknown.
std::string_view name_of(Where);

struct Place {
    double population;
    PlaceKind kind;
    Where where;
    bool known_population;
    bool common;  // its name is an ordinary word as well (Battle, Wells): what stands around must agree
    bool name;    // or a person's name (Lincoln, Kimberley)
};

// `lowered` as in the lane; with or without the words around a name ("the village of"). Where a name is
// in both countries, the one of `region`, for both the British or Irish one.
std::optional<Place> find_place(Model const&, std::string_view lowered, Region region = Region::both);

// The same for many names, one after another.
class Places {
public:
    explicit Places(Model const& model) : section_(model.section("places")) {}
    std::optional<Place> find(std::string_view lowered, Region) const;

private:
    std::string_view section_;
};

// Of countries, regions and counties only.
std::optional<Place> find_area(std::string_view folded);
std::string fold_place(std::string_view lowered);
std::uint32_t place_hash(std::string_view folded);

inline constexpr std::size_t place_name_bytes_max = 60;
// A village or a part of a town of which nobody has counted the people.
inline constexpr double village_population = 600, part_population = 6000, town_population = 12000;

}  // namespace kith::screen
