#include "inventions.hpp"

#include <array>

namespace kith::train {

std::string pick(Random& random, std::initializer_list<char const*> all) {
    return *(all.begin() + random.below(all.size()));
}

std::string Inventions::street() {
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

std::string Inventions::institution(std::string const& kind) {
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

std::string Inventions::company() {
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

std::string Inventions::date() {
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

}  // namespace kith::train
