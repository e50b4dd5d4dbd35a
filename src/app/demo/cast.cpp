#include "app/demo/cast.hpp"

#include <fmt/format.h>

#include "app/demo/material.hpp"

namespace kith::app::demo {

namespace {

using enum Capacity;
constexpr auto no = Part::none, in = Part::member, leads = Part::facilitator;

constexpr std::array characters{
    Character{"marigold",
              "Marigold Lantern",
              practitioner,
              {leads, no, in},
              "children and families",
              "hosts this place; a facilitator of Tuesday circle"},
    Character{
        "tobias", "Tobias Quill", practitioner, {leads, leads, no}, "mental health", "a facilitator of two groups"},
    Character{"jonah",
              "Jonah Thimble",
              practitioner,
              {in, in, no},
              "children and families",
              "newly qualified, a member of two groups"},
    Character{"delphine",
              "Delphine Marsh",
              lived_experience,
              {in, no, in},
              "peer support",
              "a person with lived experience, a member of two groups"},
    Character{"beatrix", "Beatrix Oatcake", practitioner, {in, no, in}, "hospital discharge", ""},
    Character{"cosmo", "Cosmo Fennel", practitioner, {in, no, no}, "adult safeguarding", ""},
    Character{"edwin", "Edwin Tarn", practitioner, {in, no, in}, "fostering", ""},
    Character{"gideon", "Gideon Larch", practitioner, {in, no, leads}, "out of hours", ""},
    Character{"hattie", "Hattie Wren", practitioner, {in, no, leads}, "older people", ""},
    Character{"ines", "Ines Harbour", educator, {in, leads, no}, "practice education", ""},
    Character{"fern", "Fern Gosling", practitioner, {no, in, no}, "duty and assessment", ""},
    Character{"saffron", "Saffron Weir", student, {no, in, no}, "", ""},
    Character{"alder", "Alder Penhallow", manager, {no, no, in}, "team management", ""},
};

constexpr Character winnie{"winnie",     "Winnie Bramble",     practitioner,
                           {no, no, no}, "hospital discharge", "a newcomer who waits to be admitted to Tuesday circle"};

constexpr std::array first_names{"Ash",     "Bryony",  "Clement", "Dahlia", "Elowen", "Florian", "Greta",  "Hazel",
                                 "Ivo",     "Juniper", "Kester",  "Linden", "Maple",  "Nestor",  "Olive",  "Perrin",
                                 "Quentin", "Rowan",   "Sorrel",  "Tansy",  "Ursula", "Violet",  "Wilf",   "Xanthe",
                                 "Yarrow",  "Zinnia",  "Ambrose", "Betony", "Casper", "Dorcas",  "Emlyn",  "Flora",
                                 "Gwil",    "Heath",   "Isolde",  "Jasper", "Kitty",  "Lowell",  "Myrtle", "Noble"};
constexpr std::array last_names{"Acorn",     "Bellows", "Candle",   "Dovecote",  "Elderflower", "Fiddle",   "Gatepost",
                                "Haystack",  "Inkwell", "Jigsaw",   "Kettle",    "Lamplight",   "Millpond", "Nutmeg",
                                "Orchard",   "Parsnip", "Quayside", "Rushlight", "Saddle",      "Teapot",   "Umbrella",
                                "Velvet",    "Wicket",  "Yardarm",  "Zither",    "Anvil",       "Bramley",  "Cobnut",
                                "Driftwood", "Easel",   "Foxglove", "Gingham",   "Hollow",      "Ivory",    "Jonquil",
                                "Kindling",  "Lavender"};
// With these numbers, 40 and 37, no name comes twice in extra() below: 41 and 37 have no common divisor.
static_assert(first_names.size() == 40 && last_names.size() == 37 && members_max <= 40 * 37);

}  // namespace

std::string_view const added_to_agreement =
    "\n## Added together in November\n\n"
    "- Our circle ends on time. A timekeeper, a new one each week, says so ten minutes before.\n"
    "- Whoever brought the question has the last word.\n";

std::span<Character const> cast() { return characters; }

Character const& newcomer() { return winnie; }

Extra extra(std::size_t number) {
    auto const round = number / first_names.size();
    Extra made{fmt::format("{} {}", first_names[number % first_names.size()],
                           last_names[(round + number) % last_names.size()]),
               number % 9 == 4    ? educator
               : number % 7 == 3  ? student
               : number % 11 == 5 ? manager
                                  : practitioner,
               {in, no, no}};
    if (number % 3 == 1) made.parts[1] = in;
    if (number % 4 == 2) made.parts[2] = in;
    return made;
}

std::string email_of(std::string_view name) {
    std::string email;
    for (char const c : name) email += c == ' ' ? '.' : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return email + "@example.org";
}

std::array<Room, group_count> const& rooms() {
    static std::array<Room, group_count> const all{{
        {"Tuesday circle",
         "A dozen of us, from different teams and agencies, who met on a course about reflective practice and did not "
         "want to stop. We talk about our own work and what it does to us. We meet on Tuesdays as well, in a room with "
         "bad chairs.",
         "brief",
         {"What would you like to bring, and what to take away?", "How do you look after what is said in confidence?"},
         tuesday_talk},
        {"First year in practice",
         "For the first year after qualifying, and the placements before it, with two people who have been at it for "
         "longer. Nothing here is assessed.",
         "standards",
         {"Where are you in your training or your first year?"},
         first_year_talk},
        {"After hours",
         "How we come home from work. Feelings, rest, and the occasional pumpkin.",
         "light",
         {},
         after_hours_talk},
    }};
    return all;
}

}  // namespace kith::app::demo
