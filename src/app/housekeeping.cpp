#include "app/housekeeping.hpp"

#include "app/once.hpp"
#include "domain/sessions/store.hpp"

namespace kith::app {

Housekeeping::Housekeeping(sql::Database& database, Clock now)
    : database_{database}, now_{std::move(now)}, thread_{[this](std::stop_token stop) { run(stop); }} {}

Housekeeping::~Housekeeping() = default;

void Housekeeping::run(std::stop_token stop) {
    while (!stop.stop_requested()) {
        try {
            (void)database_.write([&](sql::Transaction& transaction) -> Result<void> {
                sessions::forget_expired(transaction, now_());
                forget_old_keys(transaction, now_());
                return {};
            });
        } catch (sql::Failure const&) {
            // In an hour again; nothing depends on it.
        }
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, stop, housekeeping_every, [] { return false; });
    }
}

}  // namespace kith::app
