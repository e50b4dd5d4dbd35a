// Ids of jobs that are done but may still stand in the queue: a small file, written between the other side's yes
// and our commit.
//
// A commit takes milliseconds (an fsync), and a program killed in them would do the job again. A mark takes
// microseconds, and what is written outlives the program, though not a power cut; then the job is done once more,
// under the same id. Without a file (on PostgreSQL) there are no marks, and the commit alone counts.
// For the worker's thread.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>

#include "platform/jobs/queue.hpp"

namespace kith::jobs {

inline constexpr std::size_t marks_bytes_max = 64 * 1024;  // beyond it the file begins anew, when nothing is open

class DoneMarks {
public:
    // An empty path: none. A file that cannot be opened is as good as none.
    explicit DoneMarks(std::string const& path);
    ~DoneMarks();
    DoneMarks(DoneMarks&&) noexcept;
    DoneMarks& operator=(DoneMarks&&) = delete;

    bool has(JobId const& id) const { return marked_.contains(id); }
    void mark(JobId const&);
    // It is out of the queue.
    void forget(JobId const&);
    // Of what an earlier run left: those that still stand in the queue.
    void keep_if(std::function<bool(JobId const&)> const& stands);

private:
    void begin_anew_if_large();

    int file_ = -1;
    std::size_t bytes_ = 0;
    std::set<JobId> marked_;
};

}  // namespace kith::jobs
