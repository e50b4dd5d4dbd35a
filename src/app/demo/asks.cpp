#include "app/demo/asks.hpp"

#include "app/demo/cast.hpp"
#include "app/wiring.hpp"
#include "domain/asks/offers.hpp"
#include "domain/asks/pace.hpp"
#include "domain/asks/promise.hpp"
#include "domain/asks/rota.hpp"
#include "domain/asks/store.hpp"
#include "domain/asks/timetable.hpp"
#include "domain/people/store.hpp"

namespace kith::app::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr int rota_weeks = 8;

class Asking {
public:
    Asking(sql::Transaction& transaction, Community const& community, Random& random)
        : transaction_{transaction}, community_{community}, random_{random} {}

    Ask ask(std::string_view who, Wants wants, By by, Time at, std::string body) {
        Ask made;
        made.id = random_.id<Ask>(at);
        made.group = community_.group;
        made.asker = community_.members.at(who);
        made.wants = wants;
        made.by = by;
        made.wanted_by = asks::wanted_by(asks::promise_of(transaction_, made.group), by, at);
        made.body = std::move(body);
        made.asked_at = at;
        auto const people = asks::everyone(transaction_, made.group, *made.asker);
        made.people = static_cast<std::int64_t>(people.size());
        asks::add(transaction_, made, people);
        asks::await_offer(transaction_, made);
        Event event{.what = Event::What::asked};
        event.group = made.group;
        event.ask = made.id;
        event.actor = *made.asker;
        event.told = people;
        record(transaction_, event, at);
        return made;
    }

    void offer(Ask const& ask, std::string_view who, std::string_view words, Time at) {
        auto const person = community_.members.at(who);
        asks::offer(transaction_, ask, person, words, at);
        asks::stop_waiting(transaction_, ask);
        Event event{.what = Event::What::ask_answered};
        event.group = ask.group;
        event.ask = ask.id;
        event.actor = person;
        record(transaction_, event, at);
        event.what = Event::What::ask_offered;
        event.about = ask.asker;
        record(transaction_, event, at);
    }

    void close(Ask const& ask, std::string_view helper, Time at) {
        asks::end(transaction_, ask, AskEnd::closed, Helped::yes, at);
        asks::say_helped(transaction_, ask.id, community_.members.at(helper), at);
        Event event{.what = Event::What::ask_ended};
        event.group = ask.group;
        event.ask = ask.id;
        event.actor = *ask.asker;
        record(transaction_, event, at);
    }

    void lapse(Ask const& ask, Time at) {
        asks::end(transaction_, ask, AskEnd::lapsed, Helped::unsaid, at);
        Event event{.what = Event::What::ask_lapsed};
        event.group = ask.group;
        event.ask = ask.id;
        event.about = ask.asker;
        record(transaction_, event, at);
    }

    void name_fields() {
        for (auto const& character : cast()) {
            auto const member = community_.members.find(character.key);
            if (member != community_.members.end() && !character.field.empty())
                people::set_practice_fields(transaction_, member->second, {std::string{character.field}});
        }
    }

    // What was asked before these, for the figure: how long each waited, and nothing else.
    void recall_paces() {
        for (auto const waited : {12, 25, 41, 55, 90, 150, 260, 700, 1'500, -1}) {
            Ask past;
            past.group = community_.group;
            if (waited >= 0) past.first_offer_at = Time{} + minutes{waited};
            asks::note_pace(transaction_, past, community_.ends - days{20});
        }
    }

    // Lunch on Tuesdays and Thursdays, by turns.
    void fill_rota() {
        auto const& zone = *asks::promise_of(transaction_, community_.group).zone;
        auto day = zone.wall(community_.ends).day;
        constexpr std::array<std::string_view, 4> listeners{"hattie", "gideon", "tobias", "edwin"};
        std::size_t next = 0;
        for (auto const last = day + std::int64_t{7} * rota_weeks; day < last; ++day) {
            std::chrono::weekday const weekday{std::chrono::sys_days{days{day}}};
            if (weekday != std::chrono::Tuesday && weekday != std::chrono::Thursday) continue;
            Turn turn{random_.id<Turn>(), community_.group, community_.members.at(listeners[next++ % listeners.size()]),
                      zone.instant(day, 12 * 60), zone.instant(day, 14 * 60)};
            rota::add(transaction_, turn);
            if (next == 3) rota::ask_for_swap(transaction_, turn, true, community_.ends);
        }
    }

private:
    sql::Transaction& transaction_;
    Community const& community_;
    Random& random_;
};

}  // namespace

void add_asks(sql::Transaction& transaction, Community const& community, Random& random) {
    auto const ends = community.ends;
    asks::Promise promise;
    promise.meets = "First Tuesday of the month, 18:00, upstairs at the bakery";
    asks::keep_promise(transaction, community.group, promise);
    Asking asking{transaction, community, random};
    asking.name_fields();
    asking.recall_paces();
    asking.fill_rota();
    auto const thanked = asking.ask("edwin", Wants::ideas, By::week, ends - days{6},
                                    "I talk too much when I am nervous in a meeting. What do you do with your hands?");
    asking.offer(thanked, "tobias", "I hold a pen I never click. Happy to tell you the rest over tea.",
                 ends - days{6} + minutes{35});
    asking.close(thanked, "tobias", ends - days{4});
    auto const lapsed = asking.ask("delphine", Wants::today, By::today, ends - days{9} + hours{10},
                                   "A long meeting about how people like me are consulted. Ten minutes of somebody "
                                   "laughing with me would do.");
    asking.lapse(lapsed, ends - days{9} + hours{14});
    auto const offered = asking.ask("jonah", Wants::listen, By::week, ends - hours{8},
                                    "I went home with a visit still in my head, and it is still there. I do not need "
                                    "advice, only somebody to say it to.");
    asking.offer(offered, "marigold", "I am on the bus home from five. Ring me.", ends - hours{7});
    asking.offer(offered, "hattie", "", ends - hours{6});
    asking.ask("cosmo", Wants::ideas, By::week, ends - hours{5},
               "I find it hard to end a visit when somebody is lonely. How do you close a door kindly?");
}

}  // namespace kith::app::demo
