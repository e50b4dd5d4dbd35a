#include "screen/document/role_words.hpp"

#include <array>
#include <cstddef>

#include "screen/lexicon.hpp"

namespace kith::screen {

namespace {

struct List {
    Beside beside;
    std::string_view words;
};

constexpr List lists[] = {
    {beside::clients,
     "client clients yp child boy girl lad lass patient resident tenant mum dad son daughter baby brother sister nan "
     "kid teenager mom teen sibling siblings twin twins lac cin placement "},
    {beside::colleagues, "colleague colleagues manager supervisor team worker tm iro lado boss director coworker "},
    {beside::pets,
     "dog cat puppy pup kitten hamster rabbit horse tortoise budgie parrot goldfish pony spaniel labrador cats dogs "
     "puppies kittens bunny hamsters poodle terrier collie greyhound cockapoo gerbil ferret chicken hen hens donkey "
     "retriever whippet lurcher beagle pug staffie guinea pigs "},
    {beside::books,
     "theory theories model models cycle attachment reflective reflection review report inquiry enquiry argues writes "
     "wrote reading read book books hierarchy stages essay theorist theorists framework using according quote quotes "
     "quoting cited citing cite lecture lectures module textbook chapter philosophy psychology sociology research "
     "paradigm triangle dissertation assignment references edition "},
    {beside::works,
     "book books novel novels author authors podcast memoir film films documentary album songs writer poet chapter "
     "audiobook paperback theorist bestseller ted song movie movies netflix episode episodes sitcom lyrics soundtrack "
     "concert gig playlist biography autobiography poem poems poetry opera sequel trilogy spotify blockbuster oscar "
     "oscars bafta grammy cinema starring panto biopic exhibition albums vinyl fantasy screenplay villain prequel "
     "franchise "},
    {beside::stages,
     "striker midfielder goalkeeper quarterback touchdown playoffs nba nfl nhl mlb fifa uefa premiership wimbledon "
     "olympics olympic championship innings batting wicket testimonial var midfield grandslam playoff ballon election "
     "elections tory tories brexit senate senator congress parliament westminster downing republican republicans "
     "democrat democrats democratic gop president presidency presidential chancellor ministers mp mps impeachment "
     "voters manifesto celebrity celebrities famous millionaire billionaire f1 dictator medieval philosopher economist "
     "physicist sitcoms biden trump senators "},
    {beside::office,
     "lord baroness sir dame saint president pope king queen prince princess emperor senator congressman congresswoman "
     "chancellor archbishop cardinal ayatollah tsar duchess duke actor actress singer rapper comedian novelist poet "
     "playwright philosopher footballer striker midfielder goalkeeper quarterback filmmaker economist theorist author "
     "st "},
    {beside::named_for,
     "law laws rule syndrome hierarchy cycle theory amendment prize paradox principle theorem effect razor "},
    {beside::games,
     "goal goals match pitch football footballer footballers tennis cricket rugby golf snooker darts boxing trophy cup "
     "final fans fan backhand forehand serve grass wicket wickets lap pitstop hamstring offside referee ref squad "
     "midfield defender winger batsman bowler knockout semifinal semis qualifier kickoff playlist spotify album albums "
     "tracklist remix vinyl headliner festival encore setlist vocals guitarist drummer bassist chorus showrunner "
     "finale cliffhanger spoiler spoilers binge binged streaming remake reboot cgi cast casting screen soundtracks "
     "hollywood disney pixar marvel netflix hbo bakeoff sitcom politician politicians politics tory government labour "
     "libdem lib dems conservatives brexit referendum mps pmqs economics inflation senate congress potus scotus voter "
     "voted vote votes voting poll polls newspaper columnist telegraph headline headlines journalist journalism bbc "
     "itv twitter philosophy philosopher stoic stoics history historian dictator revolution empire century emperor "
     "physics scientist novel novels fiction poet poems paperback kindle bookshop bestseller booker recipe recipes "
     "chef chefs oven bake baked baking flour android iphone linux kernel tesla startup ceo crypto bitcoin app apps "
     "league derby season tournament penalty penalties innings ballon striker strictly celebrity "},
    {beside::doings,
     "rang rings phoned texted disclosed fell fallen excluded sectioned admitted discharged absconded refused refuses "
     "attended "
     "missed overdosed relapsed seen allocated placed accommodated evicted arrested section ward s2 s3 caseload "
     "placement duty "
     "camhs cmht crying asleep drunk poorly bruises hearing contact nursery school refuge hostel hospital visit "
     "visited visiting "},
    {beside::cases,
     "guardian witness instructed cousin cousins aunt uncle auntie nephew niece grandad gran nana granny parent "
     "parents stepmum partner husband wife son daughter tenancies neighbour neighbours hoarding respite client clients "
     "caseload visit visits visited safeguarding placement placements carer carers foster fostering school nursery "
     "hospital court hearing assessment assessments referral referrals conference s47 cp cin lac ehcp supervision "
     "supervisor supervisee social worker workers ward discharge discharged police custody contact adoption adopted "
     "care cpc mash duty rang texted disclosed disclosure lado iro family families children child kids teenager baby "
     "mum mums dad dads nan mom grandma stepdad refuge tenancy eviction housing dols mca section sectioned strat panel "
     "allocated allocation team teams colleague colleagues manager tm asye nqsw student solicitor therapist counsellor "
     "patient patients resident residents tenant shelter daycare cps dcf caseworker casework homevisit tac siblings "
     "sibling session sessions neglect abuse domestic overdose meds medication prison probation parole benefits pip uc "
     "foodbank hostel homeless "},
};

constexpr std::size_t slots = 2048;  // a power of two, above twice the words

struct Table {
    std::array<std::string_view, slots> words{};
    std::array<Beside, slots> besides{};
    std::size_t count = 0;
};

constexpr Table table = [] {
    Table made;
    for (auto const& [beside, words] : lists)
        for (std::size_t at = 0; at < words.size(); ++at) {
            auto const end = words.find(' ', at);
            auto const word = words.substr(at, end - at);
            std::size_t slot = word_hash(word) % slots;
            while (!made.words[slot].empty() && made.words[slot] != word) slot = (slot + 1) % slots;
            made.count += made.words[slot].empty();
            made.words[slot] = word;
            made.besides[slot] |= beside;
            at = end;
        }
    return made;
}();
static_assert(table.count * 2 < slots, "the table is getting full: double it");

}  // namespace

Beside beside_of(std::string_view word) {
    for (std::size_t slot = word_hash(word) % slots; !table.words[slot].empty(); slot = (slot + 1) % slots)
        if (table.words[slot] == word) return table.besides[slot];
    return 0;
}

PublicTalk public_talk_of(Reader const& reader) {
    constexpr std::size_t tokens_max = 300;
    if (reader.count() > tokens_max) return PublicTalk::none;
    std::size_t words = 0;
    for (std::size_t i = 0; i < reader.count(); ++i) {
        if (reader.at(i).shape != Shape::word && reader.at(i).shape != Shape::mixed) continue;
        auto const beside = beside_of(reader.lower(i));
        if ((beside & (beside::cases | beside::clients | beside::colleagues)) != 0) return PublicTalk::none;
        words += (beside & (beside::works | beside::stages | beside::games)) != 0;
    }
    return words == 0 ? PublicTalk::none : words == 1 ? PublicTalk::perhaps : PublicTalk::sure;
}

}  // namespace kith::screen
