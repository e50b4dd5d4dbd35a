#include "lists.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "screen/normalise.hpp"
#include "screen/tagger/word_facts.hpp"
#include "screen/tokens.hpp"
#include "small_letters.hpp"

namespace kith::train {

namespace {

namespace fs = std::filesystem;

// The keys of {"key": 1, …}, the form of the word lists.
std::vector<std::string> keys_of(std::string const& json) {
    std::vector<std::string> keys;
    for (std::size_t at = 0; (at = json.find('"', at)) != std::string::npos;) {
        auto const end = json.find('"', at + 1);
        if (end == std::string::npos) break;
        if (end > at + 1) keys.push_back(json.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return keys;
}

std::vector<std::string> words_of(std::string const& text) {
    screen::Folded const folded{text};
    std::vector<std::string> words;
    for (auto const& token : screen::tokens_of(folded))
        if (token.shape == screen::Shape::word) words.emplace_back(folded.lower().substr(token.start, token.size()));
    return words;
}

struct Collected {
    std::map<std::string, double> forenames;  // lower case; how many
    std::map<std::string, int> places;        // 1 to 3
    std::set<std::string> surnames, common, nations;
};

void add_forename(Collected& all, Lists& lists, std::string const& name, double weight) {
    auto const low = lower_of(name);
    if (low.size() < 2 || low.find(' ') != std::string::npos) return;
    auto& known = all.forenames[low];
    if (known == 0) {
        std::string written = low;
        written[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(written[0])));
        lists.forenames.push_back(
            {name == low || std::isupper(static_cast<unsigned char>(name.back())) ? written : name, weight});
    }
    known = std::max(known, weight);
}

void read_forenames(fs::path const& names, Collected& all, Lists& lists) {
    for (auto const& line : lines_of(read_file(names / "ons_england_wales_baby_names_2012_2014.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() == 3 && cells[2] != "max_count")
            add_forename(all, lists, cells[0], std::atof(cells[2].c_str()));
    }
    for (auto const& line : lines_of(read_file(names / "ons_top100_1904_1994.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() == 4 && cells[0] != "year") add_forename(all, lists, cells[2], 600);
    }
    for (auto const& line : lines_of(read_file(names / "cc0_common-forenames-by-country.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() >= 12 && cells[0] != "Country") add_forename(all, lists, cells[11], 60);
    }
    for (auto const* file : {"538_top_firstnames.csv"})
        for (auto const& line : lines_of(read_file(names / file))) {
            auto const cells = cells_of(line);
            if (cells.size() == 3 && cells[1] != "name") add_forename(all, lists, cells[1], 3000);
        }
    for (auto const* file : {"male.txt", "female.txt", "stdlib_first_en.txt"})
        for (auto const& line : lines_of(read_file(names / file))) add_forename(all, lists, line, 8);
}

void read_surnames(fs::path const& data, Collected& all, Lists& lists) {
    auto const add = [&](std::string const& name, double weight) {
        if (name.size() < 2 || !all.surnames.insert(lower_of(name)).second) return;
        lists.surnames.push_back({name, weight});
    };
    for (auto const& line : lines_of(read_file(data / "names/538_top_surnames.csv"))) {
        auto cells = cells_of(line);
        if (cells.size() != 3 || cells[1] == "name") continue;
        auto name = lower_of(cells[1]);
        name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
        add(name, 400);
    }
    for (auto const& line : lines_of(read_file(data / "names/cc0_common-surnames-by-country.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() >= 6 && cells[0] != "Country")
            add(cells[5], cells[0] == "GB" || cells[0] == "US" || cells[0] == "IE" ? 400 : 25);
    }
    for (auto const& key : keys_of(read_file(data / "lists/names_blacklist_061418_1.json"))) {
        if (key.size() < 3 || all.forenames.contains(key)) continue;
        std::string written = key;
        written[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(written[0])));
        add(written, 0.2);
    }
}

void read_places(fs::path const& places, Collected& all, Lists& lists) {
    auto const add = [&](std::string const& name, int size) {
        auto const words = words_of(name);
        for (auto const& word : words) {
            if (word.size() < 3) continue;
            auto& known = all.places[word];
            known = std::max(known, words.size() == 1 ? size : 1);
        }
    };
    for (auto const* file :
         {"geonames_GB_places_pop1000.csv", "geonames_IE_places_pop1000.csv", "geonames_US_places_pop1000.csv"})
        for (auto const& line : lines_of(read_file(places / file))) {
            auto const cells = cells_of(line);
            if (cells.size() < 3 || cells[0] == "name") continue;
            double const people = std::atof(cells[2].c_str());
            add(cells[0], people >= 100000 ? 3 : people >= 5000 ? 2 : 1);
            (cells[1] == "US" ? lists.towns_us : lists.towns_uk).push_back({cells[0], people});
        }
    for (auto const& line : lines_of(read_file(places / "os_open_names_gb_places.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() < 2) continue;
        if (cells[1] == "Town" || cells[1] == "City") add(cells[0], 2);
        if (cells[1] == "Village") add(cells[0], 1), lists.villages.push_back(cells[0]);
    }
    for (auto const& line : lines_of(read_file(places / "nhs_hospitals_uk_736.csv")))
        if (auto const cells = cells_of(line); !cells.empty() && !cells[0].empty()) lists.hospitals.push_back(cells[0]);
    for (auto const& line : lines_of(read_file(places / "presidio_nationalities.csv"))) {
        auto const cells = cells_of(line);
        if (cells.size() < 5 || cells[1] == "nationality") continue;
        lists.nations.push_back(cells[1]);
        for (auto const& cell : cells)
            for (auto const& word : words_of(cell))
                if (word.size() > 3) all.nations.insert(word);
    }
}

unsigned forename_step(double bearers) { return bearers <= 0 ? 0 : bearers >= 500 ? 3 : bearers >= 30 ? 2 : 1; }

}  // namespace

std::string read_file(fs::path const& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        std::fprintf(stderr, "%s cannot be read.\n", path.c_str());
        std::exit(1);
    }
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        auto end = text.find('\n', start);
        if (end == std::string::npos) end = text.size();
        auto line = text.substr(start, end - start);
        if (!line.empty() && line.back() == '\r') line.pop_back();
        lines.push_back(std::move(line));
        start = end + 1;
    }
    return lines;
}

std::vector<std::string> cells_of(std::string const& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (char const c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

std::string lower_of(std::string const& text) { return std::string{screen::Folded{text}.lower()}; }

Lists read_lists(fs::path const& data) {
    Lists lists;
    Collected all;
    read_forenames(data / "names", all, lists);
    read_surnames(data, all, lists);
    read_places(data / "places", all, lists);
    for (auto const& key : keys_of(read_file(data / "lists/whitelist_nonames_102920.json")))
        if (key.size() > 1) all.common.insert(key);

    std::set<std::string> words;
    auto const take = [&](std::string const& word) {
        if (words_of(word).size() == 1) words.insert(word);
    };
    for (auto const& [name, bearers] : all.forenames) take(name), lists.forename_words.push_back(name);
    for (auto const& [name, size] : all.places) take(name), lists.place_words.push_back(name);
    for (auto const& name : all.surnames) {
        take(name);
        if (!all.common.contains(name)) lists.surname_words.push_back(name);
    }
    for (auto const& word : all.common) take(word), lists.common_words.push_back(word);
    for (auto const& word : all.nations) take(word);
    auto const often_small = words_often_small(data);
    for (auto const& word : often_small) take(word);
    for (auto const& word : words) {
        auto const name = all.forenames.find(word);
        auto const place = all.places.find(word);
        lists.facts[word] = screen::tagger::facts_byte(
            name == all.forenames.end() ? 0 : forename_step(name->second), all.surnames.contains(word),
            place == all.places.end() ? 0U : static_cast<unsigned>(place->second), all.common.contains(word),
            all.nations.contains(word), often_small.contains(word));
    }
    return lists;
}

}  // namespace kith::train
