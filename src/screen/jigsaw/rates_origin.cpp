// Ethnicity, country of birth, faith, language, and how somebody came here.
//
// England and Wales: ONS, Census 2021 (ethnic group, detailed; country of birth; main language; religion),
// rounded. A country stands for the people who were born there or say that they are of it.
#include <iterator>

#include "screen/jigsaw/rates.hpp"

namespace kith::screen {

namespace {

constexpr auto O = Slot::origin;

constexpr Rates table[] = {
    {O, 0.75, "white_british english british white scottish welsh no_religion atheist american"},
    {O, 0.46, "christian christians church_going"},
    {O, 0.15, "bame global_majority minority_ethnic ethnic_minority minority_ethnic european immigrant migrant"},
    {O, 0.09, "asian south_asian catholic catholics roman_catholic hispanic latino latina eal"},
    {O, 0.065, "muslim muslims islam islamic eastern_european african_american religious"},
    {O, 0.04,
     "black african black_african black_british indian mixed_race mixed_heritage dual_heritage biracial protestant"},
    {O, 0.027, "pakistani pakistan baptist pentecostal african_heritage evangelical"},
    {O, 0.015, "hindu hindus hinduism caribbean black_caribbean polish poland urdu punjabi panjabi"},
    {O, 0.01,
     "bangladeshi bangladesh bengali sylheti sikh sikhs romanian romania irish india indians native_american "
     "american_indian mexican mexico korean_american"},
    {O, 0.006,
     "chinese china arab arabic nigerian nigeria buddhist jewish jew jews judaism portuguese portugal "
     "gujarati italian italy cantonese mandarin puerto_rican cuban"},
    {O, 0.003,
     "somali somalia filipino philippines lithuanian lithuania hong_kong hongkonger spanish spain bulgarian bulgaria "
     "jamaican "
     "jamaica ghanaian ghana zimbabwean zimbabwe ukrainian ukraine german germany french france tamil sri_lankan "
     "sri_lanka turkish turkey russian russia south_african orthodox_christian jehovahs_witness jehovahs_witnesses "
     "jehovah witness_family mormon mormons kenyan kenya greek greece brazilian brazil vietnamese_american"},
    // 0.1 to 0.2 %: Afghan 116,000, Iranian 114,000, Kurdish 92,000, Roma 101,000, Nepalese 99,000, Albanian 68,000.
    {O, 0.0017,
     "afghan afghani afghanistan iranian iran persian farsi iraqi iraq kurdish kurd kurds kurdistan roma romany "
     "romani nepalese nepali nepal gurkha albanian albania latvian latvia slovak slovakia slovakian czech hungarian "
     "hungary vietnamese vietnam thai thailand ugandan uganda cypriot pashto dari japanese japan haitian "
     "guatemalan honduran salvadoran lgbt_asylum"},
    // Gypsy or Irish Traveller 71,000; each of the others some ten thousands.
    {O, 0.001,
     "gypsy gypsies traveller travellers irish_traveller traveling_community travelling_community grt showman showmen "
     "sudanese sudan syrian syria eritrean eritrea ethiopian ethiopia tigrinya amharic egyptian egypt "
     "moroccan morocco yemeni yemen lebanese colombian colombia congolese congo drc cameroonian cameroon "
     "sierra_leonean "
     "sierra_leone gambian gambia malaysian malaysia indonesian korean mauritian trinidadian zambian malawian pagan "
     "orthodox_jewish haredi hasidic charedi amish coptic ahmadi ahmadiyya ismaili jain rastafarian rasta bahai "
     "exclusive_brethren plymouth_brethren brethren quaker seventh_day_adventist adventist scientologist"},
    {O, 0.0004,
     "palestinian palestine gaza libyan libya algerian algeria tunisian ivorian guinean senegalese malian angolan "
     "rwandan burundian burmese rohingya uyghur tibetan mongolian cambodian laotian uzbek tajik kazakh armenian "
     "georgian azerbaijani chechen belarusian moldovan kosovan kosovo bosnian croatian serbian macedonian estonian "
     "yazidi druze zoroastrian parsi mandaean hazara oromo chagossian montserratian bolivian ecuadorian peruvian "
     "venezuelan dominican fijian samoan tongan maori aboriginal inuit sami icelandic hmong"},
    // How somebody came: Home Office statistics 2022-23, rounded. Asylum seekers who get support: about 110,000.
    // Unaccompanied children in care in England: 7,300 (DfE 2023). Found to be trafficked: about 17,000 referrals a
    // year.
    {O, 0.05, "settled_status pre_settled eu_settlement immigration immigration_status"},
    {O, 0.01,
     "visa spouse_visa student_visa leave_to_remain indefinite_leave ilr dreamer daca green_card undocumented"},
    {O, 0.003,
     "refugee refugees refugee_status nrpf no_recourse no_recourse_to_public_funds overstayer overstayed deported "
     "deportation deporting detained "
     "without_papers sponsored homes_for_ukraine ukrainian_refugee"},
    {O, 0.0015,
     "asylum asylum_seeker asylum_seekers asylum_seeking seeking_asylum asylum_claim claiming_asylum refused_asylum"},
    {O, 0.0003,
     "small_boat small_boats trafficked trafficking modern_slavery nrm "
     "stateless ice_detention t_visa u_visa"},
    {O, 0.0001,
     "uasc unaccompanied unaccompanied_minor unaccompanied_asylum unaccompanied_child age_disputed age_assessment"},
};

}  // namespace

std::span<Rates const> const origin_rates{table};

}  // namespace kith::screen
