// The rules: each reads a text for one kind of thing and says where it takes something for an identifier, and how
// surely. None decides: what overlaps is settled afterwards (screen.cpp).
//
// Every rule begins at tokens that `Reader` has gathered and looks at a bounded number of tokens around each, so all
// of them together take time in proportion to the text.
#pragma once

#include "screen/candidate.hpp"
#include "screen/tokens.hpp"

namespace kith::screen::rules {

void find_digit_identifiers(Reader const&, Settings const&, Candidates&);   // phones, NHS, SSN, cards: digits alone
void find_letter_identifiers(Reader const&, Settings const&, Candidates&);  // NINO, UPN, plates: letters and digits
void find_labelled_numbers(Reader const&, Settings const&, Candidates&);    // "case no", "Mosaic", "MRN"
void find_court_numbers(Reader const&, Settings const&, Candidates&);       // citations, dockets, applications
void find_postcodes(Reader const&, Settings const&, Candidates&);
void find_addresses(Reader const&, Settings const&, Candidates&);
void find_net_addresses(Reader const&, Settings const&, Candidates&);  // e-mail, links, handles
void find_dates(Reader const&, Settings const&, Candidates&);          // and birth dates
void find_ages(Reader const&, Settings const&, Candidates&);
void find_lone_ages(Reader const&, Settings const&, Candidates&);  // a number that is a clause by itself
void find_school_years(Reader const&, Settings const&, Candidates&);
void find_families(Reader const&, Settings const&, Candidates&);
void find_backgrounds(Reader const&, Settings const&, Candidates&);  // ethnicity, language, faith, health, immigration
void find_occupations(Reader const&, Settings const&, Candidates&);
void find_events(Reader const&, Settings const&, Candidates&);
void find_told(Reader const&, Settings const&, Candidates&);          // family, work, events in turns of phrase
void find_institutions(Reader const&, Settings const&, Candidates&);  // and organisations
void find_teams(Reader const&, Settings const&, Candidates&);         // the writer's own
void find_quantities(Reader const&, Settings const&, Candidates&);
void find_titled_people(Reader const&, Settings const&, Candidates&);

void find_all(Reader const&, Settings const&, Candidates&);

}  // namespace kith::screen::rules
