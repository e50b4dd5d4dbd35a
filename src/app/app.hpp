// The app: one function from a request to a response, for every thread at once.
//
// A request's life is in dispatch.cpp, top to bottom; what it calls stands in a
// file each: routes.cpp (the table), gate.cpp (who asks, and may they send this
// at all), page.cpp (the layout), faults.cpp (what went wrong, in words),
// wiring.cpp (who hears of it), headers.cpp, compress.cpp, assets.cpp.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "app/known_sessions.hpp"
#include "app/later.hpp"
#include "app/metrics.hpp"
#include "app/rate.hpp"
#include "app/room.hpp"
#include "domain/call/resting.hpp"
#include "domain/call/row.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace kith::app {

enum class Limits { as_usual, off };  // off: for tests and benchmarks that send from one address

enum class LogRequests : std::uint8_t { no, yes };

struct Settings {
    // Where browsers reach this server ("https://kith.example"); empty: as their Host field says.
    std::string origin;
    Limits limits = Limits::as_usual;
    Outside outside{};
    std::int64_t files_bytes_max = std::numeric_limits<std::int64_t>::max();
    Metrics* metrics = nullptr;                                // hears of each answer; must outlive the app
    std::function<bool()> sure_of_time = [] { return true; };  // whether what is over may be deleted
    Room* room = nullptr;  // on the disk of the data; nobody: not known here (PostgreSQL, tests)
    LogRequests log_requests = LogRequests::no;
};

inline constexpr std::chrono::seconds clockwork_every{15};

class App {
public:
    App(sql::Database&, live::Hub&, Clock, Settings);
    ~App();
    App(App const&) = delete;

    // Never throws.
    http::Response answer(http::Request const&);

    // Whether this session was found good since the start. Any thread; asks no database.
    bool knows(http::Request const& head) const;

    Services const& services() const { return services_; }

    // What the clock brings about: words that were held, words whose time is over, asks that nobody took in time. For a
    // thread that comes round every
    // `clockwork_every`, and for tests whose clock is their own. May throw sql::Failure.
    void do_what_is_due();

private:
    struct Matched;
    http::Response answer_counted(http::Request const&, Metrics::What&, Row const*&);
    http::Response answer_row(http::Request const&, Matched const&);
    Result<Answer> run(Call&, Row const&);
    Result<Answer> run_where_there_is_room(Call&, Row const&);
    Result<Answer> run_reading(Call&, Row const&);
    Result<Answer> run_writing(Call&, Row const&);
    Result<void> run_ahead(Call&, Row const&);
    Result<Answer> run_alone(Call&, Row const&);
    http::Response show_again(Call&, Matched const&, Error);

    // gate.cpp
    void identify(Call&);
    Result<void> admit(Call const&, Row const&) const;
    Result<void> admit_sender(http::Request const&);
    Result<void> admit_attempt(Call const&, Row const&);
    Result<void> admit_change(Call const&);
    // page.cpp
    void frame(Call const&, Answer&);
    http::Response present(Call&, Answer);
    http::Response present_page(Call&, Page);
    http::Response present_error(Call const&, Error const&);
    http::Response present_sign_in(Call const&);
    http::Response present_confirming(Call const&, Error const&);

    Settings settings_;
    Later later_;
    Rates rates_;
    KnownSessions known_;
    Resting resting_;  // of what the clock brings about
    Services services_;
};

}  // namespace kith::app
