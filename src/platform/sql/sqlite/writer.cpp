#include "platform/sql/sqlite/writer.hpp"

#include <semaphore>

#include "sqlite3.h"

namespace kith::sql::sqlite {

namespace {

constexpr std::size_t most_bodies_a_commit = 256;

// SQLite's own checkpoint would run inside a commit, while its callers wait. Here it runs once they
// are awake. It is passive: it waits for no reader, and a reader that holds the log back only makes
// it longer until the next one.
constexpr int checkpoint_every_pages = 1'000;  // of 4 KiB

constexpr char const* broken_words =
    "the database takes no more writes after one failed at the disk; restart the server once the disk is sound";

std::exception_ptr broken() { return std::make_exception_ptr(Failure{Failure::Kind::broken, broken_words}); }

// What they are told whose transaction was undone by another's failure: a full disk is full for them too.
std::exception_ptr for_neighbours(std::exception_ptr const& thrown) {
    auto const busy = std::make_exception_ptr(
        Failure{Failure::Kind::busy, "a neighbour in the same commit failed in a way that undid all of it"});
    if (!thrown) return busy;
    try {
        std::rethrow_exception(thrown);
    } catch (Failure const& failure) {
        return failure.kind() == Failure::Kind::full ? thrown : busy;
    } catch (...) {
        return busy;
    }
}

}  // namespace

// Lives on the stack of the thread that waits for it.
struct Writer::Job {
    Body const& body;
    enum class State { waiting, undone, kept };
    State state = State::waiting;  // kept: part of the open transaction
    std::exception_ptr thrown{};
    std::binary_semaphore done{0};
};

Writer::Writer(SqliteSettings const& settings)
    : presence_{settings.path}, connection_{settings, Use::write}, when_lost_{settings.when_lost} {
    sqlite3_wal_hook(
        connection_.handle(),
        [](void* writer, sqlite3*, char const*, int pages) {
            static_cast<Writer*>(writer)->log_pages_ = pages;
            return SQLITE_OK;
        },
        this);
    thread_ = std::thread{[this] { loop(); }};
}

Writer::~Writer() {
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    work_.notify_one();
    thread_.join();
}

void Writer::write(Body const& body) {
    Job job{body};
    {
        std::lock_guard lock{mutex_};
        waiting_.push_back(&job);
    }
    work_.notify_one();
    job.done.acquire();
    if (job.thrown) std::rethrow_exception(job.thrown);
}

void Writer::loop() {
    std::vector<Job*> batch;
    while (wait_for_work(batch)) {
        run_batch(batch);
        for (auto* job : batch) job->done.release();  // the job may be gone after this
        batch.clear();
        checkpoint_if_due();
        tell_if_lost();
    }
}

bool Writer::wait_for_work(std::vector<Job*>& batch) {
    {
        std::unique_lock lock{mutex_};
        work_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    }
    return take_more(batch);
}

bool Writer::take_more(std::vector<Job*>& batch) {
    std::lock_guard lock{mutex_};
    auto const before = batch.size();
    while (!waiting_.empty() && batch.size() < most_bodies_a_commit) {
        batch.push_back(waiting_.front());
        waiting_.pop_front();
    }
    return batch.size() > before;
}

void Writer::run_batch(std::vector<Job*>& batch) {
    std::size_t next = 0;
    try {
        if (!broken_) connection_.take_or_throw(Connection::Step::begin_write);
        job_is_first_ = true;
        // Those who come while the bodies run still catch this commit.
        do
            for (; next < batch.size() && connection_.in_transaction(); ++next) run_job(*batch[next]);
        while (connection_.in_transaction() && take_more(batch));
        if (!broken_ && connection_.in_transaction()) connection_.index_words();
    } catch (...) {
        // Not of one body: the transaction could not begin, or a body could not be undone.
        if (connection_.in_transaction()) connection_.take(Connection::Step::rollback);
        give_to_rest(batch, std::current_exception());
        return;
    }
    if (broken_) {
        give_to_rest(batch, broken());
        return;
    }
    commit(batch);
}

// The first body needs no savepoint: to undo it alone is to undo the transaction.
void Writer::run_job(Job& job) {
    if (!job_is_first_) connection_.take_or_throw(Connection::Step::savepoint);
    if (!run_body(job)) {
        if (!connection_.in_transaction()) undone_by_ = job.thrown;
        undo_job();
        job.state = Job::State::undone;
        return;
    }
    if (!job_is_first_) connection_.take_or_throw(Connection::Step::release);
    job.state = Job::State::kept;
    job_is_first_ = false;
}

bool Writer::run_body(Job& job) {
    try {
        return job.body(connection_).has_value();
    } catch (...) {
        job.thrown = std::current_exception();
        return false;
    }
}

void Writer::undo_job() {
    // After some errors (disk full, out of memory) SQLite has undone all of it by itself: run_batch sees that.
    if (!connection_.in_transaction()) return;
    if (job_is_first_) {
        connection_.take_or_throw(Connection::Step::rollback);
        connection_.take_or_throw(Connection::Step::begin_write);
        return;
    }
    connection_.take_or_throw(Connection::Step::rollback_to);
    connection_.take_or_throw(Connection::Step::release);
}

void Writer::commit(std::vector<Job*>& batch) {
    std::exception_ptr lost;
    if (!connection_.in_transaction()) {
        lost = for_neighbours(std::exchange(undone_by_, nullptr));
    } else if (int const code = connection_.take(Connection::Step::commit); code != SQLITE_OK) {
        try {
            throw_failure(connection_.handle(), code, "committing");
        } catch (...) {
            lost = std::current_exception();
        }
        if (connection_.in_transaction()) connection_.take(Connection::Step::rollback);
        if (leaves_disk_unknown(code)) stop_writing();
    } else {
        commits_.fetch_add(1, std::memory_order_relaxed);
    }
    if (lost) give_to_rest(batch, lost);
}

// Those that returned an error or threw have their answer; the others, run or not, have this one.
void Writer::give_to_rest(std::vector<Job*>& batch, std::exception_ptr const& answer) {
    for (auto* job : batch)
        if (job->state != Job::State::undone) job->thrown = answer;
}

void Writer::stop_writing() {
    broken_ = true;
    // Nor may closing the file move pages from a log that may not be what it seems.
    sqlite3_db_config(connection_.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Writer::tell_if_lost() {
    if (broken_ && when_lost_) std::exchange(when_lost_, nullptr)();
}

void Writer::checkpoint_if_due() {
    if (log_pages_ < log_pages_at_checkpoint_) log_pages_at_checkpoint_ = 0;  // the log began anew
    if (broken_ || log_pages_ - log_pages_at_checkpoint_ < checkpoint_every_pages) return;
    log_pages_at_checkpoint_ = log_pages_;
    int const code =
        sqlite3_wal_checkpoint_v2(connection_.handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (leaves_disk_unknown(code)) stop_writing();
}

}  // namespace kith::sql::sqlite
