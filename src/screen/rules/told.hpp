// What is told of a family, a relative's work or an event in a turn of phrase rather than in a word: "lives with her
// uncle", "drives for the brewery", "the boy who fell off the pier".
//
// A phrase is words apart by spaces, `|` between those that may stand there, `?` before what may be missing. An
// apostrophe in the text is passed over. Besides words:
//   @kin @own @child @human @job   a relative, "his her their", children, anybody, an occupation of one or more words
//   @count @any                    a number from 2 to 16, any one word that is not a joining one
// Every phrase begins with plain words or @kin.
#pragma once

#include <cstdint>
#include <string_view>

#include "screen/screen.hpp"

namespace kith::screen::rules {

// What must be spoken of in the same sentence.
enum class Amid : std::uint8_t { anything, people };

struct Told {
    Class what;
    float confidence;
    Amid amid;
    std::string_view phrase;
};

inline constexpr Told told_phrases[] = {
    // Who lives with whom, who has died, left, is expected
    {Class::family, 0.56F, Amid::anything,
     "lives|living|lived|live|stays|staying ?now|currently|mostly with @own|an|a "
     "?older|big|half|step|great|foster|elderly|adult|disabled|maternal|paternal @kin"},
    {Class::family, 0.56F, Amid::anything,
     "placed|placement|remains|settled|stayed with @own|an|a|the ?older|half|step|great|maternal|paternal @kin"},
    {Class::family, 0.58F, Amid::anything,
     "raised|brought|looked|cared ?up|after|for by @own|an|a|two|the "
     "?older|big|half|great|foster|maternal|paternal|elderly @kin"},
    {Class::family, 0.55F, Amid::anything,
     "cares|caring|cared|looks|looking for|after @own ?older|elderly|disabled|sick|little|younger|dying @kin"},
    {Class::family, 0.5F, Amid::people, "in kinship ?care|placement"},
    {Class::family, 0.56F, Amid::anything,
     "lost|buried|outlived|lose @own|both|all|three|two ?of|@own ?@own|three|two|only @kin"},
    {Class::family, 0.5F, Amid::people, "never married"},
    {Class::family, 0.5F, Amid::people, "no relatives|kin|siblings ?at|left|here|in|nearby"},
    {Class::family, 0.5F, Amid::people, "no family at|left|here|nearby|locally"},
    {Class::family, 0.5F, Amid::people, "no family in the|this @any"},
    {Class::family, 0.5F, Amid::people, "expecting again|twins|triplets"},
    {Class::family, 0.52F, Amid::people,
     "expecting a|her|another|their ?first|second|third|fourth|fifth baby|child|boy|girl|one"},
    {Class::family, 0.52F, Amid::people,
     "pregnant again|with|by ?a|her|his|twins|number ?second|third|fourth|fifth|sixth"},
    {Class::family, 0.52F, Amid::people,
     "custody|guardianship|residency of @own|her|him|both|two|three|all|the|them ?baby|two|@count ?@child"},
    {Class::family, 0.5F, Amid::people, "remarried"},
    {Class::family, 0.54F, Amid::anything,
     "has|have|with|raising|raises|got @count|three|two ?kids|children under ?the ?age ?of "
     "@count|one|two|five|four|six"},
    {Class::family, 0.5F, Amid::anything, "@count under two|three|four|five|six|seven|ten"},
    {Class::family, 0.5F, Amid::people, "all|both @count ?of ?the|@own ?older|younger @child|@kin|cousins"},
    {Class::family, 0.5F, Amid::people, "had her|him|them at|when|aged"},
    {Class::family, 0.5F, Amid::people, "foster to adopt"},
    {Class::family, 0.54F, Amid::anything,
     "@kin is|s|was|being ?back|still|now|both in|on prison|jail|custody|rehab|remand|bail|hospice"},
    {Class::family, 0.54F, Amid::anything,
     "@kin is|s|was ?back|still|both inside|dying|dead|remarried|estranged|incarcerated"},
    {Class::family, 0.52F, Amid::anything, "@kin died|remarried|miscarried|relapsed|overdosed"},
    {Class::family, 0.5F, Amid::anything, "@kin left ?home|him|her|them|when|at|last|in|for|after"},
    {Class::family, 0.52F, Amid::anything, "@kin moved|moving ?back in"},
    {Class::family, 0.52F, Amid::anything,
     "@kin raises|raising|has|have|had @count ?of ?them|@own|kids|children|boys|girls"},
    {Class::family, 0.52F, Amid::anything, "only son|daughter|grandson|granddaughter|grandchild|boy|girl ?of"},
    {Class::family, 0.52F, Amid::people,
     "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth placement|foster|removal|adoption|child|baby|carers "
     "?home|placement|baby"},
    {Class::family, 0.52F, Amid::anything,
     "@count foster|adoptive|failed|broken ?foster placements|homes|families|carers"},
    // What somebody's relative does for a living
    {Class::occupation, 0.58F, Amid::people,
     "in|joined|joining|left the ?prison|fire|merchant|royal|ambulance|police|coast|national|foreign "
     "army|navy|raf|police|service|marines|gurkhas|guards|forces|military|clergy|force|coastguard|paras|guard|legion|"
     "brigade"},
    {Class::occupation, 0.56F, Amid::people,
     "on the ?parish|town|county|city|school|fish|meat|deli|local|market|oil "
     "council|bins|tills|board|counter|buses|ambulances|railway|railways|doors|boats|trains|rigs|lifeboat|lifeboats|"
     "lorries|taxis|trawlers|ferries|rig|stalls|force"},
    {Class::occupation, 0.56F, Amid::people,
     "drives|drove|driving|drive ?for ?the|a ?school|delivery|long "
     "taxis|lorries|lorry|bus|buses|coach|coaches|truck|trucks|van|vans|train|trains|brewery|council|bakery|ambulance|"
     "ambulances|minibus|tractor|forklift|tram|trams|uber|cab|cabs"},
    {Class::occupation, 0.54F, Amid::people,
     "coaches|coached|captains|captained|referees|manages|umpires the|a|our|under|at|@own ?local|under ?@any"},
    {Class::occupation, 0.54F, Amid::people, "teaches|taught|preaches|lectures ?at|in ?the @any"},
    {Class::occupation, 0.56F, Amid::people, "stacks|stacking|stacked shelves"},
    {Class::occupation, 0.56F, Amid::people, "waits|waiting|waited tables"},
    {Class::occupation, 0.54F, Amid::people,
     "cleans|cleaned|sells|sold|delivers|delivered|fixes|fixed|tunes|trains|breeds|shoes|mends ?at|for|in "
     "the|a|fish|cars|post|parcels|milk|houses|offices|boats|pianos|clocks|horses|racehorses|dogs|flowers|phones "
     "?@any"},
    {Class::occupation, 0.54F, Amid::people,
     "works|worked|working|work nights|days|shifts|lates|earlies ?at|on|in|for ?the|a @any"},
    {Class::occupation, 0.55F, Amid::people, "used to be a|an|the|our @any ?@any"},
    {Class::occupation, 0.55F, Amid::people,
     "used to run|drive|own|keep|manage|teach|captain|farm|fish|play|ride|box the|a|an|our|for|in|at|this @any ?@any"},
    {Class::occupation, 0.58F, Amid::people,
     "was|been|is|s a|an|the @any ?@any all|most|for ?of @own|forty|thirty|twenty|fifty ?working "
     "life|years|days|career"},
    {Class::occupation, 0.56F, Amid::people,
     "is|s|was|being a|an|the|our ?local|village|retired|former|head|trainee|agency|senior|army|bank|night @job"},
    {Class::occupation, 0.52F, Amid::people,
     "runs|ran|owns|owned|keeps|kept|run|own the|a|an|our ?village|local|corner|only|post|fish|chip|feed "
     "shop|pub|office|chippy|bakery|cafe|takeaway|garage|farm|store|bar|salon|barbers|nursery|laundrette|launderette|"
     "restaurant|hotel|stall|rink|boat|gym|dojo|school|church|mosque|butchers|club|club|bookmakers|bookies|kennels|"
     "stables|centre|campsite|market"},
    {Class::occupation, 0.54F, Amid::people, "made redundant from|at|by the|a @any"},
    {Class::occupation, 0.54F, Amid::people, "laid off from|at|by the|a @any"},
    {Class::occupation, 0.56F, Amid::anything,
     "@kin is|s|was ?currently|still|both ?away deployed|offshore|overseas|posted|stationed|serving"},
    {Class::occupation, 0.54F, Amid::anything, "@kin a|an ?local|retired|former|hospital|school|night @job"},
    {Class::occupation, 0.54F, Amid::people,
     "was|is|s head|deputy|principal|captain|chair|manager|owner|chief of|at the|our|a ?@any "
     "?school|club|council|team"},
    {Class::occupation, 0.52F, Amid::people,
     "training|trained|trains|studying|qualified|qualifying to|as ?be|become a|an @job"},
    {Class::occupation, 0.54F, Amid::people, "gone|went|goes|back|away to sea"},
    {Class::occupation, 0.54F, Amid::people, "coming|came|comes|got out of the army|navy|forces|marines|raf|military"},
    {Class::occupation, 0.54F, Amid::people,
     "plays|played|sings|sang|drums|drummed|wrestles|swims|swam|boxes|rides "
     "?football|rugby|cricket|basketball|trumpet|guitar ?in|for|with the|a|@own ?county|country|@any "
     "band|orchestra|choir|academy|county|country|club|team|england|scotland|wales|ireland|nationals|varsity"},
    {Class::occupation, 0.56F, Amid::people,
     "was|is|s|been|being the ?lead|first|original "
     "goalie|goalkeeper|keeper|captain|drummer|singer|bassist|winger|striker|jockey|pilot|skipper "
     "in|of|for|on|at|with"},
    // What others will have heard of
    {Class::event, 0.56F, Amid::anything,
     "the|that ?little|young|old|poor|wee @human|one|ones|baby|house|lady who|that|whose|they|we ?was|were|got|had|had "
     "fell|pulled|found|drowned|climbed|collapsed|jumped|survived|escaped|rescued|shot|stabbed|hit|burned|burnt|set|"
     "crashed|walked|attacked|swam|saved|knocked|snatched|trapped|bitten|mauled|dragged|filmed|arrested|raided|"
     "evacuated|electrocuted|stole|dumped|abandoned|flooded|on|in"},
    {Class::event, 0.55F, Amid::people,
     "the ?@any @any "
     "fire|crash|wreck|collapse|explosion|siege|shooting|stabbing|disaster|drowning|blaze|derailment|landslide|rescue|"
     "sinking|evacuation|bombing|abduction|hostage"},
    {Class::event, 0.52F, Amid::people,
     "the bus|coach|car|train|ferry|boat|minibus|factory|castle|school|farm|quarry|pit|harbour|rugby|football|pool "
     "accident|incident|tragedy|raid"},
    {Class::event, 0.52F, Amid::people,
     "a|an|the fire|crash|incident|accident|explosion|shooting|stabbing|drowning|riot|siege at|on|in|outside|off the|a "
     "@any"},
    {Class::event, 0.55F, Amid::people, "went|gone|going|goes up in flames"},
    {Class::event, 0.56F, Amid::people, "pulled|rescued|dragged|fished|lifted|cut|saved out|from|off ?of ?the|a @any"},
    {Class::event, 0.52F, Amid::people,
     "fell|falling|jumped|thrown|knocked|lost off|from|out|down|overboard ?of|the|a|@own @any"},
    {Class::event, 0.54F, Amid::people,
     "found|abandoned|left|dumped in|at|on|outside a|the "
     "fire|police|lorry|bus|church|hospital|rest|car|skip|beach|station|container|toilets|services|park "
     "?station|stop|park"},
    {Class::event, 0.54F, Amid::people,
     "collapsed|arrested|attacked|stabbed|assaulted|shot|tasered at|on|outside|during the|sports|a|live @any"},
    {Class::event, 0.54F, Amid::people,
     "house|flat|roof|building|school|bridge|wall|trailer|caravan|home ?they|that|which ?had "
     "collapsed|burned|burnt|exploded|flooded|fell"},
    {Class::event, 0.56F, Amid::anything, "on|over every channel|front|station|telly"},
    {Class::event, 0.56F, Amid::anything,
     "on live|national|local|the|breakfast tv|television|telly|radio|panorama|crimewatch|bbc|itv"},
    {Class::event, 0.56F, Amid::anything,
     "in|across all|every|both|the ?the ?local|national papers|tabloids|paper|press"},
    {Class::event, 0.56F, Amid::anything,
     "made|making|makes|was|were ?on ?in|all ?over the ?evening|local|national|six|ten|regional|late "
     "news|papers|headlines|paper|tabloids|telly"},
    {Class::event, 0.54F, Amid::people,
     "the one on|in|from the|a|that news|telly|tv|podcast|papers|documentary|panorama|photo|film|programme"},
    {Class::event, 0.5F, Amid::people, "who|they called 911|999"},
    {Class::event, 0.56F, Amid::anything,
     "press|reporters|journalists|cameras|paparazzi ?are|were|was|camped at|outside the|@own "
     "gate|gates|door|house|school|court"},
    {Class::event, 0.5F, Amid::people, "missing for @count|a|over|nearly days|weeks|week|nights|night|month|months"},
};

}  // namespace kith::screen::rules
