// Families, work and events.
#include <iterator>

#include "screen/jigsaw/rates.hpp"

namespace kith::screen {

namespace {

constexpr auto F = Slot::family, W = Slot::work, E = Slot::event;

constexpr Rates families[] = {
    {F, 0.6,
     "sibling siblings brother sister brothers sisters mum dad mother father parent parents child children kids son "
     "daughter family partner husband wife couple teenager baby toddler grandparents carer carers carer_role"},
    {F, 0.3,
     "half_sibling half_siblings half_brother half_sister divorced separated step_dad stepdad stepmum stepmother "
     "stepfather step_siblings step_family blended single_parent lone_parent single_mum single_mother single_mom nan "
     "grandmother grandma"},
    // Lone fathers: ONS Families and households 2022, about 1 in 7 lone parents of 2.9 million.
    {F, 0.1, "only_child eldest_of youngest_of single_dad single_father lone_father widow widowed widower estranged"},
    // Twins: about 1 in 67 births (ONS 2021: 1.4 to 1.6 %), thus 3 children in 100; of everybody about the same.
    {F, 0.03,
     "twin twins teenage_mum teen_mum teenage_mother young_mum young_mother care_leaver care_leavers care_experienced "
     "bereaved orphan orphaned outlived lost inside incarcerated pregnant_again remarried custody"},
    // Kinship: Census 2021, about 120,000 to 150,000 children. Adopted: about 3,000 a year in England. Looked after:
    // DfE 2023, 83,840 children, 71 of 10,000; readers who do this work think of such children in any case, hence not
    // less than 1 in 100.
    {F, 0.01,
     "looked_after lac cla in_care foster fostered foster_care foster_child foster_carer foster_carers foster_mum "
     "foster_placement "
     "residential_care kinship kinship_carer kinship_carers kinship_care special_guardianship sgo adopted adoption "
     "adoptive "
     "adopter adopters two_mums two_dads two_mothers two_fathers same_sex same_sex_couple gay_couple lesbian_couple "
     "grandparent_carers raised_by_grandparents raised_by_grandmother uncle aunt auntie great_aunt cousin big_sister "
     "big_brother foster_placements expecting_again child_protection_plan cp_plan great_grandmother "
     "surrogate "
     "surrogacy donor_conceived ivf polygamous forced_marriage arranged_marriage cousins_married consanguineous "
     "identical_twin identical_twins twin_sister twin_brother"},
    // Triplets and more: ONS 2021, about 130 of 600,000 maternities.
    {F, 0.0006, "triplet triplets secure_accommodation secure_unit conjoined_twin incest quads"},
    {F, 0.00002, "quadruplet quadruplets quintuplets sextuplets"},
};

// ONS, employment by occupation, and workforce statistics of 2021-23, of everybody in Britain (67 million), rounded.
constexpr Rates work[] = {
    {W, 0.3, "unemployed working works retired student students work job employed"},
    {W, 0.04, "carer care_worker care_assistant shop shop_worker supermarket retail office_worker"},
    {W, 0.015, "nurse cleaner builder driver warehouse delivery_driver teaching_assistant ta sales_assistant labourer"},
    {W, 0.008,
     "teacher lorry_driver chef engineer plumber electrician hgv_driver mechanic accountant civil_servant childminder "
     "bricklayer receptionist security_guard waitress taxi_driver cabbie hairdresser cook"},
    // Police officers in England and Wales: 147,000. Regular and reserve forces: about 190,000. Doctors: about 200,000
    // in practice.
    {W, 0.003,
     "police_officer policeman policewoman police cop doctor gp solicitor lawyer attorney farmer soldier army navy raf "
     "military armed_forces marines royal_navy social_worker bus_driver pharmacist lecturer postman postie "
     "health_visitor midwife psychologist sex_worker sex_work prostitute scaffolder veteran deputy sheriff"},
    {W, 0.0006,
     "firefighter fireman paramedic dentist vet head_teacher headteacher head_of_year deputy_head train_driver "
     "prison_officer probation_officer "
     "butcher barrister surgeon psychiatrist vicar priest pastor imam rabbi minister councillor publican pub_landlord "
     "landlord_of fisherman journalist reporter magistrate funeral_director undertaker pilot consultant_paediatrician "
     "professor school_caretaker lollipop_lady lollipop_man principal state_trooper coach"},
    {W, 0.00005,
     "mp mayor judge footballer professional_footballer celebrity tv_presenter actor actress politician "
     "local_politician "
     "senator congressman chief_constable chief_executive bishop influencer youtuber lord lady_mayoress "
     "crown_court_judge rugby_player boxer jockey olympian pop_star rapper well_known famous"},
};

// What happened: how many in a population live with having been through it and known for it. Homicides: ONS,
// about 600 a year; house fires: Home Office, about 27,000 dwelling fires; serious case reviews: about 400
// notifications a year.
constexpr Rates events[] = {
    {E, 0.3,
     "documentary podcast telly tv meeting visit review conference incident arrest arrested moved separated new_job "
     "birthday hospital_admission "
     "admitted holiday"},
    {E, 0.03,
     "removed removal evicted eviction homeless bereavement burglary bankruptcy car_crash car_accident rta excluded "
     "expelled exclusion permanently_excluded died death missing went_missing prison jailed sentenced imprisoned "
     "trial inquest sacked assaulted assault"},
    {E, 0.003,
     "house_fire fire arson stabbed stabbing suicide killed_himself killed_herself took_his_own_life took_her_own_life "
     "hanged hung drowned "
     "drowning gang gang_related county_lines grooming rape raped exploited sexual_exploitation cse cce siege kidnap "
     "kidnapped "
     "abducted abduction overdose_death flood explosion gas_explosion hit_and_run honour_based honour_killing acid "
     "acid_attack hostage baby_died cot_death sids jumped"},
    {E, 0.0001,
     "murder murdered murdering manslaughter shooting shot homicide killed infanticide terror terrorism terrorist "
     "attack "
     "bombing in_the_news on_the_news in_the_papers in_the_paper made_the_news made_the_papers local_news "
     "national_news "
     "newspaper headlines front_page local_paper bbc serious_case_review scr domestic_homicide_review dhr "
     "child_safeguarding_practice_review cspr public_inquiry viral went_viral high_profile crimewatch manhunt "
     "media_coverage "
     "press_coverage lottery"},
};

}  // namespace

std::span<Rates const> const family_rates{families};
std::span<Rates const> const work_rates{work};
std::span<Rates const> const event_rates{events};

}  // namespace kith::screen
