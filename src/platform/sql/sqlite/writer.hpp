// The writer thread: all changes to the SQLite file go through here, one after
// another, and those that wait together share one commit and one fsync.
//
// `write` may be called from any number of threads; each sleeps until its own
// body is on disk or undone. A body runs on the writer thread.
//
// After a commit or checkpoint that failed at the disk, what the file holds is
// unknown (a second fsync may report success for pages the kernel has thrown
// away). From then on every write throws Failure, and SqliteSettings::when_lost is
// called; only a restart helps, which begins as presence.hpp says.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "platform/sql/sqlite/connection.hpp"
#include "platform/sql/sqlite/presence.hpp"

namespace kith::sql::sqlite {

class Writer {
public:
    explicit Writer(SqliteSettings const&);
    // Finishes what waits. No thread may be in `write`.
    ~Writer();

    // Returns when the body's change is durable, or undone because the body returned an
    // error. Throws what the body threw, or Failure.
    void write(Body const&);

    std::uint64_t commits() const { return commits_.load(std::memory_order_relaxed); }

private:
    struct Job;

    void loop();
    bool wait_for_work(std::vector<Job*>& batch);
    bool take_more(std::vector<Job*>& batch);
    void run_batch(std::vector<Job*>& batch);
    void run_job(Job&);
    bool run_body(Job&);
    void undo_job();
    void commit(std::vector<Job*>& batch);
    static void give_to_rest(std::vector<Job*>& batch, std::exception_ptr const& answer);
    void stop_writing();
    void tell_if_lost();
    void checkpoint_if_due();

    Presence presence_;
    Connection connection_;  // of the writer thread
    bool job_is_first_ = true;
    std::exception_ptr undone_by_;  // what one body threw, and SQLite then undid the whole transaction
    bool broken_ = false;
    std::function<void()> when_lost_;  // emptied once it was called
    int log_pages_ = 0;                // in the write-ahead log, as SQLite counted at the last commit
    int log_pages_at_checkpoint_ = 0;
    std::atomic<std::uint64_t> commits_{0};

    std::mutex mutex_;
    std::condition_variable work_;
    std::deque<Job*> waiting_;  // guarded by mutex_
    bool stopping_ = false;     // guarded by mutex_
    std::thread thread_;        // last: begins when all else stands
};

}  // namespace kith::sql::sqlite
