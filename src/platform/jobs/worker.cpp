#include "platform/jobs/worker.hpp"

#include <utility>

namespace kith::jobs {

Shift::Shift(sql::Database& database, Clock now, std::map<std::string, Handler, std::less<>> handlers,
             std::vector<Recurring> recurring, DoneMarks marks)
    : database_{database}, now_{std::move(now)}, handlers_{std::move(handlers)}, marks_{std::move(marks)} {
    for (auto& what : recurring) rounds_.push_back({std::move(what), {}});
}

std::size_t Shift::do_what_is_due(std::stop_token stop) {
    if (!swept_) {
        database_.read([&](sql::Transaction& transaction) {
            marks_.keep_if([&](JobId const& id) { return is_waiting(transaction, id); });
        });
        swept_ = true;
    }
    call_recurring();
    auto const now = now_();
    // Most of the time nothing is due: a look costs no fsync.
    if (!database_.read([&](sql::Transaction& transaction) { return any_due(transaction, now); })) return 0;
    auto const claimed = database_.write([&](sql::Transaction& transaction) -> Result<std::vector<Job>> {
        return claim(transaction, now, jobs_at_once);
    });
    std::size_t done = 0;
    for (auto const& job : *claimed) {
        // Those not begun fall due again by themselves, as after a crash.
        if (stop.stop_requested() || now_() + handler_seconds_max > job.claimed_until) break;
        do_job(job);
        ++done;
    }
    return done;
}

void Shift::call_recurring() {
    for (auto& round : rounds_) {
        auto const now = now_();
        // Further ahead than it can be: the clock went back.
        bool const comes = now < round.next && round.next - now <= round.what.every;
        if (comes) continue;
        round.next = now + round.what.every;
        round.what.body(database_, now);
    }
}

Outcome Shift::outcome_of(Job const& job) const {
    if (marks_.has(job.id)) return {};  // done before, by a program that was killed before it could say so
    auto const handler = handlers_.find(job.kind);
    return handler == handlers_.end() ? Outcome{Outcome::How::again} : handler->second(job);
}

void Shift::do_job(Job const& job) {
    auto const outcome = outcome_of(job);
    // What is to be noted must not be lost, so only what ends without a word is marked.
    if (outcome.how == Outcome::How::done && !outcome.note) marks_.mark(job.id);
    (void)database_.write([&](sql::Transaction& transaction) -> Result<void> {
        // A claim that nobody came to, or one that waits for somebody's morning, is no try.
        bool const waits = outcome.when > Time{};
        int const tries = job.tries + (waits ? 0 : 1);
        auto const when = waits ? outcome.when : now_() + wait_after(tries);
        bool const over = outcome.how == Outcome::How::done || tries >= attempts_max;
        bool const ours =
            over ? finish(transaction, job) : put_off(transaction, job, when, waits ? Tried::no : Tried::yes);
        if (ours && outcome.note) outcome.note(transaction);
        return {};
    });
    marks_.forget(job.id);
}

Worker::Worker(Shift shift) : shift_{std::move(shift)}, thread_{[this](std::stop_token stop) { run(stop); }} {}

Worker::~Worker() = default;  // jthread asks to stop, and waits

void Worker::run(std::stop_token stop) {
    while (!stop.stop_requested()) {
        std::size_t done = 0;
        try {
            done = shift_.do_what_is_due(stop);
        } catch (std::exception const&) {
            // Tried again in a moment. What was in hand falls due again when its claim has run out.
        }
        if (done > 0) continue;
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, stop, look_every, [] { return false; });
    }
}

}  // namespace kith::jobs
