#include "templates.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>

namespace kith::train {

namespace {

constexpr Labels aside = unlooked | only(Label::code) | only(Label::various);

// Draws more often what is more common, though not in proportion: rare names must be learnt too.
class Draw {
public:
    explicit Draw(std::vector<Weighted> const& all) : all_(all) {
        double sum = 0;
        for (auto const& entry : all) sums_.push_back(sum += std::sqrt(std::max(entry.weight, 0.01)));
    }
    std::string const& operator()(Random& random) const {
        // One in four as likely as any other.
        if (random.chance(0.25)) return random.one_of(all_).text;
        auto const at = std::ranges::lower_bound(sums_, random.share() * sums_.back()) - sums_.begin();
        return all_[std::min<std::size_t>(static_cast<std::size_t>(at), all_.size() - 1)].text;
    }

private:
    std::vector<Weighted> const& all_;
    std::vector<double> sums_;
};

std::string pick(Random& random, std::initializer_list<char const*> all) {
    return *(all.begin() + random.below(all.size()));
}

struct Person {
    std::string first, last;
};

class Filler {
public:
    Filler(Lists const& lists, Random& random)
        : lists_(lists),
          random_(random),
          first_(lists.forenames),
          last_(lists.surnames),
          uk_(lists.towns_uk),
          us_(lists.towns_us) {}

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
        if (fresh) found->second = {first_(random_), surname()};
        return found->second;
    }
    std::string surname() {
        auto name = last_(random_);
        if (random_.chance(0.06)) name += "-" + last_(random_);
        return name;
    }
    std::string town() { return random_.chance(0.6) ? uk_(random_) : us_(random_); }
    std::string digits(std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + random_.below(10));
        return out;
    }
    std::string street();
    std::string institution(std::string const& kind);
    std::string company();
    std::string date();
    std::string holder() {
        return random_.chance(0.4) ? town() : random_.chance(0.5) ? "St " + first_(random_) + "'s" : last_(random_);
    }

    Lists const& lists_;
    Random& random_;
    Draw first_, last_, uk_, us_;
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

std::string Filler::street() {
    return (random_.chance(0.5) ? last_(random_)
            : random_.chance(0.4)
                ? town()
                : pick(random_, {"Elm",       "Station", "Church",   "Victoria", "High",     "Mill",  "Park",
                                 "Green",     "London",  "Queens",   "Orchard",  "Chapel",   "Maple", "Cedar",
                                 "Oak Ridge", "Lake",    "Highland", "Sunset",   "Hill Top", "Manor"})) +
           " " +
           pick(random_, {"Road", "Street", "Avenue", "Close", "Lane", "Drive", "Crescent", "Terrace", "Gardens", "Way",
                          "Grove", "Court", "St", "Rd", "Ave", "Dr", "Blvd", "Place"});
}

std::string Filler::institution(std::string const& kind) {
    if (kind == "school")
        return holder() + " " +
               pick(random_, {"Primary School", "Primary", "High School", "Academy", "Community School", "Infants",
                              "Junior School", "C of E Primary", "Catholic Primary", "Elementary", "Middle School",
                              "Grammar", "Secondary", "High", "School", "College"});
    if (kind == "nursery")
        return holder() + " " +
               pick(random_, {"Nursery", "Day Nursery", "Preschool", "Playgroup", "Children's Centre", "Daycare",
                              "Kindergarten"});
    if (kind == "hospital")
        return random_.chance(0.6) ? random_.one_of(lists_.hospitals)
                                   : holder() + " " +
                                         pick(random_, {"Hospital", "General Hospital", "General", "Infirmary",
                                                        "Medical Center", "Regional", "Memorial Hospital"});
    if (kind == "gp")
        return holder() + " " +
               pick(random_, {"Surgery", "Medical Practice", "Medical Centre", "Health Centre", "Clinic",
                              "Family Practice", "Pediatrics"});
    if (kind == "home")
        return (random_.chance(0.5)
                    ? pick(random_,
                           {"Beech", "Willow", "Oak", "Rose", "Sunny", "Meadow", "Ash", "Holly", "Fern", "Lark"}) +
                          pick(random_, {"wood", "field", "view", "bank", "mount", "lea", "tree", "brook"})
                    : holder()) +
               " " +
               pick(random_, {"House", "Lodge", "Care Home", "Nursing Home", "Court", "Residential Home", "Manor",
                              "Group Home", "Children's Home"});
    if (kind == "prison") return "HMP " + uk_(random_);
    if (kind == "court")
        return uk_(random_) + " " + pick(random_, {"Family Court", "County Court", "Magistrates Court", "Crown Court"});
    if (kind == "council")
        return random_.chance(0.3) ? us_(random_) + " " + pick(random_, {"DCF", "County DSS", "CPS", "DHS"})
                                   : uk_(random_) + " " +
                                         pick(random_, {"Council", "City Council", "Borough Council", "County Council",
                                                        "Social Services", "Children's Services", "MASH"});
    return holder() + " " +
           pick(random_, {"Church", "Mosque", "Baptist Church", "Gurdwara", "Community Centre", "Youth Club",
                          "Food Bank", "Methodist Church"});
}

std::string Filler::company() {
    switch (random_.below(6)) {
        case 0:
            return last_(random_) + " & " + last_(random_) +
                   pick(random_, {"", " Ltd", " LLP", " Solicitors", " Inc", " LLC"});
        case 1: return last_(random_) + ", " + last_(random_) + " and " + last_(random_);
        case 2:
            return last_(random_) + pick(random_, {" Group", " Ltd", " Inc", " PLC", " and Sons", " LLC", " Bank",
                                                   " Solicitors", " Insurance", " Foundation"});
        case 3:
            return town() + " " +
                   pick(random_, {"Building Society", "Motors", "United", "Times", "Housing Association", "Electric",
                                  "Partners", "Logistics", "Women's Aid", "Chamber of Commerce"});
        case 4:
            return pick(random_, {"North", "Global", "First", "Blue", "Bright", "Apex", "Nova", "Prime", "Green",
                                  "Silver", "Royal", "National"}) +
                   pick(random_, {"point", "star", " Capital", " Systems", "line", " Care", " Energy", "bridge",
                                  " Health", " Foods"}) +
                   pick(random_, {"", " Ltd", " Inc", " Group", " Corp"});
        default: return last_(random_) + "-" + last_(random_);
    }
}

std::string Filler::date() {
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    auto const day = std::to_string(1 + random_.below(28));
    std::string const month = months[random_.below(months.size())];
    switch (random_.below(6)) {
        case 0: return day + " " + month;
        case 1: return month + " " + day + ", 20" + std::to_string(10 + random_.below(16));
        case 2:
            return day + "/" + std::to_string(1 + random_.below(12)) + "/20" + std::to_string(10 + random_.below(16));
        case 3:
            return pick(random_,
                        {"Monday", "Tuesday", "last Thursday", "Friday", "next week", "the weekend", "yesterday"});
        case 4: return month;
        default: return "the " + day + "th";
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
                            : random_.chance(0.04) ? " " + first_(random_)
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
    if (name == "double") return put(person(key).first + "-" + first_(random_), human);
    if (name == "handle") return put("@" + lower_of(person(key).first) + digits(2), screen::tagger::any_label);
    if (name == "town") return put(town(), only(Label::place));
    if (name == "uktown") return put(uk_(random_), only(Label::place));
    if (name == "ustown") return put(us_(random_), only(Label::place));
    if (name == "village") return put(random_.one_of(lists_.villages), only(Label::place));
    if (name == "state")
        return put(pick(random_, {"Ohio", "Texas", "Florida", "Maine", "Oregon", "Georgia", "Kansas", "Iowa",
                                  "Michigan", "New Jersey", "TX", "CA", "NY", "PA"}),
                   only(Label::place));
    if (name == "county")
        return put(pick(random_, {"Kent", "Essex", "Lancashire", "Cheshire", "Devon", "Cumbria", "Norfolk", "Suffolk",
                                  "Powys", "Fife", "Antrim", "Down", "Cook County", "Wayne County"}),
                   only(Label::place));
    if (name == "street") return put(street(), only(Label::place) | only(Label::other));
    if (name == "address") {
        put(std::to_string(1 + random_.below(random_.chance(0.3) ? 3000 : 120)),
            only(Label::place) | only(Label::other) | only(Label::quantity));
        document_.text += ' ';
        return put(street(), only(Label::place));
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
        if (name == kind) return put(institution(name), only(Label::organisation));
    if (name == "company") return put(company(), only(Label::organisation));
    if (name == "date") return put(date(), aside);
    if (name == "age") return put(std::to_string(1 + random_.below(90)), aside);
    if (name == "number") return put(digits(1 + random_.below(9)), aside);
    if (name == "phone")
        return put(random_.chance(0.5) ? "07" + digits(9) : digits(3) + "-" + digits(3) + "-" + digits(4), aside);
    if (name == "postcode")
        return put(pick(random_, {"LS", "M", "BD", "NE", "SW", "CF", "EH", "PR"}) +
                       std::to_string(1 + random_.below(20)) + " " + digits(1) +
                       pick(random_, {"AB", "DF", "HX", "LN", "QT", "WP"}),
                   aside | only(Label::place));
    if (name == "zip") return put(digits(5), aside | only(Label::place));
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
