#include "screen/jigsaw/subject_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen::subject {

namespace {

struct Row {
    std::uint32_t sorts;
    std::string_view words;
};
constexpr Row rows[] = {
    {noun,
     "client user patient resident tenant yp su cla lac uasc youngster youth adolescent applicant claimant offender "
     "perpetrator perp victim neighbour lodger pupil newborn toddler teen teenager infant someone somebody yo "
     "colleague "
     "coworker caller complainant respondent defendant inmate prisoner customer youngest eldest oldest case referral "
     "mam"},
    {noun | may_be_i, "yo individual survivor foster adopter adoptee person careleaver leaver"},
    {noun | sex, "lad lads lass lassie boy gentleman gent chap kiddo supervisee trainee"},
    {noun | sex | may_be_i, "girl man woman lady bloke guy female male"},
    {kin,
     "child kid baby twins twin triplets siblings sibling parent partner family couple carer cousin spouse kids "
     "children"},
    {kin | sex,
     "mum mom mummy mother dad daddy father son daughter brother sister husband wife nan gran grandma grandmother "
     "grandad "
     "grandfather grandpa aunt auntie uncle niece nephew stepdad stepmum stepfather boyfriend girlfriend ex fiance "
     "widow "
     "widower"},
    {pronoun | sex, "he she him her his hers hes shes"},
    {i, "i"},
    {im, "im"},
    {have, "have got"},
    {i | have, "ive"},
    {am | stops, "am was been"},
    {my, "my our"},
    {self, "me myself mine"},
    {turns, "about for to on at worried concerned stuck allocated unsure sure after because but when while"},
    {stops, "is has had who that which and but of in at on so because when while or if are were will with"},
    {counts | stops, "a an"},
    {counts, "one two three four five six another some this to just been new"},
    {definite | counts | stops, "the"},
    {definite, "this that their another"},
    {hearing, "hearing court courthouse judge trial proceedings tribunal tpr"},
    {printed, "papers paper news"},
    {news,
     "newspaper newspapers headlines headline viral reporters journalists telly podcast panorama documentary "
     "crimewatch "
     "streamed autographs"},
    {addressed, "you youll youd youve everyone everybody"},
    {heard, "seen heard remember knows"},
    {only, "only"},
    {year, "year yr years month months week weeks"},
    {old, "old"},
    {general,
     "families parents people clients communities community training course webinar resources resource research study "
     "book article policy guidance colleagues services"},
    {work,
     "caseload visit visited visiting assessment assessing working supporting placing placement review conference "
     "supervise allocated duty cin lac cla looked"},
};

struct Known {
    std::uint32_t hash;
    std::uint32_t sorts;
};
constexpr std::size_t slots = 1024;

constexpr std::array<Known, slots> make_table() {
    std::array<Known, slots> table{};
    for (auto const& row : rows) {
        auto rest = row.words;
        while (!rest.empty()) {
            auto const size = std::min(rest.find(' '), rest.size());
            auto const hash = hash_on(rest.substr(0, size));
            std::size_t slot = hash % slots;
            while (table[slot].sorts != 0 && table[slot].hash != hash) slot = (slot + 1) % slots;
            table[slot].hash = hash;
            table[slot].sorts |= row.sorts;
            rest.remove_prefix(std::min(size + 1, rest.size()));
        }
    }
    return table;
}
constexpr auto table = make_table();

}  // namespace

std::uint32_t sorts_of(std::uint32_t hash) {
    for (std::size_t slot = hash % slots; table[slot].sorts != 0; slot = (slot + 1) % slots)
        if (table[slot].hash == hash) return table[slot].sorts;
    return 0;
}

}  // namespace kith::screen::subject
