#include "domain/reach/jobs.hpp"

#include <map>
#include <memory>

#include "domain/people/quiet.hpp"
#include "domain/people/store.hpp"
#include "domain/reach/addresses.hpp"
#include "domain/reach/devices.hpp"
#include "domain/reach/letters.hpp"
#include "platform/jobs/queue.hpp"
#include "platform/outgoing/post.hpp"

namespace kith::reach {

namespace {

constexpr std::string_view confirm_word = "confirm";
constexpr std::string_view warn_word = "warn";

using How = jobs::Outcome::How;
using Delivered = mail::Delivery::How;

// What the letter needs, read before anything is sent.
struct Ready {
    std::optional<MailAddress> address;
    QuietSettings quiet;
};

std::optional<mail::Letter> letter_for(MailTask const& task, MailAddress const& address, mail::Origin const& origin) {
    if (task.warns) return address.takes_letters() ? std::optional{warning_letter(origin)} : std::nullopt;
    if (!task.how_soon) {
        auto const secret = mail::Secret::parse(address.confirm_secret);
        if (address.confirmed_at || !secret) return std::nullopt;
        return confirmation_letter(origin, *secret);
    }
    auto const secret = mail::Secret::parse(address.stop_secret);
    if (!address.takes_letters() || !secret) return std::nullopt;
    return news_letter(*task.how_soon, task.counts, origin, *secret);
}

std::string_view words_for(Delivered how) {
    switch (how) {
        case Delivered::refused: return "The mail server refused a letter";
        case Delivered::unreachable: return "The mail server cannot be reached, or is busy";
        case Delivered::untrusted: return "The line to the mail server is not safe";
        case Delivered::sign_in_refused: return "The mail server does not let us sign in";
        case Delivered::taken:
        case Delivered::address_refused: break;
    }
    return {};
}

}  // namespace

std::string MailTask::stored() const {
    if (warns) return std::string{warn_word};
    if (!how_soon) return std::string{confirm_word};
    return std::string{kith::stored(*how_soon)} + " " + counts.stored();
}

std::optional<MailTask> MailTask::from(std::string_view text) {
    if (text == confirm_word) return MailTask{};
    if (text == warn_word) return MailTask{{}, {}, true};
    auto const space = text.find(' ');
    auto const how_soon = how_soon_from(text.substr(0, space));
    auto const counts = space == text.npos ? std::nullopt : Counts::from(text.substr(space + 1));
    if (!how_soon || !counts) return std::nullopt;
    return MailTask{how_soon, *counts};
}

void warn(sql::Transaction& transaction, PersonId person, Outside const& outside, Time now) {
    auto const address = outside.mail ? address_of(transaction, person) : std::nullopt;
    if (address && address->takes_letters())
        jobs::add(transaction, mail_job, person.bytes, MailTask{{}, {}, true}.stored(), now, now);
    if (outside.push_key.empty()) return;
    for (auto const& device : devices_of(transaction, person))
        jobs::add(transaction, push_job, device.id.bytes, warn_word, now, now);
}

jobs::Handler send_mail(sql::Database& database, mail::PostOffice& office, Clock now,
                        std::function<void(std::string const&)> tell_host) {
    return [&database, &office, now = std::move(now), tell_host = std::move(tell_host)](jobs::Job const& job) {
        auto const task = MailTask::from(job.task);
        PersonId const person{job.about};
        auto const ready = database.read([&](sql::Transaction& transaction) {
            return Ready{address_of(transaction, person), people::quiet_settings_of(transaction, person)};
        });
        auto const to = ready.address ? mail::Address::parse(ready.address->address) : std::nullopt;
        auto const letter = task && to ? letter_for(*task, *ready.address, office.origin()) : std::nullopt;
        if (!letter) return jobs::Outcome{};  // nobody to tell any more
        // One that had to wait for the server may have come into the night. A yes that was asked for may not wait.
        if (task->how_soon && people::is_quiet(ready.quiet, now()))
            return jobs::Outcome{How::again, people::after_quiet(ready.quiet, now()).value_or(Time{})};
        auto const delivery = office.send(*letter, *to, job.id.bytes, now());
        if (delivery.how == Delivered::taken) return jobs::Outcome{};
        if (delivery.how == Delivered::address_refused)
            return jobs::Outcome{How::done, {}, [person, at = now()](sql::Transaction& transaction) {
                                     stop(transaction, person, MailStop::address_refused, at);
                                 }};
        tell_host(std::string{words_for(delivery.how)} + ": " + delivery.explanation);
        return jobs::Outcome{How::again};
    };
}

namespace {

// Services that did not answer are left alone for a while, so that one which takes long to say nothing is waited for
// once and not once for each device: there is one thread that sends.
class Silent {
public:
    std::optional<Time> until(std::string const& origin, Time now) {
        std::erase_if(rests_, [&](auto const& each) { return each.second <= now; });
        auto const found = rests_.find(origin);
        return found == rests_.end() ? std::nullopt : std::optional{found->second};
    }
    void note(std::string const& origin, Time now) { rests_[origin] = now + silent_service_rests; }

private:
    std::map<std::string, Time> rests_;
};

}  // namespace

jobs::Handler send_push(sql::Database& database, push::Sender const& sender, Clock now) {
    return [&database, &sender, now = std::move(now), silent = std::make_shared<Silent>()](jobs::Job const& job) {
        DeviceId const id{job.about};
        QuietSettings quiet;
        auto const device = database.read([&](sql::Transaction& transaction) {
            auto found = find_device(transaction, id);
            if (found) quiet = people::quiet_settings_of(transaction, found->person);
            return found;
        });
        if (!device) return jobs::Outcome{};
        if (job.task != warn_word && people::is_quiet(quiet, now()))
            return jobs::Outcome{How::again, people::after_quiet(quiet, now()).value_or(Time{})};
        auto const service = outgoing::origin_of(device->endpoint);
        if (auto const until = silent->until(service, now())) return jobs::Outcome{How::again, *until};
        switch (sender.tell(device->endpoint, {device->public_key, device->secret}, now())) {
            case push::Told::taken: return jobs::Outcome{};
            case push::Told::unreachable: silent->note(service, now()); return jobs::Outcome{How::again};
            case push::Told::gone:
            case push::Told::refused: break;
        }
        return jobs::Outcome{How::done, {}, [id](sql::Transaction& transaction) { forget_device(transaction, id); }};
    };
}

}  // namespace kith::reach
