// Countries, regions and counties, and how many people live there. Sources, all rounded:
// England and Wales: ONS, Census 2021; Scotland: National Records of Scotland, Census 2022; Northern Ireland:
// NISRA, Census 2021; Ireland: CSO, Census 2022; USA: Census Bureau, 2020.
#include <algorithm>
#include <array>
#include <iterator>

#include "screen/jigsaw/places.hpp"
#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {

namespace {

struct Area {
    std::string_view name;  // folded
    double thousands;
    PlaceKind kind;
    Where where;
};

constexpr auto country = PlaceKind::country, region = PlaceKind::region, county = PlaceKind::county;

constexpr Area areas[] = {
    {"uk", 67000, country, Where::uk},
    {"united kingdom", 67000, country, Where::uk},
    {"britain", 65000, country, Where::uk},
    {"great britain", 65000, country, Where::uk},
    {"british isles", 72000, country, Where::uk},
    {"england", 56500, country, Where::uk},
    {"scotland", 5440, country, Where::uk},
    {"wales", 3110, country, Where::uk},
    {"northern ireland", 1900, country, Where::uk},
    {"ni", 1900, country, Where::uk},
    {"ireland", 5150, country, Where::ireland},
    {"republic of ireland", 5150, country, Where::ireland},
    {"usa", 331000, country, Where::usa},
    {"us", 331000, country, Where::usa},
    {"america", 331000, country, Where::usa},
    {"united states", 331000, country, Where::usa},
    {"north east", 2650, region, Where::england},
    {"north east england", 2650, region, Where::england},
    {"north west", 7420, region, Where::england},
    {"north west england", 7420, region, Where::england},
    {"north", 15500, region, Where::england},
    {"north of england", 15500, region, Where::england},
    {"northern england", 15500, region, Where::england},
    {"yorkshire", 5400, region, Where::england},
    {"yorkshire and the humber", 5480, region, Where::england},
    {"east midlands", 4880, region, Where::england},
    {"west midlands", 5950, region, Where::england},
    {"midlands", 10800, region, Where::england},
    {"east of england", 6340, region, Where::england},
    {"east anglia", 2500, region, Where::england},
    {"london", 8800, region, Where::england},
    {"greater london", 8800, region, Where::england},
    {"inner london", 3400, region, Where::england},
    {"outer london", 5400, region, Where::england},
    {"north london", 2000, region, Where::london},
    {"south london", 2800, region, Where::london},
    {"east london", 2000, region, Where::london},
    {"west london", 1800, region, Where::london},
    {"home counties", 8000, region, Where::england},
    {"south east", 9280, region, Where::england},
    {"south east england", 9280, region, Where::england},
    {"south west", 5700, region, Where::england},
    {"south west england", 5700, region, Where::england},
    {"west country", 5700, region, Where::england},
    {"south", 20000, region, Where::england},
    {"south of england", 20000, region, Where::england},
    {"merseyside", 1420, county, Where::north_west},
    {"greater manchester", 2870, county, Where::north_west},
    {"cheshire", 1100, county, Where::north_west},
    {"cheshire east", 399, county, Where::north_west},
    {"cheshire west", 357, county, Where::north_west},
    {"cheshire west and chester", 357, county, Where::north_west},
    {"lancashire", 1530, county, Where::north_west},
    {"cumbria", 500, county, Where::north_west},
    {"lake district", 40, county, Where::north_west},
    {"wirral", 320, county, Where::north_west},
    {"the wirral", 320, county, Where::north_west},
    {"northumberland", 321, county, Where::north_east},
    {"tyneside", 880, county, Where::north_east},
    {"tyne and wear", 1130, county, Where::north_east},
    {"teesside", 470, county, Where::north_east},
    {"tees valley", 680, county, Where::north_east},
    {"county durham", 522, county, Where::north_east},
    {"north yorkshire", 1160, county, Where::yorkshire},
    {"south yorkshire", 1370, county, Where::yorkshire},
    {"west yorkshire", 2350, county, Where::yorkshire},
    {"east yorkshire", 610, county, Where::yorkshire},
    {"east riding", 342, county, Where::yorkshire},
    {"humberside", 930, county, Where::yorkshire},
    {"calderdale", 207, county, Where::yorkshire},
    {"kirklees", 433, county, Where::yorkshire},
    {"derbyshire", 1060, county, Where::east_midlands},
    {"nottinghamshire", 1150, county, Where::east_midlands},
    {"notts", 1150, county, Where::east_midlands},
    {"leicestershire", 1080, county, Where::east_midlands},
    {"leics", 1080, county, Where::east_midlands},
    {"lincolnshire", 1090, county, Where::east_midlands},
    {"lincs", 1090, county, Where::east_midlands},
    {"northamptonshire", 785, county, Where::east_midlands},
    {"northants", 785, county, Where::east_midlands},
    {"rutland", 41, county, Where::east_midlands},
    {"staffordshire", 1130, county, Where::west_midlands},
    {"staffs", 1130, county, Where::west_midlands},
    {"shropshire", 510, county, Where::west_midlands},
    {"herefordshire", 187, county, Where::west_midlands},
    {"worcestershire", 604, county, Where::west_midlands},
    {"worcs", 604, county, Where::west_midlands},
    {"warwickshire", 597, county, Where::west_midlands},
    {"black country", 1220, county, Where::west_midlands},
    {"sandwell", 342, county, Where::west_midlands},
    {"norfolk", 916, county, Where::east_of_england},
    {"suffolk", 761, county, Where::east_of_england},
    {"cambridgeshire", 895, county, Where::east_of_england},
    {"cambs", 895, county, Where::east_of_england},
    {"essex", 1860, county, Where::east_of_england},
    {"hertfordshire", 1200, county, Where::east_of_england},
    {"herts", 1200, county, Where::east_of_england},
    {"bedfordshire", 705, county, Where::east_of_england},
    {"beds", 705, county, Where::east_of_england},
    {"kent", 1860, county, Where::south_east},
    {"medway", 280, county, Where::south_east},
    {"surrey", 1200, county, Where::south_east},
    {"east sussex", 823, county, Where::south_east},
    {"west sussex", 883, county, Where::south_east},
    {"sussex", 1700, county, Where::south_east},
    {"hampshire", 1860, county, Where::south_east},
    {"hants", 1860, county, Where::south_east},
    {"isle of wight", 140, county, Where::south_east},
    {"berkshire", 948, county, Where::south_east},
    {"buckinghamshire", 840, county, Where::south_east},
    {"bucks", 840, county, Where::south_east},
    {"oxfordshire", 725, county, Where::south_east},
    {"oxon", 725, county, Where::south_east},
    {"gloucestershire", 935, county, Where::south_west},
    {"wiltshire", 745, county, Where::south_west},
    {"wilts", 745, county, Where::south_west},
    {"dorset", 780, county, Where::south_west},
    {"somerset", 965, county, Where::south_west},
    {"devon", 1210, county, Where::south_west},
    {"cornwall", 570, county, Where::south_west},
    {"bristol area", 1000, county, Where::south_west},
    {"north wales", 687, county, Where::wales},
    {"south wales", 1800, county, Where::wales},
    {"west wales", 380, county, Where::wales},
    {"mid wales", 210, county, Where::wales},
    {"gwent", 590, county, Where::wales},
    {"gwynedd", 117, county, Where::wales},
    {"anglesey", 69, county, Where::wales},
    {"ynys mon", 69, county, Where::wales},
    {"powys", 133, county, Where::wales},
    {"dyfed", 380, county, Where::wales},
    {"pembrokeshire", 123, county, Where::wales},
    {"ceredigion", 71, county, Where::wales},
    {"carmarthenshire", 188, county, Where::wales},
    {"flintshire", 155, county, Where::wales},
    {"denbighshire", 96, county, Where::wales},
    {"rhondda", 63, county, Where::wales},
    {"rhondda cynon taf", 238, county, Where::wales},
    {"monmouthshire", 93, county, Where::wales},
    {"vale of glamorgan", 132, county, Where::wales},
    {"highlands", 235, county, Where::scotland},
    {"highland", 235, county, Where::scotland},
    {"aberdeenshire", 263, county, Where::scotland},
    {"fife", 371, county, Where::scotland},
    {"lothian", 910, county, Where::scotland},
    {"ayrshire", 366, county, Where::scotland},
    {"lanarkshire", 668, county, Where::scotland},
    {"north lanarkshire", 341, county, Where::scotland},
    {"south lanarkshire", 327, county, Where::scotland},
    {"scottish borders", 117, county, Where::scotland},
    {"dumfries and galloway", 146, county, Where::scotland},
    {"perthshire", 140, county, Where::scotland},
    {"renfrewshire", 184, county, Where::scotland},
    {"orkney", 22, county, Where::scotland},
    {"shetland", 23, county, Where::scotland},
    {"western isles", 26, county, Where::scotland},
    {"tayside", 410, county, Where::scotland},
    {"antrim", 650, county, Where::northern_ireland},
    {"county antrim", 650, county, Where::northern_ireland},
    {"county down", 550, county, Where::northern_ireland},
    {"county tyrone", 190, county, Where::northern_ireland},
    {"tyrone", 190, county, Where::northern_ireland},
    {"fermanagh", 64, county, Where::northern_ireland},
    {"county fermanagh", 64, county, Where::northern_ireland},
    {"county londonderry", 250, county, Where::northern_ireland},
    {"county armagh", 190, county, Where::northern_ireland},
    {"kerry", 156, county, Where::ireland},
    {"county kerry", 156, county, Where::ireland},
    {"donegal", 167, county, Where::ireland},
    {"county donegal", 167, county, Where::ireland},
    {"county cork", 584, county, Where::ireland},
    {"county mayo", 138, county, Where::ireland},
    {"county galway", 277, county, Where::ireland},
    {"new england", 15100, region, Where::usa},
    {"midwest", 69000, region, Where::usa},
    {"bay area", 7700, region, Where::usa},
    {"deep south", 35000, region, Where::usa},
    {"west coast", 51000, region, Where::usa},
    {"east coast", 118000, region, Where::usa},
    {"pacific northwest", 13000, region, Where::usa},
};

// In the order of `Where`.
constexpr std::string_view regions[] = {"",
                                        "the north-east",
                                        "the north-west",
                                        "Yorkshire",
                                        "the East Midlands",
                                        "the West Midlands",
                                        "the east of England",
                                        "London",
                                        "the south-east",
                                        "the south-west",
                                        "England",
                                        "Scotland",
                                        "Wales",
                                        "Northern Ireland",
                                        "Ireland",
                                        "the UK",
                                        "the US",
                                        ""};

struct State {
    std::string_view name;
    double thousands;
};
constexpr State states[] = {
    {"Alabama", 5020},
    {"Alaska", 733},
    {"Arizona", 7150},
    {"Arkansas", 3010},
    {"California", 39500},
    {"Colorado", 5770},
    {"Connecticut", 3610},
    {"Delaware", 990},
    {"District of Columbia", 690},
    {"Florida", 21500},
    {"Georgia", 10700},
    {"Hawaii", 1460},
    {"Idaho", 1840},
    {"Illinois", 12800},
    {"Indiana", 6790},
    {"Iowa", 3190},
    {"Kansas", 2940},
    {"Kentucky", 4510},
    {"Louisiana", 4660},
    {"Maine", 1360},
    {"Maryland", 6180},
    {"Massachusetts", 7030},
    {"Michigan", 10100},
    {"Minnesota", 5710},
    {"Mississippi", 2960},
    {"Missouri", 6150},
    {"Montana", 1080},
    {"Nebraska", 1960},
    {"Nevada", 3100},
    {"New Hampshire", 1380},
    {"New Jersey", 9290},
    {"New Mexico", 2120},
    {"New York", 20200},
    {"North Carolina", 10400},
    {"North Dakota", 779},
    {"Ohio", 11800},
    {"Oklahoma", 3960},
    {"Oregon", 4240},
    {"Pennsylvania", 13000},
    {"Rhode Island", 1100},
    {"South Carolina", 5120},
    {"South Dakota", 887},
    {"Tennessee", 6910},
    {"Texas", 29100},
    {"Utah", 3270},
    {"Vermont", 643},
    {"Virginia", 8630},
    {"Washington", 7710},
    {"West Virginia", 1790},
    {"Wisconsin", 5890},
    {"Wyoming", 577},
};
static_assert(std::size(states) ==
              static_cast<std::size_t>(Where::wyoming) - static_cast<std::size_t>(Where::alabama) + 1);

constexpr char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::uint32_t hash_of(std::string_view name) {
    std::uint32_t hash = hash_start;
    for (char const c : name) hash = (hash ^ static_cast<unsigned char>(lowered(c))) * 16777619U;
    return hash;
}

// Areas, then states, by the hashes of their names; of two of one name the first. 0 for none, else from 1 on.
constexpr std::size_t slots = 1024;
static_assert((std::size(areas) + std::size(states)) * 2 < slots, "the table is getting full: double it");
constexpr std::string_view name_at(std::size_t number) {
    return number < std::size(areas) ? areas[number].name : states[number - std::size(areas)].name;
}
constexpr auto by_name = [] {
    std::array<std::uint16_t, slots> all{};
    for (std::size_t number = 0; number < std::size(areas) + std::size(states); ++number) {
        auto slot = hash_of(name_at(number)) % slots;
        while (all[slot] != 0) slot = (slot + 1) % slots;
        all[slot] = static_cast<std::uint16_t>(number + 1);
    }
    return all;
}();

bool same_lowered(std::string_view name, std::string_view low) {
    return std::ranges::equal(name, low, [](char a, char b) { return lowered(a) == b; });
}

}  // namespace

std::string_view name_of(Where where) {
    auto const place = static_cast<std::size_t>(where);
    if (place < std::size(regions)) return regions[place];
    auto const state = place - static_cast<std::size_t>(Where::alabama);
    return where >= Where::alabama && state < std::size(states) ? states[state].name : std::string_view{};
}

std::optional<Place> find_area(std::string_view folded) {
    for (auto slot = hash_of(folded) % slots; by_name[slot] != 0; slot = (slot + 1) % slots) {
        std::size_t const number = by_name[slot] - 1U;
        if (!same_lowered(name_at(number), folded)) continue;
        if (number < std::size(areas)) {
            auto const& area = areas[number];
            return Place{area.thousands * 1000, area.kind, area.where, true, false, false};
        }
        auto const state = number - std::size(areas);
        return Place{states[state].thousands * 1000, PlaceKind::region, Where::usa, true, false, false};
    }
    return std::nullopt;
}

}  // namespace kith::screen
