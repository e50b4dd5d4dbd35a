// Who does the jobs, and what comes round.
//
// A handler does one job of its kind, outside any transaction, and says how it ended; what it wants to note of
// that is written in the same transaction that takes the job from the queue. A recurring body is called again
// and again; it finds out by itself, from rows, what has fallen due, so that a call too many, or one after a
// restart, does nothing twice. (Asks that remind, letters of the day: one entry each in app/serve.cpp.)
//
// Shift does what is due on the thread that calls it: tests hold the clock and call it. Worker is one thread
// around it. What is thrown (a database that fails) ends one round, not the thread; the jobs in hand fall due again.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "platform/jobs/done_marks.hpp"
#include "platform/jobs/queue.hpp"

namespace kith::jobs {

inline constexpr std::chrono::milliseconds look_every{1'000};
// A handler that takes longer than this risks that the job is claimed again while it works.
inline constexpr std::chrono::seconds handler_seconds_max{60};

struct Outcome {
    enum class How {
        done,   // never again
        again,  // later: at `when`, or after wait_after(tries), and at attempts_max of them it is over
    };
    How how = How::done;
    Time when{};                                    // with again: zero for the usual wait
    std::function<void(sql::Transaction&)> note{};  // what else is to be written
};

using Handler = std::function<Outcome(Job const&)>;

struct Recurring {
    std::string name;
    std::chrono::milliseconds every;
    std::function<void(sql::Database&, Time now)> body;
};

class Shift {
public:
    Shift(sql::Database&, Clock, std::map<std::string, Handler, std::less<>>, std::vector<Recurring>,
          DoneMarks = DoneMarks{{}});

    // Calls what comes round, then does up to jobs_at_once jobs. How many it did. `stop` ends it between two jobs.
    std::size_t do_what_is_due(std::stop_token stop = {});

private:
    void call_recurring();
    Outcome outcome_of(Job const&) const;
    void do_job(Job const&);

    sql::Database& database_;
    Clock now_;
    std::map<std::string, Handler, std::less<>> handlers_;
    DoneMarks marks_;
    bool swept_ = false;
    struct Round {
        Recurring what;
        Time next{};
    };
    std::vector<Round> rounds_;
};

class Worker {
public:
    explicit Worker(Shift);
    ~Worker();  // finishes the job in hand
    Worker(Worker const&) = delete;

private:
    void run(std::stop_token);

    Shift shift_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace kith::jobs
