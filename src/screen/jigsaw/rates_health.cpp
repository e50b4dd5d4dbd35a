// Health and disability. Shares of everybody, of children where only children have it, rounded.
#include <iterator>

#include "screen/jigsaw/rates.hpp"

namespace kith::screen {

namespace {

constexpr auto H = Slot::health;

constexpr Rates table[] = {
    // Too common to tell anybody apart: APMS 2014 (one adult in six has a common mental disorder in a week),
    // Health Survey for England.
    {H, 0.5,
     "stress flu cold covid headache insomnia injury injured wounds fit health ill illness poorly unwell sick "
     "diagnosis symptoms medication stress"},
    {H, 0.25,
     "rare_genetic rare_condition rare_syndrome rare_disease rare mental_health disability disabled additional_needs "
     "sen send overweight alcohol drinking smoker"},
    {H, 0.17, "anxiety depression depressed anxious low_mood chronic_pain obese obesity smoking hypertension"},
    {H, 0.10, "asthma eczema migraine arthritis substance_misuse substance_use substances alcohol_misuse trauma"},
    {H, 0.06,
     "self_harm self_harms self_harming self_harmed selfharm diabetes diabetic type_2_diabetes cannabis copd "
     "heart_disease learning_difficulties dyslexia dyslexic drugs addiction addict"},
    // ADHD: NICE, about 5 % of children and 3 to 4 % of adults. PTSD: APMS 2014, 4 %.
    {H, 0.04, "adhd add ptsd panic_attacks hearing_loss hearing_impaired hard_of_hearing alcoholic alcoholism"},
    {H, 0.03, "cancer speech_delay osteoporosis"},
    // Autism: about 1 to 2 % (NHS England; school census 2023: 2 to 3 % of pupils). Learning disability: Mencap, 2.2 %.
    {H, 0.02,
     "autism autistic asd asc aspergers asperger learning_disability learning_disabilities learning_disabled ld "
     "bipolar eating_disorder stroke wheelchair wheelchair_user mobility_scooter ibs"},
    // Epilepsy: Epilepsy Action, 1 in 100. FASD: UK estimates of 1.8 to 3.6 %, few diagnosed. Dementia: Alzheimer's
    // Society, 900,000. Pregnant at any one time: about 600,000 births a year.
    {H, 0.012,
     "epilepsy epileptic seizures ocd fasd foetal_alcohol fetal_alcohol dementia alzheimers brain_injury "
     "eupd bpd borderline personality_disorder suicidal deaf overdose overdosed suicide_attempt tried_to_kill "
     "attempted_suicide pregnant pregnancy expecting gay lesbian"},
    // Psychosis in the past year: APMS 2014, 0.7 %. Opiates: OHID, about 340,000 in England.
    {H, 0.006,
     "schizophrenia schizophrenic psychosis psychotic sectioned heroin crack crack_cocaine opiates opioids methadone "
     "type_1_diabetes type_1_diabetic tourettes tourette dyspraxia bulimia bulimic anorexia anorexic trans "
     "transgender gender_dysphoria blind sight_impaired visually_impaired registered_blind dying terminal "
     "terminally_ill palliative end_of_life miscarriage deaf non_verbal nonverbal crohns colitis meth "
     "global_developmental_delay gdd odd pda bariatric"},
    // Cerebral palsy: 1 in 400 births. HIV: UKHSA, about 106,000. Parkinson's UK: 145,000 to 150,000. MS Society:
    // 130,000 to
    // 150,000. FGM: City University 2015, 137,000. Profoundly deaf and signing: BDA, about 87,000 to 150,000.
    {H, 0.002,
     "cerebral_palsy hiv hiv_positive parkinsons multiple_sclerosis ms hepatitis_c hep_c hepatitis bsl "
     "profoundly_deaf fgm selective_mutism lupus sepsis peg tube_fed peg_fed amputee prosthetic korsakoffs "
     "early_onset_dementia leukaemia leukemia brain_tumour brain_tumor tracheostomy cochlear_implant stillbirth "
     "stillborn "
     "gastrostomy postnatal_psychosis postpartum_psychosis puerperal_psychosis"},
    // Down's syndrome: about 1 in 1,000 births, 47,000 people. Transplants living: NHSBT, about 60,000. Dialysis:
    // 30,000.
    {H, 0.0007,
     "downs downs_syndrome down_syndrome trisomy_21 transplant kidney_failure dialysis muscular_dystrophy "
     "spinal_injury "
     "paralysed paraplegic tetraplegic quadriplegic dissociative_identity_disorder cleft cleft_palate "
     "cleft_lip shaken_baby fii fabricated_illness fabricated_or_induced munchausen munchausens pica "
     "congenital_heart heart_defect schizoaffective"},
    // Sickle cell: about 15,000 to 17,500. Cystic fibrosis Trust: about 11,000. Huntington's: about 7,000 to 8,000.
    // Fragile X: 1 in
    // 4,000 to 7,000. Spina bifida: about 1 in 1,000 to 1,500 births, fewer now. TB: about 5,000 a year.
    {H, 0.0002,
     "sickle_cell cystic_fibrosis cf huntingtons huntington spina_bifida fragile_x haemophilia hemophilia "
     "tuberculosis tb turner_syndrome williams_syndrome intersex dwarfism albinism albino hydrocephalus "
     "mitochondrial thalassaemia tuberous_sclerosis neurofibromatosis deafblind deaf_blind 22q digeorge "
     "conjoined locked_in_syndrome braille guide_dog trachy encopresis brittle_bones brittle_bone "
     "osteogenesis_imperfecta shunt "
     "epidermolysis_bullosa facial_disfigurement burns_survivor motor_neurone motor_neuron"},
    // MND Association: about 5,000. Duchenne UK: about 2,500. Prader-Willi: 1 in 15,000 to 25,000 births.
    {H, 0.00005,
     "mnd als duchenne prader_willi angelman angelmans rett retts edwards_syndrome patau noonan cri_du_chat "
     "batten battens leigh_syndrome progeria smith_magenis cornelia_de_lange sma spinal_muscular_atrophy "
     "undiagnosed_genetic chromosome_disorder "
     "chromosomal_disorder kleefstra phelan_mcdermid"},
};

}  // namespace

std::span<Rates const> const health_rates{table};

}  // namespace kith::screen
