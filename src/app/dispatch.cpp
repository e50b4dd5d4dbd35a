// The life of one request, from top to bottom.
#include "app/app.hpp"
#include "app/assets.hpp"
#include "app/compress.hpp"
#include "app/faults.hpp"
#include "app/headers.hpp"
#include "app/log.hpp"
#include "app/once.hpp"
#include "app/routes.hpp"
#include "app/wiring.hpp"
#include "domain/asks/due.hpp"
#include "domain/posts/expiry.hpp"
#include "domain/posts/held.hpp"
#include "domain/recovery/actions.hpp"

namespace kith::app {

struct App::Matched {
    Row const& row;
    std::vector<std::pair<std::string_view, std::string>> const& parts;
};

App::App(sql::Database& database, live::Hub& hub, Clock clock, Settings settings)
    : settings_{std::move(settings)},
      later_{database},
      services_{database,
                hub,
                std::move(clock),
                [this](std::function<void(sql::Transaction&)> body) { later_.add(std::move(body)); },
                under_head(),
                [this](sql::Transaction& transaction, Event const& event, Time now) {
                    record(transaction, event, now, settings_.outside);
                },
                [this](Event const& event) { tell(services_, event); },
                settings_.outside,
                settings_.files_bytes_max,
                [this] { return !settings_.room || settings_.room->enough(); },
                settings_.origin} {}

App::~App() = default;

void App::do_what_is_due() {
    posts::say_what_is_due(services_, resting_, services_.now());
    if (settings_.sure_of_time()) posts::take_what_is_over(services_, resting_, services_.now());
    asks::do_what_is_due(services_, resting_, services_.now());
    if (settings_.sure_of_time()) recovery::do_what_is_due(services_, services_.now());
}

static void tell_failure(std::exception const& failure, Row const* row) {
    write_log(Told::request_failed, "A request could not be answered as it should be.",
              {{"route", std::string{row != nullptr ? row->path : std::string_view{}}},
               {"failure", kind_of_failure(failure)}});
}

http::Response App::answer(http::Request const& request) {
    auto what = Metrics::What::row;
    Row const* row = nullptr;
    if (settings_.metrics == nullptr && settings_.log_requests == LogRequests::no)
        return answer_counted(request, what, row);
    auto const begun = std::chrono::steady_clock::now();
    auto response = answer_counted(request, what, row);
    auto const took = std::chrono::steady_clock::now() - begun;
    if (settings_.metrics != nullptr) settings_.metrics->answered(what, row, response.status, took);
    if (settings_.log_requests == LogRequests::yes)
        write_log(Told::request, "A request was answered.",
                  {{"method", std::string{http::name_of(request.method)}},
                   {"route", std::string{row != nullptr ? row->path : std::string_view{}}},
                   {"status", response.status},
                   {"microseconds", std::chrono::duration_cast<std::chrono::microseconds>(took).count()}});
    return response;
}

// Tells what it was that was asked for.
http::Response App::answer_counted(http::Request const& request, Metrics::What& what, Row const*& row) {
    http::Response response;
    try {
        if (auto asset = find_asset(request)) {
            what = Metrics::What::asset;
            return *std::move(asset);
        }
        auto const found = match(request.method, request.path);
        row = found.row;
        if (found.row) {
            response = answer_row(request, {*found.row, found.parts});
        } else {
            http::Form const none;
            Call call{request, none, services_};
            identify(call);
            response = present_error(call, Error::not_found());
        }
    } catch (sql::Failure const& failure) {
        tell_failure(failure, row);
        response = plain_failure(request, failure);
    } catch (std::exception const& failure) {
        tell_failure(failure, row);
        response = plain_failure(request);
    }
    add_security_headers(request, response);
    compress(request, response);
    return response;
}

http::Response App::answer_row(http::Request const& request, Matched const& matched) {
    http::Form const none;
    auto form = http::is_safe(request.method) ? http::Form::read_query(request.query) : http::Form::read(request);
    Call call{request, form ? *std::move(form) : none, services_};
    call.now = services_.now();
    call.parts = matched.parts;
    if (auto sent = admit_sender(request); !sent) return present_error(call, sent.error());
    if (!form) return present_error(call, form.error());
    if (!call.form.files().empty() && matched.row.brings != Brings::files)
        return present_error(call, Error::invalid("", "This form takes no files."));
    if (auto tried = admit_attempt(call, matched.row); !tried) return show_again(call, matched, tried.error());

    auto const& row = matched.row;
    auto answer = run_where_there_is_room(call, row);
    if (!call.who && row.opens != Opens::to_anyone) return present_sign_in(call);
    if (!answer) return show_again(call, matched, std::move(answer).error());
    for (auto const& event : call.events) services_.tell(event);
    return present(call, *std::move(answer));
}

Result<Answer> App::run(Call& call, Row const& row) {
    if (row.work == Work::own_transaction) {
        // Pieces of files.
        if (row.brings == Brings::files && !services_.has_room()) return fail(Error::full());
        return run_alone(call, row);
    }
    return http::is_safe(row.method) || row.work == Work::only_reads ? run_reading(call, row) : run_writing(call, row);
}

// A full disk is answered like any other refusal: words come back in their form. The first that meets it lets the
// ballast go, and what is no new words is tried again in the room that this leaves.
Result<Answer> App::run_where_there_is_room(Call& call, Row const& row) {
    try {
        return run(call, row);
    } catch (sql::Failure const& failure) {
        if (failure.kind() != sql::Failure::Kind::full) throw;
    }
    if (!settings_.room || row.work == Work::own_transaction) return fail(Error::full());
    settings_.room->ran_out();
    try {
        return run(call, row);
    } catch (sql::Failure const& failure) {
        if (failure.kind() != sql::Failure::Kind::full) throw;
        return fail(Error::full());
    }
}

Result<Answer> App::run_reading(Call& call, Row const& row) {
    return services_.database.read([&](sql::Transaction& transaction) -> Result<Answer> {
        call.enter(transaction);
        identify(call);
        TRY(admit(call, row));
        if (!http::is_safe(row.method)) TRY(admit_change(call));  // it changes nothing, and costs as much
        auto answer = TRY(row.run(call));
        frame(call, answer);
        return answer;
    });
}

// Slow work that only reads, between two transactions. What was done before is not done again.
Result<void> App::run_ahead(Call& call, Row const& row) {
    auto const slow = TRY(services_.database.read([&](sql::Transaction& transaction) -> Result<Slow> {
        call.enter(transaction);
        identify(call);
        TRY(admit(call, row));
        auto const key = key_of(call);
        if (key && done_before(transaction, *key)) return Slow{};
        TRY(admit_change(call));
        auto ahead = TRY(row.ahead(call));
        if (!services_.has_room()) return fail(Error::full());
        return ahead;
    }));
    if (slow) TRY(slow());
    return {};
}

// One transaction for who asks, whether they may, what they do, that it was done, and who is told.
Result<Answer> App::run_writing(Call& call, Row const& row) {
    if (row.ahead) TRY(run_ahead(call, row));
    return services_.database.write([&](sql::Transaction& transaction) -> Result<Answer> {
        call.enter(transaction);
        call.events.clear();
        identify(call);
        TRY(admit(call, row));
        auto const key = key_of(call);
        if (auto done = key ? done_before(transaction, *key) : std::nullopt) return Answer{std::move(*done)};
        if (!row.ahead) TRY(admit_change(call));  // counted ahead
        auto answer = TRY(row.run(call));
        if (key) remember(transaction, *key, answer, call.now);
        for (auto const& event : call.events) services_.record(transaction, event, call.now);
        return answer;
    });
}

// The endpoint's own transactions stand between two of ours. An answer that hands out a session is not
// remembered: it can be given once only, and what it did (a used invitation, a used link) cannot be done twice.
Result<Answer> App::run_alone(Call& call, Row const& row) {
    std::optional<crypto::Digest> key;
    auto done = TRY(services_.database.read([&](sql::Transaction& transaction) -> Result<std::optional<Done>> {
        call.enter(transaction);
        identify(call);
        TRY(admit(call, row));
        key = key_of(call);
        return key ? done_before(transaction, *key) : std::nullopt;
    }));
    if (done) return Answer{std::move(*done)};
    TRY(admit_change(call));
    auto answer = TRY(row.run(call));
    if (key && answer.headers.empty())
        TRY(services_.database.write([&](sql::Transaction& transaction) -> Result<void> {
            remember(transaction, *key, answer, call.now);
            return {};
        }));
    return answer;
}

// What was refused comes back as the page it was sent from, filled in, with what to mend.
http::Response App::show_again(Call& call, Matched const& matched, Error error) {
    auto const* page = page_row(matched.row.again);
    if (error.kind == Kind::unconfirmed && http::is_safe(call.request.method)) return present_confirming(call, error);
    if (!page || call.request.wants_json() || error.kind == Kind::not_found) return present_error(call, error);
    Refusal const refusal{call.form, error.faults, words_for(error), error.kind == Kind::unconfirmed};
    http::Form const none;
    Call again{call.request, none, services_};
    again.now = call.now;
    again.parts = call.parts;
    again.refusal = &refusal;
    auto shown = run_reading(again, *page);
    // The page with the form is itself for who has shown that it is them.
    if (!shown && shown.error().kind == Kind::unconfirmed) return present_confirming(again, shown.error());
    if (!shown || !std::holds_alternative<Page>(shown->what)) return present_error(call, error);
    std::get<Page>(shown->what).status = status_of(error.kind);
    auto response = present(again, *std::move(shown));
    if (error.retry_after) response.with("Retry-After", std::to_string(error.retry_after->count()));
    return response;
}

}  // namespace kith::app
