#include "app/doctor/doctor.hpp"
#include "app/outreach.hpp"

namespace kith::app {

void check_letters(ServeSettings const& settings, Findings& findings) {
    try {
        auto office = open_post_office(settings);
        if (!office) {
            findings.push_back({State::look, "Letters", "No mail server is named: no e-mail leaves.",
                                "Members are told in the page alone, and by notifications of their phones. "
                                "--mail-server; see docs/operating/reaching-people.md."});
            return;
        }
        auto const greeted = office->greet();
        if (greeted.how == mail::Delivery::How::taken)
            findings.push_back({State::well,
                                "Letters",
                                "The mail server lets us in. Whether a letter arrives, \"kith mail --to\" tells.",
                                {}});
        else
            findings.push_back(
                {State::wrong, "Letters", std::string{words_for_delivery(greeted.how)}, greeted.explanation});
    } catch (std::exception const& fault) {
        findings.push_back({State::wrong, "Letters", fault.what(), {}});
    }
}

}  // namespace kith::app
