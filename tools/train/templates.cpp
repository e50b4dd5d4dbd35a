#include "templates.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "inventions.hpp"

namespace kith::train {

namespace {

constexpr Labels aside = unlooked | only(Label::code) | only(Label::various);

struct Person {
    std::string first, last;
};

class Filler {
public:
    Filler(Lists const& lists, Random& random) : lists_(lists), random_(random), invent_(lists, random) {}

    Document fill(std::string const& line) {
        document_ = {};
        document_.rest = unlooked;
        people_.clear();
        std::size_t at = 0;
        expand(line, at, true);
        return std::move(document_);
    }

private:
    // Goes on to the end of the line, or of the choice it is in; says nothing when not `write`.
    void expand(std::string const& line, std::size_t& at, bool write);
    void choose(std::string const& line, std::size_t& at, bool write);
    void gap(std::string name);
    void put(std::string const& text, Labels labels) {
        auto const start = document_.text.size();
        document_.text += text;
        if (!text.empty()) document_.marks.push_back({start, document_.text.size(), labels});
    }
    Person& person(std::string const& key) {
        auto [found, fresh] = people_.try_emplace(key.empty() ? "new " + std::to_string(people_.size()) : key);
        if (fresh) found->second = {invent_.forename(), invent_.surname()};
        return found->second;
    }
    Lists const& lists_;
    Random& random_;
    Inventions invent_;
    Document document_;
    std::map<std::string, Person> people_;
};

void Filler::expand(std::string const& line, std::size_t& at, bool write) {
    for (; at < line.size(); ++at) {
        char const c = line[at];
        if (c == '|' || c == ')') return;
        if (c == '(') {
            choose(line, at, write);
        } else if (c == '{') {
            auto const end = line.find('}', at);
            if (end == std::string::npos) return;
            if (write) gap(line.substr(at + 1, end - at - 1));
            at = end;
        } else if (write) {
            document_.text += c;
        }
    }
}

void Filler::choose(std::string const& line, std::size_t& at, bool write) {
    // Count the choices first, by a walk that writes nothing.
    std::size_t choices = 0, probe = at + 1;
    for (;; ++probe) {
        expand(line, probe, false);
        ++choices;
        if (probe >= line.size() || line[probe] == ')') break;
    }
    auto const chosen = write ? random_.below(choices) : choices;
    ++at;
    for (std::size_t i = 0;; ++i, ++at) {
        expand(line, at, write && i == chosen);
        if (at >= line.size() || line[at] == ')') break;
    }
}

void Filler::gap(std::string name) {
    std::string key;
    if (auto const mark = name.find('#'); mark != std::string::npos) {
        key = name.substr(mark + 1);
        name.resize(mark);
    }
    constexpr Labels human = only(Label::person);
    if (name == "first") return put(person(key).first, human);
    if (name == "last") return put(person(key).last, human);
    if (name == "full") {
        auto const& who = person(key);
        auto const middle = random_.chance(0.08) ? " " + std::string(1, static_cast<char>('A' + random_.below(26))) +
                                                       pick(random_, {"", "."})
                            : random_.chance(0.04) ? " " + invent_.forename()
                                                   : "";
        return put(who.first + middle + " " + who.last, human);
    }
    // Who writes what people read, and pets: names that lead to nobody here.
    if (name == "author")
        return put(person(key).first + " " + person(key).last, only(Label::other) | only(Label::various));
    if (name == "pet") return put(person(key).first, only(Label::other));
    if (name == "backwards") {
        auto const& who = person(key);
        return put(who.last + ", " + who.first, human);
    }
    if (name == "titled") {
        put(pick(random_, {"Mr", "Mrs", "Ms", "Miss", "Dr", "Mr.", "Mrs.", "Dr."}), human | only(Label::other));
        document_.text += ' ';
        return put(person(key).last, human);
    }
    if (name == "nick") {
        auto nick = person(key).first.substr(0, 3 + random_.below(2));
        return put(nick + pick(random_, {"y", "ie", "z", "o", ""}), human);
    }
    if (name == "initials") {
        auto const& who = person(key);
        std::string const first(1, who.first[0]), last(1, who.last[0]);
        return put(random_.chance(0.5) ? first : random_.chance(0.6) ? first + last : first + "." + last + ".", human);
    }
    if (name == "letter") return put(std::string(1, static_cast<char>('A' + random_.below(23))), human);
    if (name == "double") return put(person(key).first + "-" + invent_.forename(), human);
    if (name == "handle") return put("@" + lower_of(person(key).first) + invent_.digits(2), screen::tagger::any_label);
    if (name == "town") return put(invent_.town(), only(Label::place));
    if (name == "uktown") return put(invent_.british_town(), only(Label::place));
    if (name == "ustown") return put(invent_.american_town(), only(Label::place));
    if (name == "village") return put(random_.one_of(lists_.villages), only(Label::place));
    if (name == "state")
        return put(pick(random_, {"Ohio", "Texas", "Florida", "Maine", "Oregon", "Georgia", "Kansas", "Iowa",
                                  "Michigan", "New Jersey", "TX", "CA", "NY", "PA"}),
                   only(Label::place));
    if (name == "county")
        return put(pick(random_, {"Kent", "Essex", "Lancashire", "Cheshire", "Devon", "Cumbria", "Norfolk", "Suffolk",
                                  "Powys", "Fife", "Antrim", "Down", "Cook County", "Wayne County"}),
                   only(Label::place));
    if (name == "street") return put(invent_.street(), only(Label::place) | only(Label::other));
    if (name == "address") {
        put(std::to_string(1 + random_.below(random_.chance(0.3) ? 3000 : 120)),
            only(Label::place) | only(Label::other) | only(Label::quantity));
        document_.text += ' ';
        return put(invent_.street(), only(Label::place));
    }
    if (name == "country")
        return put(
            pick(random_, {"England", "Scotland", "Wales",     "Ireland", "Poland",  "Romania", "Nigeria", "Pakistan",
                           "India",   "Somalia",  "Syria",     "Germany", "France",  "Spain",   "Canada",  "Mexico",
                           "Jamaica", "America",  "Australia", "Sudan",   "Eritrea", "Ukraine"}),
            only(Label::place) | only(Label::everyones) | only(Label::other));
    if (name == "nation") {
        auto nation = random_.one_of(lists_.nations);
        if (!nation.empty()) nation[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(nation[0])));
        return put(nation, only(Label::other) | only(Label::demographic) | only(Label::everyones));
    }
    for (auto const* kind : {"school", "nursery", "hospital", "gp", "home", "prison", "court", "council", "church"})
        if (name == kind) return put(invent_.institution(name), only(Label::organisation));
    if (name == "company") return put(invent_.company(), only(Label::organisation));
    if (name == "date") return put(invent_.date(), aside);
    if (name == "age") return put(std::to_string(1 + random_.below(90)), aside);
    if (name == "number") return put(invent_.digits(1 + random_.below(9)), aside);
    if (name == "phone")
        return put(random_.chance(0.5) ? "07" + invent_.digits(9)
                                       : invent_.digits(3) + "-" + invent_.digits(3) + "-" + invent_.digits(4),
                   aside);
    if (name == "postcode")
        return put(pick(random_, {"LS", "M", "BD", "NE", "SW", "CF", "EH", "PR"}) +
                       std::to_string(1 + random_.below(20)) + " " + invent_.digits(1) +
                       pick(random_, {"AB", "DF", "HX", "LN", "QT", "WP"}),
                   aside | only(Label::place));
    if (name == "zip") return put(invent_.digits(5), aside | only(Label::place));
    if (name == "email")
        return put(lower_of(person(key).first) + "." + lower_of(person(key).last) + "@" +
                       pick(random_, {"example.com", "mail.example.org", "example.net"}),
                   aside | human);
    // What has a capital and is nobody.
    if (name == "brand")
        return put(
            pick(random_, {"Tesco",  "Netflix", "Instagram", "Lego",      "Nike",   "Aldi",    "Xbox",    "PlayStation",
                           "iPhone", "Greggs",  "Costa",     "Starbucks", "Google", "Reddit",  "Spotify", "Ikea",
                           "Zoom",   "Teams",   "WhatsApp",  "YouTube",   "Amazon", "Uber",    "Excel",   "Python",
                           "Linux",  "Windows", "Toyota",    "Disney",    "TikTok", "Discord", "Steam"}),
            only(Label::other) | only(Label::various) | only(Label::organisation));
    if (name == "show")
        return put(
            pick(random_,
                 {"Friends",           "Bake Off",      "Strictly",  "Game of Thrones", "Breaking Bad",    "Succession",
                  "Star Wars",         "Harry Potter",  "The Crown", "EastEnders",      "Stranger Things", "The Office",
                  "Lord of the Rings", "Taskmaster",    "Minecraft", "Zelda",           "Mario Kart",      "Pokemon",
                  "Dark Souls",        "Hollow Knight", "Bluey",     "Peppa Pig"}),
            only(Label::other) | only(Label::various));
    if (name == "public")
        return put(pick(random_, {"Boris Johnson", "Taylor Swift", "Keir Starmer", "Trump", "Obama", "Rishi Sunak",
                                  "Beyonce", "Messi", "Elon Musk", "Shakespeare", "Beethoven", "Darwin"}),
                   only(Label::other) | only(Label::person) | only(Label::various));
    if (name == "theorist")
        return put(pick(random_, {"Bowlby", "Munro", "Ferguson", "Erikson", "Vygotsky", "Kolb", "Gibbs", "Ainsworth",
                                  "Maslow", "Rogers", "Laming", "Schön", "Trevithick", "Ruch", "Freire", "Saleebey"}),
                   only(Label::other) | only(Label::person) | only(Label::various));
    std::fprintf(stderr, "No gap is called {%s}.\n", name.c_str());
    std::exit(1);
}

}  // namespace

Documents fill_templates(std::filesystem::path const& folder, Lists const& lists, std::size_t copies, Random& random) {
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
    std::ranges::sort(files);
    Filler filler{lists, random};
    Documents documents;
    for (auto const& file : files)
        for (auto const& line : lines_of(read_file(file))) {
            if (line.empty() || line.starts_with('#')) continue;
            for (std::size_t i = 0; i < copies; ++i) documents.push_back(filler.fill(line));
        }
    return documents;
}

}  // namespace kith::train
