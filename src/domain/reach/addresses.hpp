// Where a person is reached by e-mail, in the database.
//
// An address is written to only when whoever reads its mail has said yes, by a link that was sent there; and no
// more once they said stop, or it refused a letter for good.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith {

enum class MailStop { asked, address_refused };

namespace reach {

// Between two letters that ask for a yes, so that nobody is pestered with them.
inline constexpr std::chrono::minutes confirm_gap{10};

struct MailAddress {
    PersonId person;
    std::string address;
    std::string confirm_secret, stop_secret;
    Time asked_at;
    std::optional<Time> confirmed_at;
    std::optional<MailStop> stopped;
    std::optional<Time> stopped_at;

    bool takes_letters() const { return confirmed_at.has_value() && !stopped; }
};

std::optional<MailAddress> address_of(sql::Transaction&, PersonId);
// In place of the one before: unconfirmed, with new secrets, not stopped.
void set_address(sql::Transaction&, PersonId, std::string_view address, std::string_view confirm_secret,
                 std::string_view stop_secret, Time now);
// Both do nothing for a secret that nobody has; whose it was.
std::optional<PersonId> confirm(sql::Transaction&, std::string_view confirm_secret, Time now);
std::optional<PersonId> stop_by_secret(sql::Transaction&, std::string_view stop_secret, Time now);
// Its mail server has said that there is no such address. Whether anybody has that secret.
bool refuse_by_secret(sql::Transaction&, std::string_view stop_secret, Time now);
void stop(sql::Transaction&, PersonId, MailStop, Time now);
void begin_again(sql::Transaction&, PersonId);

}  // namespace reach
}  // namespace kith
