#include "screen/broader/broader.hpp"

#include "screen/broader/wordings.hpp"

namespace kith::screen {

namespace {

constexpr std::size_t words_bytes_max = 200;  // longer findings are read no further

std::string lowered(std::string_view words) {
    std::string lower(words.substr(0, words_bytes_max));
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return lower;
}

}  // namespace

std::vector<std::string> broader_wordings(Class what, std::string_view words, Settings const& settings) {
    switch (what) {
        case Class::person: return {"my client", "a colleague", "someone"};
        case Class::address: return {"their home", "an address nearby"};
        case Class::postcode: return broader::for_postcode(lowered(words));
        case Class::phone: return {"their phone number"};
        case Class::email: return {"their e-mail address"};
        case Class::url: return {"a web page"};
        case Class::handle: return {"their profile"};
        case Class::nhs_number: return {"their NHS number"};
        case Class::nino: return {"their National Insurance number"};
        case Class::upn:
        case Class::uln: return {"their school record"};
        case Class::case_number: return {"the case"};
        case Class::court_case: return {"a judgment"};
        case Class::docket: return {"the court case"};
        case Class::registration: return {"my registration"};
        case Class::vehicle: return {"their car"};
        case Class::ssn: return {"their Social Security number"};
        case Class::mrn: return {"their medical record"};
        case Class::medicaid: return {"their insurance"};
        case Class::license: return {"their licence"};
        case Class::other_id: return {"their number"};
        case Class::dob: return broader::for_birth_date(lowered(words), settings.today);
        case Class::place: return {"a town", "this area", "somewhere in the region"};
        case Class::institution: return broader::for_institution(lowered(words));
        case Class::date: return broader::for_date(lowered(words), settings.today);
        case Class::age: return broader::for_age(lowered(words));
        case Class::family: return broader::for_family(lowered(words));
        case Class::ethnicity: return {"from a minority background", "from another country"};
        case Class::religion: return {"religious", "of a faith"};
        case Class::health: return broader::for_health(lowered(words));
        case Class::occupation: return {"in work", "in a job that people know"};
        case Class::event: return {"something that happened", "an incident"};
        case Class::immigration: return {"new to the country"};
        case Class::relationship: return {"my team", "someone I work with"};
        case Class::organisation: return broader::for_organisation(lowered(words));
        case Class::quantity: return {words.find('%') != words.npos ? "a share" : "some"};
    }
    return {};
}

}  // namespace kith::screen
