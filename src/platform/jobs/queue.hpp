// Work that outlives a restart: a queue in the database.
//
// A job is added inside the transaction of what made it necessary, so it exists exactly when that does. A
// worker claims what is due by moving its time on by `lease`; if it dies with the job in hand, the job falls due
// again. Each claim has a number (`claims`), and only the claim that is still the newest can finish the job or
// put it off, so two workers never both finish one.
//
// What a job does in the world outside (a letter that a server took) cannot be in the same transaction. Between
// that server's yes and our commit lies a moment; done_marks.hpp makes it as short as can be. A program killed in what
// is left of it does the job again. So every job has an id that stays the same over all attempts, by which the
// other side can tell.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "platform/sql/database.hpp"

namespace kith::jobs {

struct Job;
using JobId = Id<Job>;

inline constexpr std::chrono::minutes lease{2};
inline constexpr int attempts_max = 12;  // with the waits below, two days
inline constexpr std::size_t jobs_at_once = 16;

struct Job {
    JobId id;
    std::string kind;  // which handler does it
    IdBytes about{};   // what it is about: a person, a device
    std::string task;  // numbers and fixed words, never what somebody wrote
    Time made_at;
    int claims = 0;  // this one included
    int tries = 0;   // that came to nothing before
    Time claimed_until{};
};

// How long to wait after so many tries that came to nothing: a minute, five, a quarter of an hour, an hour, then six
// hours each.
std::chrono::milliseconds wait_after(int tries);

JobId add(sql::Transaction&, std::string_view kind, IdBytes const& about, std::string_view task, Time now, Time due);

// The jobs that are due, the oldest first, for whoever calls.
std::vector<Job> claim(sql::Transaction&, Time now, std::size_t most);
bool any_due(sql::Transaction&, Time now);

// False: the claim had run out and somebody else has the job now.
bool finish(sql::Transaction&, Job const&);
// Counts as a try that came to nothing, or not: somebody sleeps, and it was never begun.
enum class Tried { yes, no };
bool put_off(sql::Transaction&, Job const&, Time due, Tried);

std::int64_t waiting(sql::Transaction&);
bool is_waiting(sql::Transaction&, JobId const&);

}  // namespace kith::jobs
