// Words that tell of a person: family, age, work, background, how somebody came to a country.
#pragma once

#include "screen/lexicon/list.hpp"

namespace kith::screen::lexicon {

inline constexpr List people[] = {
    {0, theme::kin,
     "mum mums mom moms mam mother mothers mummy mommy dad dads daddy father fathers parent parents stepdad stepmum "
     "stepfather stepmother step_dad step_mum step_father step_mother sister sisters brother brothers sibling siblings "
     "son sons daughter daughters grandma grandmother gran nan nana granny grandad grandfather grandpa granddad "
     "grandparent grandparents grandson granddaughter grandchild grandchildren aunt auntie aunty aunts uncle uncles "
     "cousin cousins niece nieces nephew nephews husband wife partner boyfriend girlfriend ex fiance fiancee spouse "
     "ex_husband ex_wife ex_partner widow widower stepson stepdaughter stepchild stepchildren foster_carer "
     "foster_carers "
     "carer carers foster_mum foster_dad birth_mum birth_mother birth_dad birth_father mil fil half_brother "
     "half_sister "
     "guardian guardians"},
    {0, theme::human,
     "boy boys girl girls lad lads lass man men woman women male female males females teenager teenagers teen teens "
     "youth youths young_person young_people yp baby babies infant infants toddler toddlers newborn child children kid "
     "kids client clients patient patients service_user service_users resident residents tenant person people family "
     "families couple pupil student adult adults lady gentleman chap bloke guy gentlemen ladies victim applicant "
     "applicants defendant complainant national nationals citizen citizens origin descent heritage background minor "
     "foster_child fc mother father mum dad daughter son sister brother parents parent community minority population "
     "speaker speakers he she they him her"},
    {0, theme::child,
     "children kids siblings brothers sisters sons daughters boys girls babies child kid sibling brother sister son "
     "daughter boy girl baby grandchildren bairns weans stepchildren lads"},
    {0, theme::family,
     "identical_triplets lesbian_couple gay_couple gay_parents lesbian_parents lesbian_mums gay_dads gay_dad "
     "lesbian_mum two_wives "
     "first_cousins married_cousins sperm_donor egg_donor twin twins triplets triplet quadruplets quads adopted "
     "adoptive adoptee fostered orphan orphaned widowed widow "
     "widower "
     "only_child same_sex single_mum single_mom single_mother single_dad single_father single_parent lone_parent "
     "half_brother half_sister half_siblings half_sibling stepchild step_siblings teen_mum teenage_mum teen_mom "
     "teenage_mother surrogate surrogacy ivf two_mums two_moms two_dads two_mothers two_fathers kinship_care "
     "kinship_carer kinship_carers special_guardianship special_guardian unaccompanied_minor unaccompanied_child "
     "polygamous cousins_marriage consanguineous estranged identical_twin identical_twins conjoined_twins "
     "arranged_marriage forced_marriage young_carer young_carers care_leaver care_experienced blended_family "
     "great_grandmother great_grandfather donor_conceived"},
    {0, theme::whole_family, "eldest oldest youngest middle mother father mum dad mom parents family parent household"},
    {0, theme::be,
     "is was are were be been am being 's became becomes become remains had has have having having turned turns "
     "turning "
     "turn becoming born"},
    {0, theme::speak,
     "speak speaks speaking spoke spoken interpreter interpreters translator language languages fluent tongue "
     "bilingual "
     "translated translation signs dialect esl eal"},
    {0, theme::work,
     "work works worked working job employed employment profession occupation career trained retired qualified "
     "former ex practises practised practising serving appointed serves served"},
    {0, theme::suffer,
     "diagnosed diagnosis diagnoses suffers suffering suffered suffer has have had having with living condition "
     "symptoms treatment treated medication medicated disorder syndrome disease illness hiv_positive born rare severe "
     "terminal chronic acute undiagnosed suspected assessed waiting"},
    {0, theme::occupation,
     "accountant actor actress architect artist baker barber barrister bookkeeper bricklayer builder bus_driver "
     "lorry_driver taxi_driver train_driver truck_driver tram_driver butcher carpenter caretaker chef clergyman "
     "cleaner coach_driver cook councillor dentist designer detective diplomat doctor electrician engineer "
     "estate_agent "
     "farmer firefighter fireman fisherman footballer gardener gp hairdresser headteacher head_teacher headmaster "
     "headmistress imam jeweller journalist judge lawyer lecturer librarian lifeguard locksmith magistrate mayor "
     "mechanic "
     "midwife miner minister model musician nurse optician optometrist paediatrician paramedic pastor pharmacist "
     "photographer physicist physiotherapist pilot plasterer plumber police_officer policeman policewoman politician "
     "postman postwoman priest prison_officer probation_officer professor programmer prosecutor psychiatrist "
     "psychologist publican rabbi radiographer receptionist reporter sailor salesman saleswoman scientist secretary "
     "security_guard sheriff shop_assistant shopkeeper singer soldier solicitor surgeon surveyor tailor "
     "teacher teaching_assistant trader tiler translator undertaker vet veterinarian vicar waiter waitress welder "
     "writer "
     "youth_worker dj dancer editor economist mp ambassador businessman businesswoman entrepreneur civil_servant "
     "construction_worker factory_worker care_worker childminder dinner_lady lollipop_lady bank_manager banker barista "
     "bartender bishop blacksmith boxer broadcaster cabinet_maker cashier chauffeur chemist chiropractor coastguard "
     "coach "
     "comedian composer dairy_farmer delivery_driver deputy_head director drug_dealer florist forester "
     "funeral_director "
     "gamekeeper geologist glazier goldsmith groundsman historian housekeeper interpreter jockey joiner "
     "laboratory_technician "
     "landscaper machinist mathematician merchant nun novelist nanny optometry painter plumbing poet porter potter "
     "referee "
     "researcher roofer scaffolder sculptor seaman seamstress shepherd software_developer software_engineer sportsman "
     "statistician steward stockbroker student supervisor tattooist technician trucker tutor umpire upholsterer "
     "watchmaker "
     "warehouse_worker window_cleaner army_officer army_sergeant army_captain marine naval_officer raf_officer veteran "
     "police_inspector police_sergeant detective_inspector chief_constable head_of_year sex_worker prostitute notary "
     "bailiff advocate clerk publisher academic activist"},
    {0, theme::occupation,
     "copper policeman bobby postie bin_man binman dustman milkman lollipop_man dinner_ladies headmaster "
     "deputy_headteacher "
     "vicar curate minister_of_religion imam publican pub_landlord landlady shop_owner takeaway_owner restaurant_owner "
     "chip_shop_owner childminder foster_carer health_visitor district_nurse ward_sister matron consultant "
     "social_worker "
     "school_governor school_secretary school_nurse school_caretaker football_coach football_manager footballer "
     "cricketer "
     "rugby_player jockey boxer wrestler bouncer doorman taxi_driver minicab_driver cabbie hgv_driver van_driver "
     "ambulance_driver crane_driver forklift_driver train_guard pilot cabin_crew flight_attendant air_steward "
     "trawlerman "
     "lobsterman gamekeeper gillie crofter dairy_farmer sheep_farmer hill_farmer pig_farmer trapper lumberjack logger "
     "miner "
     "oil_rig_worker roughneck rigger diver lighthouse_keeper coastguard lifeboatman lifeboat_volunteer town_crier "
     "undertaker gravedigger organist bell_ringer circus_performer magician stripper escort cam_girl influencer "
     "youtuber "
     "tiktoker blogger radio_presenter tv_presenter weatherman weather_presenter newsreader soap_actor "
     "local_councillor "
     "county_councillor parish_councillor lord_mayor high_sheriff state_trooper deputy_sheriff sheriff_s_deputy "
     "game_warden park_ranger forest_ranger school_principal superintendent school_bus_driver crossing_guard "
     "correctional_officer parole_officer da public_defender tribal_elder chief rancher cowboy trucker longshoreman "
     "squaddie paratrooper raf_pilot submariner gurkha army_chaplain police_sergeant pcso traffic_warden magistrate "
     "coroner crown_prosecutor mechanic tattoo_artist nail_technician hairdresser beautician dog_groomer dog_breeder"},
    {0, theme::rank, "lieutenant colonel captain sergeant major corporal admiral brigadier squadron_leader commander"},
    {0, theme::ethnicity,
     "african afrikaner african_american african_caribbean afro_caribbean arab arabs arabic armenian armenians asian "
     "asians bame bangladeshi berber bengali black_african black_british black_caribbean british_asian british_indian "
     "british_pakistani caribbean chechen chechens dual_heritage mixed_heritage mixed_race biracial white_british "
     "white_irish white_european eastern_european east_asian south_asian southeast_asian gypsy gypsies traveller "
     "irish_traveller irish_travellers hispanic indigenous inuit aboriginal aborigine kurd kurdish kurds latina latino "
     "latinx latvian maori native_american first_nations pacific_islander pashtun punjabi roma romani romany sami sikh "
     "sinhalese sorani swahili tamil tamils tatar tibetan tigrinya tigrayan oromo uyghur yazidi yoruba igbo hausa zulu "
     "xhosa berbers hazara cherokee navajo sioux lakota apache ethnicity ethnic jewish jew jews"},
    {0, theme::language,
     "arabic bengali sylheti cantonese mandarin hindi urdu punjabi gujarati pashto dari farsi tagalog tamil telugu "
     "malayalam sinhala tigrinya amharic swahili yoruba igbo hausa twi shona lingala wolof kurmanji sorani romani "
     "kurdish somali nepali thai vietnamese polish romanian albanian russian ukrainian bulgarian hungarian lithuanian "
     "latvian slovak czech portuguese spanish french italian german greek turkish hebrew yiddish welsh gaelic bsl asl "
     "makaton british_sign_language sign_language american_sign_language creole patois haitian_creole quechua nahuatl "
     "mixtec hmong khmer lao burmese karen mongolian georgian armenian azeri uzbek kazakh tatar flemish dutch danish "
     "swedish norwegian finnish icelandic estonian maltese catalan basque serbian croatian bosnian macedonian "
     "slovenian "
     "japanese korean malay indonesian javanese"},
    // Of states; with a capital where the word is also another.
    {0, theme::ethnicity,
     "afghan albanian algerian american angolan argentine argentinian australian austrian azerbaijani azeri bahraini "
     "barbadian belarusian belgian bolivian bosnian botswanan brazilian british bulgarian burmese burundian cambodian "
     "cameroonian canadian chadian chilean chinese colombian congolese croatian croat cuban cypriot czech dane danish "
     "dominican dutch ecuadorian egyptian english eritrean estonian ethiopian fijian filipino filipina finn finnish "
     "french "
     "gambian georgian german ghanaian greek greek_cypriot turkish_cypriot grenadian guatemalan guinean guyanese "
     "haitian "
     "honduran hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese "
     "jordanian kazakh kenyan korean kosovan kosovar kuwaiti kyrgyz laotian latvian lebanese liberian libyan "
     "lithuanian "
     "macedonian malagasy malawian malaysian maltese mauritian mexican moldovan mongolian montenegrin moroccan "
     "mozambican namibian nepalese nepali nicaraguan nigerian northern_irish norwegian omani pakistani palestinian "
     "panamanian paraguayan peruvian pole portuguese puerto_rican qatari romanian russian rwandan salvadoran saudi "
     "scottish scot senegalese serbian serb sierra_leonean singaporean slovak slovakian slovene slovenian somali "
     "south_african spaniard spanish sri_lankan sudanese south_sudanese surinamese swede swedish swiss syrian "
     "taiwanese "
     "tajik tanzanian thai togolese tongan trinidadian tunisian turk turkish turkmen ugandan ukrainian uruguayan uzbek "
     "venezuelan vietnamese welsh yemeni zambian zimbabwean turks russians ukrainians romanians bulgarians germans "
     "greeks italians poles czechs serbs croats austrians syrians afghans iraqis iranians somalis eritreans"},
    {0, theme::ethnicity | theme::doubtful, "polish pole poles dane scot swede finn turk turks georgian english"},
    {0, theme::colour, "black white brown asian mixed"},
    {0, theme::country,
     "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus belgium "
     "bosnia "
     "brazil bulgaria cameroon canada chile china colombia congo croatia cuba cyprus denmark egypt england eritrea "
     "estonia "
     "ethiopia finland france gambia germany ghana greece hungary iceland india indonesia iran iraq ireland israel "
     "italy "
     "jamaica japan jordan kazakhstan kenya kosovo kurdistan kuwait latvia lebanon libya lithuania malaysia mali malta "
     "mexico moldova mongolia morocco nepal netherlands nigeria norway pakistan palestine peru philippines poland "
     "portugal "
     "romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland "
     "syria taiwan tanzania thailand tunisia turkey uganda ukraine usa vietnam wales yemen zambia zimbabwe"},
    {0, theme::religion,
     "muslim muslims islam islamic christian christians christianity catholic catholics catholicism protestant "
     "protestants anglican methodist baptist pentecostal evangelical quaker mormon mormons amish mennonite jehovah_s "
     "jehovah_witness jehovah_s_witness jehovah_s_witnesses jehovahs_witness jehovahs_witnesses orthodox hindu hindus "
     "hinduism sikh sikhs sikhism "
     "buddhist buddhists buddhism jewish jew jews judaism hasidic haredi charedi orthodox_jewish sunni shia shiite "
     "ahmadi ahmadiyya sufi alevi alevis druze yazidi rastafarian pagan wiccan scientologist atheist baha_i bahai "
     "zoroastrian jain taoist exclusive_brethren plymouth_brethren seventh_day_adventist adventist salafi hijab niqab "
     "burqa kippah turban bar_mitzvah bat_mitzvah scientology ultra_orthodox born_again unification_church"},
    {0, theme::immigration,
     "asylum asylum_seeker asylum_seekers asylum_seeking refugee refugees undocumented overstayer overstayed migrant "
     "migrants immigrant immigrants uasc nrpf no_recourse leave_to_remain indefinite_leave ilr euss settled_status "
     "pre_settled pre_settled_status deported deportation illegal_immigrant trafficked trafficking smuggled "
     "stateless green_card daca dreamer u_visa t_visa s_nrpf visa_overstayer spousal_visa student_visa work_visa "
     "came_over_on came_by_boat came_on_a_boat back_of_a_lorry no_papers without_papers visa_expired visa_ran_out "
     "asylum_hotel "
     "migrant_hotel border_patrol detained_by_ice ice_raid ice_detention deportation removal_directions care_visa "
     "skilled_worker_visa sponsorship_visa settlement_scheme eu_settlement right_to_remain section_95 "
     "home_office_decision "
     "citizenship_test dispersal_accommodation home_office_hotel naturalised naturalized resettled resettlement "
     "small_boat dinghy "
     "age_disputed age_assessment unaccompanied human_trafficking nrm modern_slavery emigrated immigrated fled"},
    {0, theme::event,
     "stabbing stabbed murder murdered murders manslaughter homicide shooting shot_dead house_fire arson arson_attack "
     "drowned drowning car_crash car_accident hit_and_run plane_crash train_crash overdosed beheaded kidnapped "
     "kidnapping abducted abduction hostage riot riots bombing bomb explosion terrorist_attack found_dead "
     "went_missing hit_by_a_train hit_by_a_bus hit_by_a_lorry hit_by_a_car knocked_down run_over fell_off_a shot_by "
     "burned_down burnt_down burned_to burnt_to hanged_himself hanged_herself killed_himself killed_herself "
     "took_his_own took_her_own was_shot were_shot got_shot shot_outside set_fire set_alight pulled_from_the "
     "jumped_off jumped_from threw_himself threw_herself documentary vigil manhunt missing_appeal high_profile "
     "highly_publicised well_publicised on_bbc on_the_bbc bbc_news "
     "bbc_documentary daily_mail on_itv in_the_echo in_the_gazette in_the_mail in_the_sun in_the_mirror in_the_herald "
     "in_the_times in_the_argus in_the_star in_the_post in_the_chronicle everyone_knows_about famous_case "
     "stabbed_to_death killed_by killed_in all_over_the_news all_over_the_papers all_over_facebook in_the_local_paper "
     "made_the_papers made_the_front_page made_national_news on_the_front_page press_coverage news_coverage "
     "went_viral gone_viral police_raid armed_siege siege evacuated minibus_crash coach_crash motorbike_crash "
     "train_derailment "
     "dog_mauling dog_bite dangerous_dog drug_bust county_lines_raid serious_case_review "
     "child_safeguarding_practice_review domestic_homicide_review dhr inquest "
     "public_inquiry honour_killing acid_attack gang_rape serial_killer murder_suicide mass_shooting school_shooting "
     "landslide flood floods earthquake hurricane tornado grenfell lottery_win won_the_lottery x_factor love_island "
     "made_headlines made_the_news in_the_news on_the_news in_the_papers in_the_paper local_paper local_news "
     "local_papers "
     "front_page newspaper newspapers media_coverage on_tv on_telly went_viral crimewatch murder_trial fatal_accident "
     "gas_explosion dog_attack mauled paralympian olympian olympics death_row shaken_baby jumped_from fell_from "
     "carbon_monoxide electrocuted struck_by_lightning convicted_of_murder national_news"},
    {0, theme::common_event,
     "trial fire crash accident assault assaulted attack attacked raped rape arrest arrested funeral suicide overdose "
     "died death eviction evicted removal removed sectioned sentenced convicted conviction imprisoned jailed "
     "collapse missing injured burned burnt sexually_assaulted miscarriage stillborn stillbirth cot_death sids"},
    {0, theme::news,
     "front_page headline reporters journalists news papers newspaper tv telly headlines media viral press facebook "
     "local_facebook"},
    {0, theme::only, "only"},
    {0, theme::job_verb,
     "run own drive teach manage farm work cleans keeps runs owns drives manages teaches coaches preaches farms fishes "
     "sells ran owned drove taught works worked plays "
     "played serving conducts leads heads"},
    {0, theme::stage,
     "reception kindergartner kindergartener preschooler toddler_group freshman sophomore pre_k prek sixth_former "
     "sixth_form year_sevens first_grader"},
    {0, theme::part_of_decade, "early mid late"},
    {0, theme::season, "spring summer autumn winter fall"},
    {0, theme::holiday,
     "christmas xmas easter eid ramadan diwali hanukkah halloween thanksgiving new_year_s_eve new_year_s_day new_year "
     "boxing_day bonfire_night mother_s_day father_s_day valentine_s_day bank_holiday half_term passover yom_kippur "
     "good_friday whitsun lent advent hogmanay nowruz"},
    {0, theme::near_day, "today yesterday tomorrow tonight yesterdays"},
    {0, theme::relative_time, "last next this past coming previous following"},
    {0, theme::team,
     "team teams caseload caseloads supervisee supervisees duty_team hub locality colleague colleagues manager office "
     "service"},
    {0, theme::team | theme::human, "my_client my_clients our_client our_clients"},
};

}  // namespace kith::screen::lexicon
