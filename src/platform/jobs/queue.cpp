#include "platform/jobs/queue.hpp"

#include <algorithm>
#include <array>

namespace kith::jobs {

std::chrono::milliseconds wait_after(int tries) {
    using std::chrono::minutes;
    static constexpr std::array waits{minutes{1}, minutes{5}, minutes{15}, minutes{60}, minutes{6 * 60}};
    auto const which = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(tries, 1)), 1, waits.size());
    return waits[which - 1];
}

static sql::Statement const insert_job{
    "INSERT INTO jobs (id, kind, about, task, made_at, due_at, claims, tries) VALUES ($1, $2, $3, $4, $5, $6, 0, 0)"};

JobId add(sql::Transaction& transaction, std::string_view kind, IdBytes const& about, std::string_view task, Time now,
          Time due) {
    auto const id = JobId::ordered(now);
    transaction.run(insert_job, id, kind, std::span<std::uint8_t const>{about}, task, now, due);
    return id;
}

static sql::Statement const claim_due{
    "UPDATE jobs SET due_at = $2, claims = claims + 1 WHERE id IN ("
    " SELECT id FROM jobs WHERE due_at <= $1 ORDER BY due_at, id LIMIT $3) "
    "RETURNING id, kind, about, task, made_at, claims, tries, due_at"};

static Job read_job(sql::Row const& row) {
    Job job{row.id<Job>(0),
            row.string(1),
            {},
            row.string(3),
            row.time(4),
            static_cast<int>(row.integer(5)),
            static_cast<int>(row.integer(6)),
            row.time(7)};
    job.about = row.id<Job>(2).bytes;
    return job;
}

std::vector<Job> claim(sql::Transaction& transaction, Time now, std::size_t most) {
    auto jobs = transaction.all(claim_due, read_job, now, now + lease, most);
    std::ranges::sort(jobs, {}, &Job::id);  // RETURNING promises no order
    return jobs;
}

static sql::Statement const select_any_due{"SELECT 1 FROM jobs WHERE due_at <= $1 LIMIT 1"};

bool any_due(sql::Transaction& transaction, Time now) { return transaction.any(select_any_due, now); }

static sql::Statement const delete_job{"DELETE FROM jobs WHERE id = $1 AND claims = $2"};

bool finish(sql::Transaction& transaction, Job const& job) {
    return transaction.run(delete_job, job.id, job.claims) == 1;
}

static sql::Statement const update_due{"UPDATE jobs SET due_at = $3, tries = tries + $4 WHERE id = $1 AND claims = $2"};

bool put_off(sql::Transaction& transaction, Job const& job, Time due, Tried tried) {
    return transaction.run(update_due, job.id, job.claims, due, tried == Tried::yes ? 1 : 0) == 1;
}

static sql::Statement const select_waiting{"SELECT 1 FROM jobs WHERE id = $1"};

bool is_waiting(sql::Transaction& transaction, JobId const& id) { return transaction.any(select_waiting, id); }

static sql::Statement const count_jobs{"SELECT count(*) FROM jobs"};

std::int64_t waiting(sql::Transaction& transaction) {
    return transaction.one(count_jobs, [](sql::Row const& row) { return row.integer(0); }).value_or(0);
}

}  // namespace kith::jobs
