#include "domain/asks/live.hpp"
#include "domain/pens/pen.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kith::asks {

namespace {

using Chunk = std::shared_ptr<std::string const>;

// Not the circle of their inbox, which has a count and another voice: the id of the person, turned round.
live::CircleId circle_of(PersonId person) {
    live::CircleId circle{person.bytes};
    for (auto& byte : circle.bytes) byte = static_cast<std::uint8_t>(~byte);
    return circle;
}

Chunk chunk_of(std::string_view event, Time now) {
    return std::make_shared<std::string const>(
        fmt::format("id: {}\nevent: {}\ndata: {{}}\n\n", now.milliseconds, event));
}

constexpr std::chrono::minutes away_at_most{5};

std::optional<Time> time_from(std::string_view text) {
    Time time;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), time.milliseconds);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return time;
}

}  // namespace

// Whatever of an ask reaches somebody is told to them in a notice: the ask itself, their turn to listen, an offer,
// that it has lapsed, that it helped.
static sql::Statement const select_since{
    "SELECT 1 FROM notices WHERE notices.person_id = $1 AND notices.ask_id IS NOT NULL AND notices.told_at > $2 LIMIT "
    "1"};

void tell_pages(Services const& services, Event const& event) {
    switch (event.what) {
        case Event::What::asked:
        case Event::What::ask_on_duty:
        case Event::What::ask_helped:
            for (auto const& person : event.told)
                services.hub.tell(circle_of(person), chunk_of("reload", services.now()));
            return;
        case Event::What::ask_offered:
        case Event::What::ask_lapsed:
            if (event.about) services.hub.tell(circle_of(*event.about), chunk_of("reload", services.now()));
            return;
        default: return;
    }
}

// What came between the page and its stream is found by time; from then on the hub tells.
Result<Answer> listen(Call& call, SignedIn const&) {
    auto const person = call.viewer().person;
    auto const said = time_from(call.request.header("last-event-id").value_or(call.form.value("after")));
    // Of what came long before nobody is told when, to the moment: it would tell when somebody wrote under a pen.
    auto const heard = said && *said < call.now - away_at_most ? std::optional{as_told(*said)} : said;
    auto const& services = call.services;
    auto const session = call.viewer().session;
    return Stream{[=, &services](std::shared_ptr<http::EventSink> sink) -> std::shared_ptr<void> {
        live::CircleId const circle = circle_of(person);
        auto subscription =
            services.hub.listen(live::ListenerId{person.bytes}, session.bytes, std::span{&circle, 1}, sink);
        bool const missed = heard && services.database.read([&](sql::Transaction& transaction) {
            return transaction.any(select_since, person, *heard);
        });
        sink->send(chunk_of(missed ? "reload" : "beat", services.now()));
        return subscription;
    }};
}

}  // namespace kith::asks
