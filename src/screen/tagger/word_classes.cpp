#include "screen/tagger/word_classes.hpp"

#include <array>
#include <string_view>

#include "screen/tagger/word_facts.hpp"

namespace kith::screen::tagger {

namespace {

struct Members {
    Family family;
    std::string_view words;
};

constexpr Members members[] = {
    {Family::title,
     "mr mrs ms miss mx dr prof professor sir lady lord dame judge justice rev reverend father sister imam rabbi "
     "cllr councillor sgt sergeant pc dc dci inspector detective officer captain mme aunty auntie aunt uncle nan nana "
     "nanny grandad granny grandma grandpa"},
    {Family::kin,
     "mum mom mam mother mummy mommy dad daddy son sons daughter daughters brother brothers sibling siblings wife "
     "husband partner boyfriend girlfriend ex fiance fiancee twin twins nephew niece cousin stepmum stepdad stepmother "
     "stepfather stepson stepdaughter grandson granddaughter grandmother grandfather gran baby bf gf hubby bro sis "
     "parents parent foster carer carers guardian"},
    {Family::client,
     "client clients patient patients resident residents tenant tenants applicant applicants claimant defendant victim "
     "witness youngster pupil student students placement referral case su yp yps lac resi individual consumer"},
    {Family::colleague,
     "manager supervisor colleague colleagues worker workers sw asw ssw tm teacher headteacher ta nurse solicitor "
     "barrister lawyer attorney therapist psychologist psychiatrist consultant gp doctor coordinator caseworker lado "
     "iro guardian advocate mentor boss director clerk secretary agent"},
    {Family::person,
     "girl girls boy boys lad lads lass child children kid kids teen teenager man men woman women lady guy person "
     "people bloke yo"},
    {Family::naming, "named called name names nickname nicknamed alias aka known surname forename initials signed"},
    {Family::saying,
     "said says say told tells asked asks rang texted phoned emailed replied wrote writes messaged reckons thinks "
     "disclosed reported stated met saw visited"},
    {Family::nearness, "in at near from to around outside towards via off onto by into of"},
    {Family::dwelling, "lives live lived living moved moving born stays staying based house flat address home street"},
    {Family::institution,
     "school schools academy college university uni nursery preschool primary secondary grammar high hospital "
     "infirmary hospice surgery clinic centre center home house lodge court prison hmp church mosque temple synagogue "
     "gurdwara refuge hostel ward unit shelter library hotel station elementary kindergarten campus"},
    {Family::company,
     "ltd limited plc inc llc corp corporation company group council borough county trust nhs foundation charity "
     "department dept ministry agency authority office service services commission committee union party club society "
     "association bank police tribunal institute board team fc united city"},
    {Family::street,
     "road street avenue ave lane close drive crescent terrace gardens grove way place square hill court row mews st "
     "rd "
     "ln boulevard blvd parkway highway apt"},
    {Family::month,
     "january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug "
     "sep sept oct nov dec"},
    {Family::weekday,
     "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun today "
     "yesterday tomorrow tonight"},
    {Family::amount,
     "one two three four five six seven eight nine ten eleven twelve hundred thousand million billion half pounds "
     "euros "
     "dollars days months years weeks hours day month year week hour eur gbp usd percent"},
    {Family::pronoun,
     "i me my mine you your u ur he him his she her hers they them their we us our it its im ive id who"},
    {Family::being,
     "is was are were be been has had have does did do isnt wasnt will would can could should must might goes went got "
     "gets wants needs came comes"},
    {Family::joining, "and with or plus n but for about re cc from"},
    {Family::article, "the a an this that these those another some any no every"},
    {Family::link, "van von der den de da di du del della la le el al bin ibn ben bint mac mc st san santa o"},
};

constexpr std::size_t table_size = 2048;  // a power of two, well above the count of words

struct Entry {
    std::uint32_t hash = 0;
    Family family = Family::none;
};

// A word that stands in two families belongs to the first.
constexpr std::array<Entry, table_size> table = [] {
    std::array<Entry, table_size> out{};
    for (auto const& [family, words] : members) {
        for (std::size_t start = 0; start < words.size();) {
            std::size_t end = words.find(' ', start);
            if (end == std::string_view::npos) end = words.size();
            auto const hash = hash_of(words.substr(start, end - start));
            std::size_t at = hash % table_size;
            while (out[at].family != Family::none && out[at].hash != hash) at = (at + 1) % table_size;
            if (out[at].family == Family::none) out[at] = {hash, family};
            start = end + 1;
        }
    }
    return out;
}();

}  // namespace

Family family_of(std::uint32_t hash) {
    for (std::size_t at = hash % table_size; table[at].family != Family::none; at = (at + 1) % table_size)
        if (table[at].hash == hash) return table[at].family;
    return Family::none;
}

}  // namespace kith::screen::tagger
