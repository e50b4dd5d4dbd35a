// What leaves, as jobs: how a task is written down, and who does it.
//
// A job of mail is about a person, a job of push about a device; its task is an enum and numbers. The address and
// the secrets are read when it is done, so a letter goes where its reader is reached then, or nowhere.
#pragma once

#include <functional>

#include "domain/call/outside.hpp"
#include "domain/people/person.hpp"
#include "domain/reach/how_soon.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/mail/post_office.hpp"
#include "platform/push/sender.hpp"

namespace kith::reach {

inline constexpr std::string_view mail_job = "mail";
inline constexpr std::string_view push_job = "push";
inline constexpr std::chrono::minutes silent_service_rests{1};  // one that did not answer a notification

// Nothing for how_soon: the letter that asks whether an address is theirs, or the one that warns.
struct MailTask {
    std::optional<HowSoon> how_soon;
    Counts counts{};
    bool warns = false;  // somebody asks to be let in as them: it waits for no hours of quiet

    std::string stored() const;  // "daily 2 0 0 1 0 3", "confirm", "warn"
    static std::optional<MailTask> from(std::string_view);
};

// That somebody asks to be let in as them: at once, on every way that reaches them, whatever they have chosen and
// whatever the hour.
void warn(sql::Transaction&, PersonId, Outside const&, Time now);

// For the worker's thread. The post office must outlive the handler. `tell_host` hears, in words without anyone's
// address, of what a host should mend.
jobs::Handler send_mail(sql::Database&, mail::PostOffice&, Clock, std::function<void(std::string const&)> tell_host);

// Likewise. A device that is gone is forgotten; a service that does not answer is left alone for a while, for all its
// devices.
jobs::Handler send_push(sql::Database&, push::Sender const&, Clock);

}  // namespace kith::reach
