// What the engine knows of places: how many people live there, and in which region (src/screen/jigsaw/places.hpp):
//   train_places DATA SENTENCES OUT
// reads DATA/places and DATA/names, SENTENCES/places/regions.txt, and writes OUT/places.section.
// A name that occurs in small letters in the posts of DATA/train is an ordinary word as well.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lists.hpp"
#include "screen/jigsaw/places.hpp"

namespace {

namespace fs = std::filesystem;
using kith::screen::PlaceKind;
using kith::screen::Where;
using kith::train::cells_of;
using kith::train::lines_of;
using kith::train::read_file;

enum Country : std::uint8_t { british, irish, american };
enum Trait : std::uint8_t { common = 0x10, of_people = 0x20 };

constexpr double city_people = 60'000, town_people = 4'000, american_people_min = 1'500;
constexpr double hamlet_people = 120, settlement_people = 250;
constexpr int seen_in_small_letters_min = 2;
constexpr std::size_t buckets = 4096;

struct Entry {
    double people = 0;  // 0: nobody counted
    PlaceKind kind = PlaceKind::village;
    Where where = Where::unknown;
    Country country = british;
    bool exact = false;  // from GeoNames
    std::uint8_t traits = 0;
};
// By folded name; one of the British Isles and one of the USA at most.
using Entries = std::map<std::pair<std::string, bool>, Entry>;

// Names by which people call them.
struct Alias {
    char const *name, *of;
};
constexpr Alias aliases[] = {
    {"hull", "kingston upon hull"},
    {"newcastle", "newcastle upon tyne"},
    {"stoke", "stoke on trent"},
    {"brum", "birmingham"},
    {"soton", "southampton"},
    {"pompey", "portsmouth"},
    {"southend", "southend on sea"},
    {"weston super mare", "weston super mare"},
    {"burton", "burton upon trent"},
    {"burton on trent", "burton upon trent"},
    {"berwick", "berwick upon tweed"},
    {"kings lynn", "kings lynn"},
    {"bury st edmunds", "bury st edmunds"},
    {"clacton", "clacton on sea"},
    {"bexhill", "bexhill on sea"},
    {"barrow", "barrow in furness"},
    {"grays", "grays"},
    {"newark", "newark on trent"},
    {"merthyr", "merthyr tydfil"},
    {"wells next the sea", "wells next the sea"},
    {"tunbridge wells", "royal tunbridge wells"},
    {"leamington", "royal leamington spa"},
    {"leamington spa", "royal leamington spa"},
    {"sutton coldfield", "royal sutton coldfield"},
    {"derry", "londonderry"},
    {"boro", "middlesbrough"},
    {"donny", "doncaster"},
    {"wolves", "wolverhampton"},
    {"ashton", "ashton under lyne"},
    {"nyc", "new york city"},
    {"la", "los angeles"},
    {"philly", "philadelphia"},
    {"vegas", "las vegas"},
    {"frisco", "san francisco"},
    {"st paul", "st paul"},
};

std::string folded(std::string const& name) { return kith::screen::fold_place(kith::train::lower_of(name)); }

void keep_larger(Entries& entries, std::string const& name, Entry const& entry) {
    auto const key = folded(name);
    if (key.size() < 3 || key.size() >= kith::screen::place_name_bytes_max) return;
    auto const [at, is_new] = entries.try_emplace({key, entry.country == american}, entry);
    if (is_new) return;
    auto& known = at->second;
    // Two of nearly one size in two regions: which is meant nobody knows.
    bool const alike =
        known.where != entry.where && std::min(known.people, entry.people) * 5 > std::max(known.people, entry.people);
    bool const larger = entry.exact != known.exact ? entry.exact : entry.people > known.people;
    if (larger) known = entry;
    if (alike) known.where = entry.country == american ? Where::usa : Where::england;
}

std::map<std::string, Where> read_regions(fs::path const& file) {
    constexpr std::pair<char const*, Where> names[] = {{"north_east", Where::north_east},
                                                       {"north_west", Where::north_west},
                                                       {"yorkshire", Where::yorkshire},
                                                       {"east_midlands", Where::east_midlands},
                                                       {"west_midlands", Where::west_midlands},
                                                       {"east_of_england", Where::east_of_england},
                                                       {"london", Where::london},
                                                       {"south_east", Where::south_east},
                                                       {"south_west", Where::south_west}};
    std::map<std::string, Where> regions;
    Where region = Where::unknown;
    for (auto const& line : lines_of(read_file(file))) {
        if (line.starts_with("## ")) {
            auto const* const found =
                std::ranges::find(names, line.substr(3), [](auto const& one) { return std::string{one.first}; });
            region = found == std::end(names) ? Where::unknown : found->second;
        } else if (!line.starts_with('#')) {
            for (std::size_t start = 0; start < line.size();) {
                auto const end = std::min(line.find("; ", start), line.size());
                regions[line.substr(start, end - start)] = region;
                start = end + 2;
            }
        }
    }
    return regions;
}

Where state_of(std::string const& code) {
    static std::vector<std::string> const codes{
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS",
        "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC",
        "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY"};
    auto const found = std::ranges::find(codes, code);
    if (found == codes.end()) return Where::usa;
    return static_cast<Where>(static_cast<int>(Where::alabama) + (found - codes.begin()));
}

PlaceKind kind_by_size(double people, std::string const& feature) {
    if (feature == "PPLX") return PlaceKind::part;
    return people >= city_people ? PlaceKind::city : people >= town_people ? PlaceKind::town : PlaceKind::village;
}

void read_geonames(fs::path const& places, std::map<std::string, Where> const& regions, Entries& entries) {
    for (auto const* file :
         {"geonames_GB_places_pop1000.csv", "geonames_IE_places_pop1000.csv", "geonames_US_places_pop1000.csv"})
        for (auto const& line : lines_of(read_file(places / file))) {
            auto const cells = cells_of(line);
            if (cells.size() < 5 || cells[0] == "name") continue;
            Entry entry;
            entry.people = std::atof(cells[2].c_str());
            entry.exact = true;
            entry.kind = kind_by_size(entry.people, cells[3]);
            entry.country = cells[1] == "US" ? american : cells[1] == "IE" ? irish : british;
            if (entry.country == american && entry.people < american_people_min) continue;
            auto region = regions.find(cells[0] + "=" + cells[2]);
            if (region == regions.end()) region = regions.find(cells[0]);
            entry.where = entry.country == american ? state_of(cells[4])
                          : entry.country == irish  ? Where::ireland
                          : cells[4] == "SCT"       ? Where::scotland
                          : cells[4] == "WLS"       ? Where::wales
                          : cells[4] == "NIR"       ? Where::northern_ireland
                          : region != regions.end() ? region->second
                                                    : Where::england;
            keep_larger(entries, cells[0], entry);
        }
}

void read_open_names(fs::path const& places, Entries& entries) {
    for (auto const& line : lines_of(read_file(places / "os_open_names_gb_places.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() < 3 || cells[0] == "name") continue;
        Entry entry;
        auto const& type = cells[1];
        entry.kind = type == "City"            ? PlaceKind::city
                     : type == "Town"          ? PlaceKind::town
                     : type == "Suburban Area" ? PlaceKind::part
                                               : PlaceKind::village;
        entry.people = type == "Hamlet" ? hamlet_people : type == "Other Settlement" ? settlement_people : 0;
        entry.where = cells[2] == "Scotland" ? Where::scotland : cells[2] == "Wales" ? Where::wales : Where::england;
        // Of one name the village before the hamlet.
        auto const at = entries.find({folded(cells[0]), false});
        if (at != entries.end() && !at->second.exact && entry.people == 0 && at->second.people > 0) entries.erase(at);
        keep_larger(entries, cells[0], entry);
    }
}

// How often words stand in small letters in posts.
std::set<std::string> ordinary_words(fs::path const& train) {
    std::map<std::string, int> seen;
    for (auto const* folder : {"btc", "tone", "wnut17"}) {
        std::vector<fs::path> files;
        for (auto const& file : fs::recursive_directory_iterator(train / folder))
            if (file.is_regular_file() && file.path().filename() != "LICENSE") files.push_back(file.path());
        std::ranges::sort(files);
        for (auto const& file : files) {
            std::string word;
            for (char const c : read_file(file) + ' ') {
                if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#' || c == '@' || c == '_') {
                    word += c;
                } else if (!word.empty()) {
                    if (std::ranges::all_of(word, [](char l) { return l >= 'a' && l <= 'z'; })) ++seen[word];
                    word.clear();
                }
            }
        }
    }
    std::set<std::string> words;
    for (auto const& [word, times] : seen)
        if (times >= seen_in_small_letters_min) words.insert(word);
    return words;
}

std::string section_of(Entries const& entries) {
    struct Row {
        std::uint32_t hash;
        Entry entry;
    };
    std::vector<Row> rows;
    for (auto const& [key, entry] : entries) rows.push_back({kith::screen::place_hash(key.first), entry});
    std::ranges::sort(rows, [](Row const& a, Row const& b) {
        return a.hash != b.hash ? a.hash < b.hash : a.entry.country < b.entry.country;
    });
    std::string bytes{"PL1\0", 4};
    auto const number = [&](std::size_t value, int size) {
        for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> 8 * i & 0xFF);
    };
    number(rows.size(), 4);
    std::size_t row = 0;
    for (std::size_t bucket = 0; bucket <= buckets; ++bucket) {
        while (row < rows.size() && rows[row].hash >> 20 < bucket) ++row;
        number(row, 4);
    }
    for (auto const& one : rows) number(one.hash >> 4 & 0xFFFF, 2);
    for (auto const& one : rows)
        number(one.entry.people <= 0
                   ? 0
                   : static_cast<std::size_t>(std::clamp(std::lround((std::log(one.entry.people) - 3) * 4), 1L, 63L)),
               1);
    for (auto const& one : rows)
        number(static_cast<std::size_t>(one.entry.kind) | one.entry.country << 2U | one.entry.traits, 1);
    for (auto const& one : rows) number(static_cast<std::size_t>(one.entry.where), 1);
    return bytes;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "Usage: train_places DATA SENTENCES OUT\n");
        return 2;
    }
    fs::path const data = arguments[1];
    Entries entries;
    read_geonames(data / "places", read_regions(fs::path{arguments[2]} / "places/regions.txt"), entries);
    read_open_names(data / "places", entries);
    for (auto const& alias : aliases)
        for (bool const of_usa : {false, true})
            if (auto const at = entries.find({alias.of, of_usa}); at != entries.end())
                entries[{alias.name, of_usa}] = at->second;
    auto const words = ordinary_words(data / "train");
    auto const lists = kith::train::read_lists(data);
    std::set<std::string> names;
    for (auto const& name : lists.forenames) names.insert(kith::train::lower_of(name.text));
    for (auto const& name : lists.surnames)
        if (name.weight >= 300) names.insert(kith::train::lower_of(name.text));
    for (auto& [key, entry] : entries) {
        if (words.contains(key.first)) entry.traits |= common;
        if (names.contains(key.first)) entry.traits |= of_people;
    }
    auto const section = section_of(entries);
    std::ofstream out{fs::path{arguments[3]} / "places.section", std::ios::binary};
    out.write(section.data(), static_cast<std::streamsize>(section.size()));
    if (!out) return 1;
    std::printf("places: %zu names, %zu bytes\n", entries.size(), section.size());
}
