// Reaching people who are away: the mail server that the settings name, and the one thread that does what is due.
#pragma once

#include <optional>
#include <string>

#include "app/settings.hpp"
#include "base/time.hpp"
#include "domain/call/outside.hpp"
#include "domain/reach/plan.hpp"
#include "platform/jobs/worker.hpp"
#include "platform/mail/post_office.hpp"
#include "platform/push/sender.hpp"

namespace kith::app {

// Throws std::runtime_error in plain words where letters are wished for and something is missing.
void check_mail_settings(ServeSettings const&);
// Nothing where no mail server is named.
std::optional<mail::PostOffice> open_post_office(ServeSettings const&);
// For whoever runs the place: what became of a letter, and what is to be mended.
std::string_view words_for_delivery(mail::Delivery::How);

class Outreach {
public:
    // The database must outlive it. `folder` is where marks of what has left are kept; empty: nowhere.
    // Nothing leaves before `begin`.
    Outreach(sql::Database&, Clock, ServeSettings const&, std::string folder);
    ~Outreach();  // finishes the letter in hand
    Outreach(Outreach const&) = delete;

    // What pages may offer.
    Outside const& outside() const { return outside_; }
    void begin();

private:
    sql::Database& database_;
    Clock now_;
    std::string folder_;
    reach::Pace pace_;
    std::optional<mail::PostOffice> office_;
    Outside outside_;
    std::optional<push::Sender> sender_;
    std::optional<jobs::Worker> worker_;
};

}  // namespace kith::app
