#include "platform/jobs/done_marks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace kith::jobs {

DoneMarks::DoneMarks(std::string const& path) {
    if (path.empty()) return;
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file_ < 0) return;
    JobId id;
    while (::read(file_, id.bytes.data(), id.bytes.size()) == static_cast<ssize_t>(id.bytes.size())) {
        marked_.insert(id);
        bytes_ += id.bytes.size();
    }
    // The end of a mark that was cut short would shift all that follow.
    if (::ftruncate(file_, static_cast<off_t>(bytes_)) != 0) bytes_ = marks_bytes_max;
}

DoneMarks::~DoneMarks() {
    if (file_ >= 0) ::close(file_);
}

DoneMarks::DoneMarks(DoneMarks&& other) noexcept
    : file_{std::exchange(other.file_, -1)}, bytes_{other.bytes_}, marked_{std::move(other.marked_)} {}

void DoneMarks::mark(JobId const& id) {
    if (file_ < 0) return;
    if (::write(file_, id.bytes.data(), id.bytes.size()) != static_cast<ssize_t>(id.bytes.size())) return;
    bytes_ += id.bytes.size();
    marked_.insert(id);
}

void DoneMarks::forget(JobId const& id) {
    if (marked_.erase(id) > 0) begin_anew_if_large();
}

void DoneMarks::keep_if(std::function<bool(JobId const&)> const& stands) {
    std::erase_if(marked_, [&](JobId const& id) { return !stands(id); });
    begin_anew_if_large();
}

void DoneMarks::begin_anew_if_large() {
    if (marked_.empty() && bytes_ >= marks_bytes_max && ::ftruncate(file_, 0) == 0) bytes_ = 0;
}

}  // namespace kith::jobs
