// Words that names of streets, institutions and organisations are made of, and plain words around them.
#pragma once

#include "screen/lexicon/list.hpp"

namespace kith::screen::lexicon {

inline constexpr List places[] = {
    {topic::street, 0,
     "road rd street str avenue ave av lane crescent cres gardens gdns terrace grove boulevard blvd mews st ln square "
     "sq "
     "parade court ct highway hwy parkway pkwy circle cir trail trl turnpike esplanade wynd alley quay plaza "
     "embankment freeway expressway byway croft causeway promenade brae loan pike loop"},
    // Endings that are as often plain words: only with capitals.
    {topic::street | topic::common, 0,
     "close drive dr walk way place hill rise green row view park vale fields meadow meadows pl yard end crossing path "
     "passage bank ridge point bridge gate mount cross dell garth cove run pass island haven spur estate estates "
     "ford forge glen junction key knoll lodge manor mill mission orchard rapid rest shoal shore spring stream summit "
     "throughway trace track tunnel union valley ville vista well wells wall walks squares villages village hollow "
     "heights "
     "harbor groves"},
    // In front of the name: rue de la Paix, Via Roma.
    {topic::street_first, 0,
     "rue via viale avenida calle ulica ul piazza corso largo rua strada plac aleja aleje chemin paseo travessa praca "
     "boulevard avenue allee impasse quai vicolo ruta carrer camino carretera r"},
    {topic::institution | topic::schooling, 0,
     "school academy college nursery preschool kindergarten sch schools playgroup university uni"},
    {topic::institution, 0,
     "surgery hospice clinic hospital church mosque temple synagogue gurdwara infirmary court prison barracks "
     "monastery "
     "convent cathedral chapel museum library institute sanatorium crematorium "
     "medical_centre health_centre medical_center health_center medical_practice leisure_centre children_s_home "
     "care_home "
     "nursing_home residential_home family_centre family_hub detention_centre police_station remand_prison"},
    {topic::organisation, 0,
     "council police ltd limited plc llc inc gmbh corporation corp charity foundation association university ministry "
     "committee commission bureau agency federation company union society department directorate authority bank cic "
     "llp "
     "sarl spa oy bv ag sa kft srl holdings party institute hospital_trust nhs_trust foundation_trust office tribunal "
     "parliament assembly prosecutor gendarmerie"},
    {topic::organisation | topic::common, 0, "trust group partnership board partners service services centre center"},
    {topic::care, 0, "centre center home house lodge ward hall court manor villa cottage hub unit grange view"},
    {topic::unit, 0, "flat apartment apt suite ste unit room rm block floor plot bldg building penthouse studio"},
    {topic::title, 0,
     "mr mrs ms miss mx dr prof professor sir lady lord dame rev reverend fr father sister mister doctor judge hhj dj "
     "detective sergeant constable pc dc ds inspector imam rabbi pastor cllr councillor madame mme monsieur herr frau "
     "mstr master nurse"},
    // Words that name no one place when they stand before a school
    {topic::generic, 0,
     "primary secondary special high junior infant infants middle grammar nursing elementary mental health childrens "
     "community general district county city borough family crown magistrates supreme youth care residential foster "
     "catholic state public private boarding acute psychiatric teaching parish town foundation multi sixth further "
     "adult "
     "adults services national international children s regional constitutional administrative civil criminal appeal "
     "assize military police central federal municipal commercial labour high_court law medical art technical "
     "business"},
    {topic::common | topic::generic, 0,
     "the a an this that our my your to of for and or with local form when if after before every each any not some "
     "back "
     "down off out so but is was are be we i it you good big long first second third same all which what who as new "
     "old "
     "day miles minutes hours days weeks months years people these those its no yes then there here where how why have "
     "has had do does did will would can could should may might must been being am were just also very too much many "
     "most other another such only own than into about over under between through during against within without"},
    {topic::common | topic::generic | topic::pronoun | topic::person, 0, "his her their they he she them him hers"},
    {topic::common | topic::generic | topic::where, 0, "at in from by near around outside"},
    {topic::where, 0, "live lives living lived moved area postcode address staying stays based resides residing home"},
    {topic::number, 0, "postcode zip zipcode"},
    {topic::when | topic::common | topic::generic, 0, "on last next since until till during"},
    {topic::when, 0, "hearing incident dated date admitted removed discharged happened died killed arrested"},
    {topic::bound, 0, "up more over under least about around aged age nearly almost approximately roughly circa"},
    {topic::person, 0, "client child boy girl baby mum dad mother father son daughter young_person yp service_user"},
};

}  // namespace kith::screen::lexicon
