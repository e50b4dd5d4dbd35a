#include "screen/jigsaw/places.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {

namespace {

constexpr std::string_view magic{"PL1\0", 4};
constexpr std::size_t buckets = 4096, head_bytes = 8, index_bytes = (buckets + 1) * 4;
constexpr std::size_t entry_bytes = 2 + 1 + 1 + 1;  // in four rows
constexpr std::uint8_t size_known = 0x3F, trait_kind = 0x3, trait_country = 0xC, trait_common = 0x10, trait_name = 0x20;
enum Country : std::uint8_t { british = 0, irish = 1, american = 2 };

template <class Number>
std::uint32_t number(std::string_view bytes, std::size_t at) {
    static_assert(std::endian::native == std::endian::little);
    Number value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

// The section, once it is known to be whole.
struct Table {
    std::string_view bytes;
    std::size_t count = 0;

    static std::optional<Table> of(std::string_view bytes) {
        if (bytes.size() < head_bytes + index_bytes || !bytes.starts_with(magic)) return std::nullopt;
        std::size_t const count = number<std::uint32_t>(bytes, 4);
        if (count > bytes.size() || bytes.size() < head_bytes + index_bytes + count * entry_bytes) return std::nullopt;
        return Table{bytes, count};
    }
    std::size_t bucket(std::size_t i) const {
        return std::min<std::size_t>(number<std::uint32_t>(bytes, head_bytes + i * 4), count);
    }
    std::uint32_t low(std::size_t i) const { return number<std::uint16_t>(bytes, head_bytes + index_bytes + i * 2); }
    std::uint8_t row(std::size_t which, std::size_t i) const {
        return static_cast<std::uint8_t>(bytes[head_bytes + index_bytes + count * (2 + which) + i]);
    }
    Place place(std::size_t i) const {
        int const size = row(0, i) & size_known, traits = row(1, i);
        auto const kind = static_cast<PlaceKind>(traits & trait_kind);
        double const unknown = kind == PlaceKind::part   ? part_population
                               : kind == PlaceKind::town ? town_population
                                                         : village_population;
        return {size == 0 ? unknown : std::exp(size / 4.0 + 3),
                kind,
                static_cast<Where>(row(2, i)),
                size != 0,
                (traits & trait_common) != 0,
                (traits & trait_name) != 0};
    }
};

std::optional<Place> look_up_place(Table const& table, std::string_view folded, Region region) {
    auto const hash = place_hash(folded);
    auto const low = hash >> 4 & 0xFFFF;
    std::optional<Place> found;
    for (std::size_t i = table.bucket(hash >> 20), end = table.bucket((hash >> 20) + 1); i < end; ++i) {
        if (table.low(i) != low) continue;
        bool const american_one = (table.row(1, i) & trait_country) >> 2 == american;
        bool const wanted = american_one == (region == Region::us);
        if (!found || wanted) found = table.place(i);
        if (wanted) break;
    }
    return found;
}

// Words before a name that are no part of it.
constexpr std::string_view leading[] = {
    "the village of ", "the town of ", "the city of ", "village of ", "town of ", "city of ",
    "the borough of ", "borough of ",  "the ",         "near ",       "in ",      "from ",
    "around ",         "central ",     "rural ",       "downtown ",   "greater "};
constexpr std::string_view trailing[] = {" area", " city centre", " town centre", " village", " town",
                                         " way",  " borough",     " district",    " estate"};

// By the first word of what leads and the last of what trails: most names have neither, and this tells without
// comparing.
constexpr std::uint64_t bit_of(std::string_view word) { return std::uint64_t{1} << (hash_on(word) >> 9 & 63U); }
constexpr std::uint64_t may_lead = [] {
    std::uint64_t bits = 0;
    for (auto const words : leading) bits |= bit_of(words.substr(0, words.find(' ')));
    return bits;
}();
constexpr std::uint64_t may_trail = [] {
    std::uint64_t bits = 0;
    for (auto const words : trailing) bits |= bit_of(words.substr(words.rfind(' ') + 1));
    return bits;
}();

}  // namespace

std::uint32_t place_hash(std::string_view folded) {
    std::uint32_t hash = 2166136261U;
    for (char const c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    // FNV's upper bits are poor for short words.
    hash = (hash ^ hash >> 16) * 0x85EBCA6BU;
    hash = (hash ^ hash >> 13) * 0xC2B2AE35U;
    return hash ^ hash >> 16;
}

namespace {

// A name in folded form, of at most `place_name_bytes_max` bytes.
class FoldedName {
public:
    explicit FoldedName(std::string_view lowered) {
        for (std::size_t i = 0; i < lowered.size() && size_ < place_name_bytes_max; ++i) {
            char c = lowered[i];
            if (c == '\'' || c == '.' || (c == '\xE2' && lowered.substr(i).starts_with("\u2019"))) {
                if (c != '\'' && c != '.') i += 2;
                continue;
            }
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
            bool const letter =
                (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
            if (letter)
                bytes_[size_++] = c;
            else if (size_ > 0 && bytes_[size_ - 1] != ' ')
                bytes_[size_++] = ' ';
        }
        while (size_ > 0 && bytes_[size_ - 1] == ' ') --size_;
        constexpr std::string_view saint = "saint ", st = "st ";
        if (!name().starts_with(saint)) return;
        std::ranges::copy(st, bytes_.begin());
        std::copy(bytes_.begin() + saint.size(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_),
                  bytes_.begin() + st.size());
        size_ -= saint.size() - st.size();
    }
    std::string_view name() const { return {bytes_.data(), size_}; }

private:
    std::array<char, place_name_bytes_max> bytes_;
    std::size_t size_ = 0;
};

}  // namespace

std::string fold_place(std::string_view lowered) { return std::string{FoldedName{lowered}.name()}; }

std::optional<Place> find_place(Model const& model, std::string_view lowered, Region region) {
    return Places{model}.find(lowered, region);
}

std::optional<Place> Places::find(std::string_view lowered, Region region) const {
    FoldedName const folded{lowered};
    auto const table = Table::of(section_);
    auto name = folded.name();
    for (int trimmed = 0; trimmed < 4 && !name.empty(); ++trimmed) {
        auto const area = find_area(name);
        auto const place = table ? look_up_place(*table, name, region) : std::nullopt;
        // A town is nearer than the county of the same name, but New York and Washington are states as well.
        if (area && !(place && region == Region::us && place->population > area->population)) return area;
        if (place) return place;
        auto const before = name.size();
        auto const first_end = name.find(' ');
        if (first_end == name.npos) break;  // each of the words below stands apart from the name
        if (may_lead & bit_of(name.substr(0, first_end)))
            for (auto const words : leading)
                if (name.starts_with(words)) {
                    name.remove_prefix(words.size());
                    break;
                }
        if (name.size() == before && (may_trail & bit_of(name.substr(name.rfind(' ') + 1))))
            for (auto const words : trailing)
                if (name.ends_with(words)) {
                    name.remove_suffix(words.size());
                    break;
                }
        if (name.size() == before) break;
    }
    return std::nullopt;
}

}  // namespace kith::screen
