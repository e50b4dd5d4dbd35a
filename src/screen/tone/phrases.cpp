// Turns of phrase that hurt. In a phrase: a|b is one of these words, P somebody other than the writer in up to four
// words ("that little lad", "him"), * up to three words of any kind, $ the end of a clause, ^ in front the beginning of
// one.
#include <algorithm>
#include <string_view>
#include <utility>

#include "screen/jigsaw/plain_words.hpp"
#include "screen/tone/words.hpp"

namespace kith::screen::tone {

namespace {

struct Written {
    Manner manner;
    std::uint8_t weight;
    std::string_view phrase;
};

constexpr auto contempt = Manner::contempt, insult = Manner::insult, dehuman = Manner::dehuman, threat = Manner::threat,
               harassment = Manner::harassment, pester = Manner::pester;

constexpr Written written[] = {
    // Of somebody's mind, looks and way of life
    {contempt, 0, "thick as"},
    {contempt, 0, "two short planks"},
    {contempt, 0, "waste|wastes of space|skin"},
    {contempt, 0, "not the sharpest|brightest"},
    {contempt, 0, "isnt|aint exactly bright|einstein|clever"},
    {contempt, 0, "sandwich|sandwiches short of"},
    {contempt, 0, "chocolate|inflatable teapot|fireguard|dartboard"},
    {contempt, 0, "iq|brain|brains of a"},
    {contempt, 0, "brain cell|cells"},
    {contempt, 0, "none of the brains"},
    {contempt, 0, "lights are on but"},
    {contempt, 0, "too stupid|thick|lazy|dumb|dim to"},
    {contempt, 0, "face like a|the slapped|smacked|bulldog|dropped|bag|arse|bucket|back"},
    {contempt, 0, "only a mother could love"},
    {contempt, 0,
     "dresses|dressed|looks|smells|stinks like a|shit|some tramp|tramp|slut|slapper|pig|prostitute|hooker"},
    {contempt, 0, "stinks|stunk|reeks|reeked to high heaven"},
    {contempt, 0, "pigs live better"},
    {contempt, 0, "live|lives|living like pigs|animals"},
    {contempt, 0, "seen the state of P|that|his|her"},
    {contempt, 0, "shouldnt be allowed to|a|near have|breed|hamster|goldfish|kids|children|dog|pet"},
    {contempt, 0, "shouldnt have|be kids|children|parents"},
    {contempt, 0, "should never have had|been kids|children|parents|allowed"},
    {contempt, 0, "cant|couldnt safeguard|parent|raise|look * hamster|goldfish|plant|cat|houseplant"},
    {contempt, 0, "up the duff"},
    {contempt, 0, "popping|pops|churning|knocking * kids|babies|another out|one"},
    {contempt, 0, "popping|pops|churning|churns|knocking out|them kids|babies|another|out"},
    {contempt, 0, "kids|babies by|with|and|to three|four|five|six|different|four dads|fathers|men"},
    {contempt, 0, "only|just * kids|baby|pregnant|another|them for the benefits|benefit|money|house|flat"},
    {contempt, 0, "in it for the money"},
    {contempt, 0, "fosters|fostering|foster for the money"},
    {contempt, 0, "bad blood"},
    {contempt, 0, "what do|did you expect $"},
    {contempt, 0, "what do|did you expect from P|that|a|someone"},
    {contempt, 0, "apple doesnt|never fall|falls far"},
    {contempt, 0, "like mother like daughter"},
    {contempt, 0, "like father like son"},
    {contempt, 0, "typical of|for that|this|these|them|her|him|a estate|family|lot|people|parents|$|mum|dad|client"},
    {contempt, 0,
     "play|playing|plays|played the race|mental|disability|autism|gender|trauma|poverty|abuse|adhd|disabled|sympathy "
     "card|health"},
    {contempt, 0, "crocodile tears"},
    {contempt, 0, "sob story|stories"},
    {contempt, 0, "drama queen|llama"},
    {contempt, 0, "give her|him|them an oscar"},
    {contempt, 0, "attention seeking $"},
    {contempt, 0, "just|only attention seeking"},
    {contempt, 0, "you|she|he|they made your|her|his|their bed"},
    {contempt, 0, "no|zero sympathy for P"},
    {contempt, 0, "no|zero sympathy left"},
    {contempt, 0, "grow a pair|spine|backbone"},
    {contempt, 0, "man up"},
    {contempt, 0, "lost cause"},
    {contempt, 0, "hopeless|basket|head|mental|nut case"},
    {contempt, 0, "no hoper|hopers"},
    {contempt, 0, "frequent flyer|flier|flyers"},
    {contempt, 0, "never|not amount to anything|much"},
    {contempt, 0, "going to amount to anything|much|nothing"},
    {contempt, 0, "never done|worked a days|day|stroke"},
    {contempt, 0, "white|trailer|gutter|council trash|rat|rats"},
    {contempt, 0, "welfare|benefit|benefits|dole queen|queens|scrounger|scroungers|cheat|bum|bums"},
    {contempt, 0,
     "druggies|junkies|addicts|travellers|gypsies|clients|parents * will|are say|all|liars anything|liars|the"},
    {contempt, 0, "theyre all the same|at"},
    {contempt, 0, "theyre|are all liars|thieves|thick|scum|lazy|feral"},
    {contempt, 0, "all the same * entitled|lazy|feral|liars|lie|thieves"},
    {contempt, 0, "cant polish a turd"},
    {contempt, 0, "lipstick on a pig"},
    {contempt, 0, "least gifted|intelligent"},
    {contempt, 0, "cant|couldnt even spell|read|wash|wipe"},
    {contempt, 0, "caseload|client|parent bingo"},
    {contempt, 0, "do|does|did * impression of P"},
    {contempt, 0, "teeth three|four|five|two|no kids"},
    {contempt, 0, "bigger|better tellies|telly|tv|phone|car than me"},
    {contempt, 0, "makes you wonder why we bother"},
    {contempt, 0, "had it coming"},
    {contempt, 0, "asking|asked for it $"},
    {contempt, 0, "all|entirely|only her|his|their own fault"},
    {contempt, 0, "brought it on|all herself|himself|themselves|on"},
    {contempt, 0, "serves|serve her|him|them|you right"},
    {contempt, 0, "deserves|deserve everything|all|what she|he|they gets|get|got"},
    {contempt, 0, "gets|get what|everything he|she|they|hes|shes deserve|deserves|coming"},
    {contempt, 0, "cant be doing with her|his|their whining|moaning|drama|nonsense"},
    {contempt, 0, "cant|couldnt stand her|his|their|P whining|moaning|face|voice"},
    {contempt, 0, "sick of her|his|their|P whining|moaning|bleating|snivelling|whinging|lies|drama"},
    {contempt, 0, "lies|lied|lying through her|his|their teeth"},
    // Of colleagues and members
    {contempt, 0, "couldnt|cant spot|organise|run|find|assess|manage|see * if it|you"},
    {contempt, 0, "because of who|whoever * sleeps|sleeping|shags|shagging|slept"},
    {contempt, 0, "slept|sleeping|shagged|shagging her|his|their way"},
    {contempt, 0, "diversity|token hire|appointment|tick"},
    {contempt, 0, "good riddance"},
    {contempt, 0, "jumped up"},
    {contempt, 0, "youre|you|shes|hes in the wrong job|profession"},
    {contempt, 0, "you even train|trained|qualified|read|know"},
    {contempt, 0,
     "what a stupid|dumb|ridiculous|idiotic|pathetic|thick|moronic|daft thing|question|post|comment|answer|reply to|$"},
    {contempt, 0,
     "dumbest|stupidest|thickest|daftest|worst thing|advice|post|comment|question|answer|person * "
     "ive|here|read|seen|heard|met"},
    {contempt, 0, "your * laughable|pathetic|rubbish|garbage|worthless|ignorant $"},
    {contempt, 0, "embarrassing yourself|yourselves"},
    {contempt, 0, "nobody|noone asked you|$"},
    {contempt, 0, "nobody|noone ever asks you"},
    {contempt, 0, "nobody|noone cares what you"},
    {contempt, 0, "nobody|noone|everyone|everybody likes|wants|hates you|her|him"},
    {contempt, 0, "everyones|everyone|everybody * laughing at|sick of you|her|him"},
    {contempt, 0, "ok|okay boomer"},
    {contempt, 0, "out of crayons"},
    {contempt, 0, "ivory tower"},
    {contempt, 0, "leave the thinking|law|work|grown to"},
    {contempt, 0, "leave it to the grown|adults|professionals"},
    {contempt, 0, "stick to making|filing|photocopying|the|buses tea|and|filing"},
    {contempt, 0, "give it a rest"},
    {contempt, 0, "get over yourself|yourselves"},
    {contempt, 0, "get a life"},
    {contempt, 0, "back when youve done|read|qualified|grown|had"},
    {contempt, 0, "us|everyone a favour and quit|leave|resign|retire"},
    {contempt, 0, "needs retiring|sacking|binning"},
    {contempt, 0, "shame on you|them|the lot|$|all"},
    {contempt, 0, "ashamed of yourself|yourselves"},
    {contempt, 0, "holier than thou"},
    {contempt, 0, "bored housewife|housewives"},
    {contempt, 0, "sell her|his|their own|nan|gran|mother|grandmother|soul"},
    {contempt, 0, "arse|nose up|in the|her|his managers|bosss"},
    {insult, 0, "piece|sack|bag|lump|pieces of shit|crap|filth"},
    {insult, 0, "disgusting|pathetic|sorry|poor excuse for|of"},
    {insult, 0, "people like you are"},
    {insult, 0, "shut up you"},
    {insult, 0, "^ shut up"},
    {insult, 0, "shut your|the face|mouth|trap|fuck|hell|gob"},
    {insult, 0, "fuck|piss|sod|bugger|eff off you|then"},
    {insult, 0, "go fuck|screw yourself|yourselves"},
    {insult, 0, "^ screw|fuck you $|all|and"},
    {insult, 0, "^ i hate you|her $|so|all|and"},
    {insult, 0, "wants|needs|want|need|deserves|deserve a good slap|hiding|kicking|smack|belt|punch|beating"},
    {insult, 0, "wants|needs|want|need|deserves|deserve a slap|hiding|kicking|smack|punch|beating $"},
    {insult, 0, "cry to your|mummy"},
    // Less than people
    {dehuman, 0,
     "should|shouldve|ought|needs|need|wants|want|must * "
     "sterilised|sterilized|sterilising|neutered|neutering|spayed|castrated|gassed|hanged|drowned|culled"},
    {dehuman, 0, "sterilise|sterilize|castrate|neuter P"},
    {dehuman, 0, "wants|needs|want|need|wanted putting down"},
    {dehuman, 0, "breed|breeding|breeds like"},
    {dehuman, 0, "waste|wastes of oxygen|air|breath|dna|sperm|organs"},
    {dehuman, 0, "oxygen thief|thieves"},
    {dehuman, 0, "piss on P if"},
    {dehuman, 0, "born evil|bad"},
    {dehuman, 0, "finish the job next|properly"},
    {dehuman, 0, "world|kids would be better off|place without"},
    {dehuman, 0, "no great|big loss"},
    {dehuman, 0, "no loss $"},
    {dehuman, 0, "throw away the key"},
    {dehuman, 0, "should never have been born"},
    {dehuman, 0, "go and die"},
    {dehuman, 0, "go die"},
    {dehuman, 0, "send|ship|deport them|em all|back|home"},
    {dehuman, 0, "hope P rot|rots|choke|chokes|burn|burns|overdose|overdoses|hangs|drowns|bleeds|ods"},
    {dehuman, 0, "hope P die|dies $|slowly|alone|soon|painfully"},
    {dehuman, 0, "hope someone|somebody does|hurts|beats|kills|rapes|batters|hits to|P"},
    {dehuman, 0, "gets|get whats|what|everything * deserves|coming inside"},
    {dehuman, 0, "^ wish P was|were|had|would dead|died|die"},
    {dehuman, 0, "deserve|deserves|deserved to die|rot|suffer"},
    {dehuman, 0, "kill yourself|yourselves"},
    {dehuman, 0, "kys"},
    {dehuman, 0, "send|ship the lot of them|em|P back|home"},
    {dehuman, 0, "back to your|their own country"},
    {dehuman, 0, "back where you|they came from"},
    {dehuman, 0, "call ice on P"},
    {dehuman, 0, "string P up"},
    {dehuman, 0, "no wonder P|his|her * battered|hit|hits|beat|beats|raped P"},
    // Threats
    {threat, 0,
     "ill|gonna "
     "kill|hurt|batter|smack|slap|punch|deck|smash|knife|stab|kick|hit|strangle|throttle|destroy|ruin|humiliate P"},
    {threat, 0, "i will kill|hurt|batter|smack|slap|punch|deck|stab|kick|hit|strangle|destroy|ruin|humiliate|bury P"},
    {threat, 0,
     "im going to kill|hurt|batter|smack|slap|punch|deck|stab|kick|hit|strangle|destroy|ruin|humiliate|bury P"},
    {threat, 0, "ill bury|finish|end P $"},
    {threat, 0, "break|smash|kick|bash|knock his|her|your|their legs|face|teeth|head|neck|jaw|arms|door"},
    {threat, 0, "make your|her|his|their life hell|a|misery"},
    {threat, 0, "ill have your|her|his|their registration|job|licence|license|badge|kids"},
    {threat, 0, "make sure P never sees|works"},
    {threat, 0, "i know where you|he|she park|parks|drink|drinks"},
    {threat, 0, "i know where you live"},
    {threat, 0, "watch your back $"},
    {threat, 0, "youll|shell|hell|theyll regret|pay this|that|it|for"},
    {threat, 0, "youll be sorry"},
    {threat, 0, "youd|you better hope|pray|run|watch"},
    {threat, 0, "or else $"},
    {threat, 0, "see what happens to you|yours|him|her"},
    {threat, 0, "till|until|wait|when i get P on|alone"},
    {threat, 0, "ill lose the|her|his|their paperwork|file|forms|referral"},
    {threat, 0, "put his|her|your|their windows through|in"},
    {threat, 0, "someone|somebody should|needs hit|slap|smack|kick|punch|batter|hurt|deck P"},
    {threat, 0, "someone|somebody ought|needs to hit|slap|smack|kick|punch|batter|hurt|deck P"},
    {threat, 0, "screenshots|screenshot * your director|manager|boss|employer|regulator"},
    {threat, 0, "im outside your house|office|gym|home|work|door|window"},
    // Driving others against somebody, following them
    {harassment, 0, "let P know what you think"},
    {harassment, 0, "let P know weve"},
    {harassment, 0, "message|ring|report|email P all of|every you|day"},
    {harassment, 0, "everyone|everybody|all ask|message P why"},
    {harassment, 0, "nobody|noone talk|speak|reply|talks|speaks to P"},
    {harassment, 0, "give P one star"},
    {harassment, 0, "heres what P looks"},
    {harassment, 0, "keep asking|messaging|calling|ringing|emailing * until|till P"},
    {harassment, 0, "ring|call|message it|you every hour|day|night|ten|five"},
    {harassment, 0, "looked P up * facebook|boyfriend|husband|address|lives|house|kids|dog"},
    {harassment, 0, "you looked|look good|hot|sexy|fit in that"},
    {harassment, 0, "i know youre single|alone"},
    // Pressing for an answer
    {pester, 2, "answer me"},
    {pester, 2, "answer my messages|texts|calls|question|questions"},
    {pester, 1, "answer the question"},
    {pester, 1, "answer it"},
    {pester, 1, "answer $"},
    {pester, 1, "reply $"},
    {pester, 2, "answer|reply|respond now|immediately|already"},
    {pester, 2,
     "why|how|come arent|are|havent|is|has|do|isnt|wont|does you|nobody|noone|anyone|everyone|people|none * "
     "answering|replying|answered|replied|responding|responded|ignoring|avoiding|answer|reply|picking"},
    {pester, 2, "stop ignoring|avoiding me|us|my|this"},
    {pester, 2, "dont ignore me|this|my|us"},
    {pester, 2, "third|fourth|fifth|sixth|tenth|last time of asking"},
    {pester, 2, "for the third|fourth|fifth|tenth|last|hundredth time"},
    {pester, 2, "asked|messaged|rung|rang|emailed|texted you|everyone|here|P * times|time"},
    {pester, 1,
     "asked|messaged|rung|rang|called|emailed * three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen times"},
    {pester, 1, "how many times"},
    {pester, 2, "can|could see * youre|you|youve|that * online|read|seen|active|ignoring"},
    {pester, 2, "know you|youve|that * read|seen|saw it|this|my|them"},
    {pester, 2, "people|members|you have|has|ve seen|read|viewed this|it * not|nobody|no|none"},
    {pester, 2, "not one of you"},
    {pester, 2, "youve|you read|seen|have * it|this|them * reply|twice|ticks"},
    {pester, 2, "had|have|got the * decency|courtesy|manners to look|reply|answer|respond|read"},
    {pester, 1, "be bothered|arsed $|to"},
    {pester, 1, "too important|busy|grand|good to|for|$"},
    {pester, 2, "need|want|expect|demand an|a answer|reply|response|explanation now|immediately"},
    {pester, 2, "if nobody|you|noone * replies|reply|answers|answer * know|report|telling|taking exactly|you|it"},
    {pester, 2, "reply to * but not"},
    {pester, 1, "bump"},
    {pester, 1, "crickets"},
    {pester, 1, "^ noted $"},
    {pester, 1, "still waiting $"},
    {pester, 1, "ill|well wait $"},
    {pester, 2, "everyone|everybody|everybodys|everyones|were * looking|waiting at|on|for you"},
    {pester, 1, "were all waiting"},
    {pester, 1, "only you $"},
    {pester, 2, "owe|owes me|us an|a explanation|answer|reply|apology"},
    {pester, 2, "if you were|was a|any real|true|good|proper|kind|sort friend|colleague|of"},
    {pester, 1, "no excuses"},
    {pester, 1, "is what i get"},
    {pester, 1, "who my|your friends are"},
    {pester, 1, "come on people|everyone|guys|you"},
    {pester, 1, "last chance|warning"},
    {pester, 1, "do i not count|matter"},
    {pester, 1, "every single one of you"},
    {pester, 1, "some of us havent"},
    {pester, 2, "keep calling|ringing|messaging|asking|posting then|until|till"},
    {pester, 1, "hello $"},
    {pester, 1, "ignoring me|my"},
};

std::vector<Item> items_of(std::string_view phrase) {
    std::vector<Item> items;
    while (!phrase.empty()) {
        auto item = phrase.substr(0, phrase.find(' '));
        phrase.remove_prefix(std::min(item.size() + 1, phrase.size()));
        auto& made = items.emplace_back(Item{item == "P"   ? Item::What::person
                                             : item == "*" ? Item::What::gap
                                             : item == "$" ? Item::What::end
                                                           : Item::What::words,
                                             {}});
        while (made.what == Item::What::words && !item.empty()) {
            auto const word = item.substr(0, item.find('|'));
            item.remove_prefix(std::min(word.size() + 1, item.size()));
            made.words.push_back(hash_on(word));
        }
    }
    return items;
}

struct Table {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> starts;  // a first word, and its phrases' place in `phrases`
    std::vector<Phrase> phrases;                                  // by first word
};

Table make_table() {
    std::vector<std::pair<std::uint32_t, Phrase>> by_word;
    for (auto const& one : written) {
        bool const begins = one.phrase.starts_with("^ ");
        Phrase const phrase{one.manner, one.weight, begins, items_of(one.phrase.substr(begins ? 2 : 0))};
        for (auto const word : phrase.items[0].words) by_word.emplace_back(word, phrase);
    }
    std::ranges::stable_sort(by_word, {}, &std::pair<std::uint32_t, Phrase>::first);
    Table table;
    for (auto& [word, phrase] : by_word) {
        if (table.starts.empty() || table.starts.back().first != word)
            table.starts.emplace_back(word, static_cast<std::uint32_t>(table.phrases.size()));
        table.phrases.push_back(std::move(phrase));
    }
    return table;
}

}  // namespace

std::span<Phrase const> phrases_from(std::uint32_t first_word) {
    static Table const table = make_table();
    auto const found =
        std::ranges::lower_bound(table.starts, first_word, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    if (found == table.starts.end() || found->first != first_word) return {};
    auto const end = found + 1 == table.starts.end() ? table.phrases.size() : (found + 1)->second;
    return std::span{table.phrases}.subspan(found->second, end - found->second);
}

}  // namespace kith::screen::tone
