// One call: the request as an endpoint sees it, with who asks and what it may use.
//
// Lives for one request, on one thread. Endpoints on `in_transaction` rows find
// the transaction open; those on `own_transaction` rows (slow work: a password's
// hash) open their own through `services.database`.
#pragma once

#include <any>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/call/event.hpp"
#include "domain/call/outside.hpp"
#include "domain/call/viewer.hpp"
#include "platform/html/view.hpp"
#include "platform/http/form.hpp"
#include "platform/http/request.hpp"
#include "platform/live/hub.hpp"
#include "platform/sql/database.hpp"

namespace kith {

class Call;

// What hangs under the head of a thread and is another folder's: a poll. Words and form of the head are taken as with
// any; app/wiring.cpp says who answers here.
struct UnderHead {
    // What a form asks to hang there: the head keeps so many bytes of its words, and `put` takes the rest, once the
    // head is written. `moment`: when it was, as sharply as it is told.
    struct Asked {
        std::size_t words_bytes = 0;
        std::function<void(Call&, PostId head, GroupId, Time moment)> put;
    };
    // Adds what hangs there to the view of a thread.
    std::function<void(Call&, html::View&, PostId head)> add;
    // Adds what can be asked for to the form of a new thread.
    std::function<void(Call&, html::View&, GroupId)> add_form;
    // Of a form that gives choices; `words` are all of its words. Invalid names a field.
    std::function<Result<Asked>(Call const&, std::string_view words)> read_form;
};

// What outlives every call. Owned by the app; shared by all threads.
struct Services {
    sql::Database& database;
    live::Hub& hub;
    Clock now;
    // Does something small after the answer, in a write of its own; lost at a crash. For what may be lost: a visit.
    std::function<void(std::function<void(sql::Transaction&)>)> later;
    UnderHead under_head;
    // Passes an event on, for endpoints that open their own transactions: first inside it, then after it.
    std::function<void(sql::Transaction&, Event const&, Time now)> record;
    std::function<void(Event const&)> tell;
    Outside outside{};
    std::int64_t files_bytes_max = std::numeric_limits<std::int64_t>::max();  // that this place keeps, of all files
    // Whether the disk has room for new words. Where it has not, they are refused once the gate was passed.
    std::function<bool()> has_room = [] { return true; };
    std::string origin{};  // where browsers reach this place; empty: as their Host field says
};

// A form that came back: what was sent, and what to mend.
struct Refusal {
    http::Form form;
    std::vector<Fault> faults;
    std::string message;
    bool unconfirmed = false;  // it is for who has shown a moment ago that it is them
};

class Call {
public:
    Call(http::Request const& r, http::Form f, Services const& s) : request{r}, form{std::move(f)}, services{s} {}

    http::Request const& request;
    http::Form form;  // of a POST: the body, and what the work ahead has added; of a GET: the query
    Services const& services;
    Time now{};  // one instant for the whole call

    // The origin of our own pages, as this browser knows it ("https://kith.example").
    std::string origin() const { return http::own_origin(request, services.origin); }

    std::optional<Viewer> who;                     // nobody: not signed in
    Viewer const& viewer() const { return *who; }  // on rows whose gate asks for a person

    sql::Transaction& transaction() const { return *transaction_; }
    void enter(sql::Transaction& transaction) { transaction_ = &transaction; }
    bool entered() const { return transaction_ != nullptr; }

    // A part of the path by its name in the route table. not_found when it is no id.
    template <class Thing>
    Result<Id<Thing>> id(std::string_view name) const {
        if (auto id = Id<Thing>::parse(part(name))) return *id;
        return fail(Error::not_found());
    }
    std::string_view part(std::string_view name) const;
    std::vector<std::pair<std::string_view, std::string>> parts;

    // Heard by notices inside the transaction, and by open pages after the commit.
    void announce(Event event) { events.push_back(std::move(event)); }
    std::vector<Event> events;

    // What the row's work ahead has found, for its endpoint (row.hpp); empty on other rows.
    std::any ahead;

    // Set while the page of a refused form is shown again.
    Refusal const* refusal = nullptr;
    // What was kept of the form that the page shows, a draft; read when there is nothing that came back.
    std::optional<http::Form> kept;
    // What fills the form in, where anything does.
    http::Form const* filled() const { return refusal ? &refusal->form : kept ? &*kept : nullptr; }
    // What a field should show: what was sent when the form came back, else what was kept, else `otherwise`.
    std::string field(std::string_view name, std::string_view otherwise = {}) const;
    // What to mend in a field, or an empty text.
    std::string fault(std::string_view name) const;

private:
    sql::Transaction* transaction_ = nullptr;
};

}  // namespace kith
