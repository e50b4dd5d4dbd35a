#include "app/later.hpp"

namespace kith::app {

Later::Later(sql::Database& database) : database_{database}, thread_{[this] { run(); }} {}

Later::~Later() {
    {
        std::lock_guard lock{mutex_};
        ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

void Later::add(std::function<void(sql::Transaction&)> body) {
    {
        std::lock_guard lock{mutex_};
        if (waiting_.size() >= later_waiting_max) return;
        waiting_.push_back(std::move(body));
    }
    wake_.notify_one();
}

void Later::run() {
    for (;;) {
        std::deque<std::function<void(sql::Transaction&)>> batch;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            batch.swap(waiting_);
        }
        try {
            (void)database_.write([&](sql::Transaction& transaction) -> Result<void> {
                for (auto const& body : batch) body(transaction);
                return {};
            });
        } catch (sql::Failure const&) {
            // May be lost; what matters was acknowledged elsewhere.
        }
    }
}

}  // namespace kith::app
