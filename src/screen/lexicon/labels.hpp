// Words that stand beside numbers and say what they are.
#pragma once

#include "screen/lexicon/list.hpp"

namespace kith::screen::lexicon {

inline constexpr List labels[] = {
    {topic::number, 0, "number numbers no nos num nr ref reference id code identifier ident"},
    {topic::nhs, 0, "nhs nhsno"},
    {topic::chi, 0, "chi"},
    {topic::hsc, 0, "hcn hsc"},
    {topic::phone, 0,
     "phone phones phoned telephone tel mobile mob cell cellphone call called calling calls ring rang text texted "
     "texts "
     "whatsapp fax landline contact dial signal sms voicemail reached switchboard moby fone hotline"},
    {topic::upn, 0, "upn pupil"},
    {topic::uln, 0, "uln learner"},
    {topic::nino, 0, "nino ni nin insurance natins"},
    {topic::utr, 0, "utr tax taxpayer"},
    {topic::pnc, 0, "pnc cro pncid prison"},
    {topic::prison, 0, "prison noms nomis prisoner inmate hmp hmyoi custody offender jail remand"},
    {topic::probation, 0, "crn probation ndelius delius offender"},
    {topic::record, 0,
     "case cases file files client record records ehcp lado referral mash tanf snap folder claim claimant matter "
     "ticket caseload"},
    {topic::record | topic::system, 0,
     "mosaic liquidlogic lcs las paris carefirst azeus eclipse rio systmone emis pid sacwis ccwis tfacts framework"},
    {topic::court, 0,
     "court hearing proceedings ccd hmcts judge judgment case cafcass familyman tribunal application applications"},
    {topic::register_, 0, "swe registration registered registrant sssc nmc gmc hcpc niscc scw reg register gdc gphc"},
    {topic::vehicle, 0,
     "registration reg car cars van vehicle plate plates drives driving drive drove parked vrn vrm vin chassis fiesta "
     "corsa bmw audi astra golf transit motorbike ford vauxhall nissan toyota mercedes focus polo clio peugeot honda "
     "moped scooter lorry taxi"},
    {topic::birth, 0, "born dob birth birthday birthdate bday d.o.b aged birthdays"},
    {topic::sort_code, 0, "sort sortcode sc"},
    {topic::account, 0, "account acc acct bank iban accounts insurance swift bic"},
    {topic::card, 0, "card visa mastercard debit credit amex cards maestro"},
    {topic::passport, 0, "passport passports"},
    {topic::driving, 0, "driving dvla driver drivers licence license dl"},
    {topic::license, 0, "licence license licensed licenses licences"},
    {topic::ssn, 0, "ssn social security ssns"},
    {topic::itin, 0, "itin atin tax taxpayer ein tin adoption"},
    {topic::medicare, 0, "mbi medicare medicaid beneficiary hicn"},
    {topic::mrn, 0, "mrn chart medical record hospital patient"},
    {topic::npi, 0, "npi provider"},
    {topic::dea, 0, "dea prescriber"},
    {topic::docket, 0, "docket petition cause dkt dockets"},
    {topic::credential, 0, "lcsw lmsw lsw licsw lgsw lisw lbsw lpc lmft lcpc lcswc lswaic rn np"},
    {topic::book, 0, "isbn doi issn isrctn pmid arxiv eisbn asin"},
    {topic::routing, 0, "aba routing"},
    {topic::police, 0, "crime cad police incident collar urn log badge"},
    {topic::immigration, 0, "arc brp evisa asylum visa ho ukvi homeoffice uan gwf"},
    {topic::social, 0,
     "insta instagram snapchat snap tiktok twitter facebook fb handle username discord telegram threads xbox roblox ig "
     "whatsapp signal kik psn steam gamertag mastodon bluesky bsky youtube linkedin messenger tumblr reddit user"},
    {topic::month, 0,
     "january=1 jan=1 february=2 feb=2 march=3 mar=3 april=4 apr=4 may=5 june=6 jun=6 july=7 jul=7 august=8 aug=8 "
     "september=9 sept=9 sep=9 october=10 oct=10 november=11 nov=11 december=12 dec=12"},
    {topic::weekday, 0, "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 tues=2 thurs=4 weds=3"},
    {topic::digit, 0, "zero=0 oh=0 o=0 nought=0 naught=0 nil=0"},
    {topic::digit | topic::small_number, 0, "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9"},
    {topic::small_number, 0,
     "ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 "
     "twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90"},
    {topic::repeat, 0, "double=2 triple=3 treble=3 dbl=2"},
    {topic::ordinal, 0,
     "first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 "
     "thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 "
     "thirtieth=30"},
    {topic::time_unit, 0,
     "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks wk wks fortnight month "
     "months mth mths year years yr yrs decade decades semester term terms weekend weekends"},
    {topic::money, 0,
     "pound pounds quid gbp euro euros eur dollar dollars usd pence cents lira liras rouble roubles rubles zloty "
     "zlotys "
     "pln francs franc kroner krone kronor sek dkk nok chf marks schillings hryvnias uah lei ron leva forints huf lari "
     "drachmas lire pesetas escudos guilders yen rupees try trl itl frf dem grand bucks eek ltl bgn rub"},
    {topic::measure, 0,
     "percent per_cent kg kgs kilograms kilogram kilo kilos grams gram g lbs lb stone miles mile km kilometres "
     "kilometers metres meters metre cm mm hectares hectare acres acre litres square_metres sqm tonnes tons ml mg ha "
     "m2 "
     "kilometre cubic_metres"},
    {topic::net, 0, "at dot"},
    {topic::ending, 0,
     "com net org uk gov edu io info ie us co me app dev scot wales cymru ac biz eu tv ly gg de fr nl es it pl ca au "
     "nz "
     "in za ch be at se no dk fi pt ro xyz example test online site club blog link art life social chat email london "
     "news page"},
};

}  // namespace kith::screen::lexicon
