#include "screen/tone/words.hpp"

#include <algorithm>
#include <array>

#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen::tone {

namespace {

struct Row {
    Sorts sorts;
    std::string_view words;
};

using namespace sort;

constexpr Row rows[] = {
    {insult,
     "bitch bitches bastard bastards cunt cunts twat twats slag slags slut sluts whore whores slapper skank scum "
     "scumbag "
     "scumbags vermin prick pricks dickhead dickheads arsehole arseholes asshole assholes wanker wankers tosser "
     "knobhead "
     "shithead cocksucker motherfucker hag trollop slob nonce gobshite weasel parasite parasites cockroach cockroaches "
     "leech leeches lowlife lowlifes filth subhuman scrote scrotes pondlife degenerate fucker fuckers shitbag c* b* "
     "b*tch "
     "c*nt tw*t b*stard"},
    {mocking,
     "idiot idiots moron morons imbecile loser losers waster wasters scrounger scroungers layabout "
     "layabouts numpty plonker snowflake snowflakes boomer nutter nutters weirdo weirdos freak freaks junkie junkies "
     "druggie "
     "druggies crackhead crackheads smackhead smackheads alkie alkies pisshead wino chav chavs brat brats cretin "
     "halfwit "
     "simpleton dimwit dunce dumbass deadbeat deadbeats freeloader freeloaders sponger spongers timewaster timewasters "
     "backstabber nutjob fruitcake headcase airhead bimbo tramp minger fatty lump thicko liar liars cheat jobsworth "
     "crybaby "
     "attention_seeker druggy skiver skivers slacker slackers creep crone"},
    {scornful,
     "stupid thick dumb dense dim pathetic disgusting vile feckless spineless gutless worthless brainless gormless "
     "braindead "
     "moronic idiotic feral scummy skanky trashy revolting repulsive workshy inbred deranged unhinged filthy smelly "
     "ugly evil "
     "repellent simple_minded dozy gobby lying thieving conniving scheming two_faced laughable whiny whinging work_shy "
     "bone_idle manky scabby chavvy brain_dead slow_witted"},
    {faulting, "useless hopeless clueless incompetent lazy arrogant idle unprofessional inept lame smug snotty"},
    {condition, "fat old mad silly dirty little nasty crazy mental ignorant drunk drunken bloody jumped_up bored"},
    {beast,
     "animal animals pig pigs dog dogs cow cows snake rat rats monster monsters witch princess dinosaur joke psycho "
     "psychopath sociopath leech disgrace nobody waste vulture sheep toad shit turd shits fool clown"},
    {slur,
     "paki pakis nigger niggers wog wogs darkie darkies gook gooks beaner beaners "
     "wetback "
     "wetbacks towelhead towelheads raghead ragheads gyppo gyppos gippo gippos pikey pikeys pikies kike kikes "
     "faggot "
     "faggots poofter poofters tranny trannies shemale retard retards spastic spastics spaz spazz "
     "mong mongs "
     "squaw injun redskin halfcaste half_caste golliwog jungle_bunny window_licker camel_jockey sambo p*ki p*kis n*"},
    {slur | doubtful, "dyke dykes poof poofs chink chinks coon coons spic spics spaz spazz mong mongs fag fags"},
    {teasing, "nutter nutters numpty plonker weirdo weirdos muppet muppets lump idiot idiots"},
    {mocking, "muppet muppets"},
    {sort_of_people,
     "waster wasters scrounger scroungers layabout layabouts junkie junkies druggie druggies crackhead crackheads "
     "smackhead "
     "smackheads alkie alkies pisshead chav chavs scrote scrotes deadbeat deadbeats freeloader freeloaders sponger "
     "spongers "
     "lowlife lowlifes scumbag scumbags slob trollop slapper"},
    {kin,
     "kids kid child husband wife ex boyfriend girlfriend partner brother sister son daughter mum dad mother father "
     "nan "
     "neighbour neighbours landlord family teenager lad"},
    {thinks, "thinks thought believes feels reckons convinced worried worries scared afraid"},
    {determiner, "a an that this these those some the you"},
    {person,
     "client clients mum mums mam mom moms mother mothers dad dads father fathers parent parents lad lads lass girl "
     "girls boy boys "
     "kid kids child children baby family families woman women man men lady guy bloke patient patients teenager "
     "teenagers teen "
     "yp people person tenant tenants resident residents carer carers user users nan gran grandma grandmother couple "
     "traveller travellers gypsies gypsy refugees refugee immigrants migrants seekers addicts addict drunks offenders "
     "offender siblings "
     "colleague colleagues coworker worker workers student students guardian barrister solicitor judge teacher "
     "teachers nurse nurses doctor "
     "doctors iro asye admin receptionist trainee newbie psychologist psych gp officer officers cop cops "
     "fosterer fosterers "
     "ex boyfriend girlfriend partner husband wife brother sister son daughter hire expert lawyer gal chap one ones "
     "lot pair newcomer casa "
     "neighbour neighbours landlord somebody someone somebodys everyone youths youth yobs "
     "facilitator member "
     "members advisor adviser therapist midwife hv sw social_worker social_workers support_worker fc mate sweetheart"},
    {person | boss, "manager managers boss bosses supervisor director management"},
    {third, "he she they him her them hes shes theyre theyve shell hell theyll hed shed his their its"},
    {you, "you youre u ur youve your yours youll ya"},
    {i, "i im ive ill id"},
    {me, "me myself my mine"},
    {we, "we us our were weve"},
    {be,
     "is are was were be being been s looks sounds seems looked sounded theyre hes shes youre am im feel felt feeling "
     "turned"},
    {thing,
     "system systems policy policies process form forms printer laptop computer it car job week day night morning "
     "government council "
     "court courts panel threshold thresholds ofsted cafcass dwp camhs nhs housing legislature department budget cuts "
     "paperwork meeting meetings "
     "rota weather traffic phone app database mosaic liquidlogic training office building place company companies "
     "provider providers agency "
     "carpet rule rules law laws home bus train question questions idea mistake mistakes email emails hours shift "
     "thing things stuff "
     "world culture case caseload report reports assessment hospital school schools service services ministers "
     "minister politicians politician "
     "tories tory chair desk desking contract decision decisions target targets ticket machine link password website "
     "trust authority "
     "review timescale timescales deadline deadlines weekend year month disease illness covid cold bug parking heating "
     "boiler dog cat coffee "
     "pen badge lanyard kettle fridge microwave toaster diary rain snow"},
    {reports,
     "said says saying say called calls calling call told tells telling shouted shouts screamed screams yelled "
     "described describes texted "
     "texts wrote writes quote quoted quotes heard overheard muttered claims named labelled labeled referred spat "
     "chanting chant shout "
     "messaged accused"},
    {not_,
     "not isnt arent wasnt werent never nobody no dont doesnt didnt aint cant wont without neither nor shouldnt "
     "wouldnt hardly none"},
    {fond,
     "love loves lovely legend legends wonderful beautiful amazing proud bless brilliant magnificent best darling "
     "thank thanks xx "
     "glorious cheers congratulations congrats ace hero heroes adore"},
    {filler,
     "a an the so such really just absolutely absolute complete total utter utterly proper right bloody fucking effing "
     "freaking very too "
     "pretty quite that this these those what most some an of and or little big poor honestly frankly actually always "
     "only all bit f king "
     "real another"},
    {but, "but because although though when if while so"},
    {asks, "what who why how"},
};

struct Known {
    std::uint32_t hash = 0;
    Sorts sorts = 0;
};
constexpr std::size_t slots = 2048;

constexpr std::array<Known, slots> make_table() {
    std::array<Known, slots> table{};
    for (auto const& row : rows)
        for (std::size_t at = 0; at < row.words.size();) {
            std::uint32_t hash = hash_start;
            for (; at < row.words.size() && row.words[at] != ' '; ++at)
                hash = (hash ^ static_cast<unsigned char>(row.words[at])) * 16777619U;
            ++at;
            std::size_t slot = hash % slots;
            while (table[slot].sorts != 0 && table[slot].hash != hash) slot = (slot + 1) % slots;
            table[slot].hash = hash;
            table[slot].sorts |= row.sorts;
        }
    return table;
}
constexpr auto table = make_table();

}  // namespace

Sorts sorts_of(std::uint32_t hash) {
    for (std::size_t slot = hash % slots; table[slot].sorts != 0; slot = (slot + 1) % slots)
        if (table[slot].hash == hash) return table[slot].sorts;
    return 0;
}

}  // namespace kith::screen::tone
