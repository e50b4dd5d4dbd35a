#include "screen/rules/rules.hpp"

#include <initializer_list>

namespace kith::screen::rules {

void find_all(Reader const& reader, Settings const& settings, Candidates& found) {
    for (auto const find : {find_digit_identifiers,
                            find_letter_identifiers,
                            find_labelled_numbers,
                            find_court_numbers,
                            find_postcodes,
                            find_addresses,
                            find_net_addresses,
                            find_dates,
                            find_ages,
                            find_lone_ages,
                            find_school_years,
                            find_families,
                            find_backgrounds,
                            find_occupations,
                            find_events,
                            find_told,
                            find_institutions,
                            find_teams,
                            find_quantities,
                            find_titled_people})
        find(reader, settings, found);
}

}  // namespace kith::screen::rules
