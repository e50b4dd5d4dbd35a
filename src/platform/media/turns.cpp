#include "platform/media/turns.hpp"

#include <algorithm>

namespace kith::media {

bool Turns::begin(std::string const& whose, std::chrono::milliseconds wait_max) {
    std::unique_lock lock{mutex_};
    bool const at_once = waiting_.empty() && running_ < at_once_;
    if (!at_once && waiting_.size() >= waiting_max_) return false;
    if (!here_.insert(whose).second) return false;
    if (!at_once) {
        waiting_.push_back(whose);
        auto const may_begin = [&] { return running_ < at_once_ && waiting_.front() == whose; };
        bool const mine = moved_.wait_for(lock, wait_max, may_begin);
        waiting_.erase(std::ranges::find(waiting_, whose));
        // Whoever is first now may have room as well, after a turn and after a going.
        moved_.notify_all();
        if (!mine) {
            here_.erase(whose);
            return false;
        }
    }
    ++running_;
    return true;
}

void Turns::end(std::string const& whose) {
    std::lock_guard const lock{mutex_};
    --running_;
    here_.erase(whose);
    moved_.notify_all();
}

std::size_t Turns::waiting() const {
    std::lock_guard const lock{mutex_};
    return waiting_.size();
}

}  // namespace kith::media
