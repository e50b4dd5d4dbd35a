#include "app/wiring.hpp"

#include "domain/asks/live.hpp"
#include "domain/messages/live.hpp"
#include "domain/notices/record.hpp"
#include "domain/polls/asking.hpp"
#include "domain/polls/views.hpp"
#include "domain/posts/live.hpp"
#include "domain/reach/jobs.hpp"

namespace kith::app {

UnderHead under_head() { return {polls::add_poll, polls::add_form, polls::read_form}; }

void record(sql::Transaction& transaction, Event const& event, Time now, Outside const& outside) {
    notices::record(transaction, event, now);
    if (event.what == Event::What::recovery_vouched && event.about)
        reach::warn(transaction, *event.about, outside, now);
}

void tell(Services const& services, Event const& event) {
    try {
        posts::tell_pages(services, event);
        messages::tell_pages(services, event);
        asks::tell_pages(services, event);
    } catch (sql::Failure const&) {
        // It happened, whoever asked is told so; open pages catch up with the next event, or when they come back.
    }
}

}  // namespace kith::app
