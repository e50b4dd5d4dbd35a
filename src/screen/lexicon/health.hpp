// Conditions of body and mind, disabilities, treatments.
#pragma once

#include "screen/lexicon/list.hpp"

namespace kith::screen::lexicon {

inline constexpr List health[] = {
    {0, theme::health,
     "achondroplasia adhd addison_s alopecia alzheimer_s alzheimers dementia amputee amputated amputation anaemia "
     "aneurysm "
     "angelman angelman_syndrome anorexia anorexic aphasia arthritis asd asperger_s aspergers asperger asthma "
     "asthmatic "
     "ataxia autism autistic batten_disease bipolar bladder_cancer blind blindness bowel_cancer brain_damage "
     "brain_injury "
     "brain_tumour brain_tumor breast_cancer bulimia bulimic cancer cardiomyopathy cerebral_palsy chemo chemotherapy "
     "chronic_fatigue chronic_pain cirrhosis cleft_lip cleft_palate coeliac colitis colostomy copd cri_du_chat crohn_s "
     "crohns cystic_fibrosis deaf deafness deafblind hard_of_hearing hearing_loss hearing_aids cochlear_implant "
     "diabetes diabetic "
     "type_1_diabetes type_2_diabetes dialysis dissociative_identity did down_s_syndrome down_syndrome downs_syndrome "
     "down_s duchenne muscular_dystrophy dwarfism dyslexia dyslexic dyspraxia dyspraxic dyscalculia eating_disorder "
     "eczema edward_s_syndrome edwards_syndrome ehlers_danlos epidermolysis_bullosa epilepsy epileptic fasd "
     "fetal_alcohol foetal_alcohol fibromyalgia fragile_x friedreich_s_ataxia gender_dysphoria transgender glaucoma "
     "haemophilia haemophiliac hemophilia heart_attack heart_condition heart_defect heart_disease heart_failure "
     "hepatitis herpes hiv hiv_positive aids huntington_s huntingtons hydrocephalus hypothyroidism insulin "
     "intersex kidney_disease kidney_failure klinefelter learning_difficulties learning_difficulty "
     "learning_disabilities "
     "learning_disability learning_disabled intellectual_disability ld leukaemia leukemia liver_disease liver_failure "
     "long_covid lung_cancer lupus lymphoma marfan marfan_syndrome meningitis microcephaly motor_neurone "
     "motor_neurone_disease mnd als ms multiple_sclerosis muscular myasthenia_gravis narcolepsy neurofibromatosis "
     "obsessive_compulsive ocd osteogenesis_imperfecta brittle_bones brittle_bone_disease osteoporosis "
     "pancreatic_cancer "
     "panic_disorder paralysed paralyzed paraplegic quadriplegic tetraplegic parkinson_s parkinsons patau_s_syndrome "
     "pda personality_disorder bpd eupd phenylketonuria pku polio postnatal_depression post_natal_depression "
     "postpartum_depression postpartum_psychosis prader_willi pregnant pregnancy prostate_cancer psoriasis psychosis "
     "psychotic ptsd complex_ptsd cptsd rett_syndrome rheumatoid_arthritis schizoaffective schizophrenia "
     "schizophrenic scoliosis seizure seizures selective_mutism selectively_mute non_verbal nonverbal sepsis "
     "sickle_cell "
     "skin_cancer spina_bifida spinal_injury spinal_muscular_atrophy sma stammer stutter stoma stroke syphilis "
     "tay_sachs terminal_cancer terminally_ill thalassaemia thalassemia tourette_s tourettes tourette tracheostomy "
     "transplant traumatic_brain_injury tbi tuberculosis tuberous_sclerosis turner_syndrome turner_s_syndrome tumour "
     "tumor visually_impaired visual_impairment partially_sighted wheelchair wheelchair_user williams_syndrome "
     "wilson_s_disease albino albinism vitiligo gastrostomy peg_fed pip_fed ventilator prosthetic prosthesis "
     "hemiplegia "
     "hemiplegic encephalitis sarcoma melanoma hernia endometriosis pcos ileostomy pica trichotillomania incontinent "
     "charge_syndrome digeorge_syndrome noonan_syndrome smith_magenis kleefstra rare_syndrome genetic_condition "
     "genetic_disorder chromosome_deletion chromosome_disorder mitochondrial_disease global_developmental_delay "
     "developmental_delay attachment_disorder reactive_attachment oppositional_defiant conduct_disorder korsakoff_s "
     "korsakoff wernicke_korsakoff alcoholic alcoholism heroin_addict drug_addict addict methadone detox abortion "
     "termination_of_pregnancy hysterectomy mastectomy chlamydia gonorrhoea gonorrhea lyme_disease sarcoidosis "
     "scleroderma hypertension angina hearing_impaired hearing_impairment mute disabled disability self_harm "
     "self_harming suicidal suicide_attempt dystonia nephrotic_syndrome pots fnd functional_neurological "
     "hypermobility"},
    {0, theme::health,
     "registered_blind sight_loss heart_transplant kidney_transplant liver_transplant feeding_tube tube_fed ng_fed "
     "insulin_pump oxygen_tank premature prem preemie prematurely born_prematurely brain_bleed cleft missing_leg "
     "missing_arm one_leg one_arm one_eye one_hand prosthetic_leg prosthetic_arm burns_survivor scarring severe_burns "
     "catatonic overdosed self_harmed self_harms suicidal_thoughts tried_to_kill end_of_life palliative "
     "life_limiting life_limited terminal rare_condition rare_disease rare_form non_speaking hoist bedbound bed_bound "
     "housebound epi_pen anaphylaxis sickle_cell_disease cystic lupus_sle klinefelter_s rickets scurvy tapeworm "
     "leprosy "
     "foetal fetal_alcohol_syndrome foetal_alcohol_syndrome fasd_diagnosis adhd_diagnosis autism_diagnosis sen send "
     "learning_needs complex_needs additional_needs hearing_aid cochlear_implants guide_dog assistance_dog service_dog "
     "electric_wheelchair walking_frame leg_brace back_brace colostomy_bag stoma_bag catheter drug_induced_psychosis "
     "hearing_voices hears_voices delusional delusions paranoid_schizophrenia dissociative gender_reassignment "
     "trans_girl trans_boy trans_man trans_woman hormone_therapy non_binary rett retts spina_bifida_occulta "
     "muscular_dystrophies hydrocephalic microcephalic hirschsprung hirschsprung_s marfans ehlers eds pandas pans "
     "me_cfs "
     "sanfilippo sanfilippo_syndrome niemann_pick usher_syndrome batten_s hunter_syndrome hurler_syndrome gaucher_s "
     "leigh_syndrome leigh_s pompe fabry stills_disease still_s_disease kawasaki guillain_barre brugada long_qt"},
    {0, theme::common_health,
     "depression depressed anxiety anxious stress flu cold covid headache migraine migraines obese obesity allergy "
     "allergic insomnia fit injury injured wounds drinking drugs addiction mental_health mental_illness mentally_ill "
     "trauma traumatised ill illness disease disorder condition operation surgery bruising bruises fracture fractures"},
};

}  // namespace kith::screen::lexicon
